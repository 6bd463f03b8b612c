import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { lexicons } from '#dictionaries/lexicons.ts';
import { repairDocument } from '#importing/repair-document.ts';
import { openRecogniser } from '#reading/recogniser.ts';
import { readArguments } from './arguments.ts';

const MOST_BYTES = 20 * 1024 * 1024;

/** Reads a document, repairs its text when it is a damaged scan, and prints the text alone; with --json what was changed. */
export async function run(args: string[]): Promise<void> {
  const { positionals, values } = readArguments(args, { json: { type: 'boolean' } });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Error('repair takes one file: repair FILE [--json]');
  const facts = await stat(file).catch(() => null);
  if (facts === null || !facts.isFile()) throw new Error(`${file}: no such file`);
  if (facts.size > MOST_BYTES) throw new Error(`${file}: larger than 20 MB`);
  const bytes = new Uint8Array(await readFile(file));
  const recogniser = openRecogniser();
  const outcome = await repairDocument({ bytes, fileName: path.basename(file) }, lexicons, { recognise: recogniser.recognise });
  await recogniser.close();
  if (!outcome.ok) throw new Error(`${file}: ${outcome.problem.code}`);
  process.stdout.write(values.json ? JSON.stringify(outcome.repaired.repairs, null, 1) + '\n' : withEnd(outcome.repaired.text));
}

function withEnd(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}
