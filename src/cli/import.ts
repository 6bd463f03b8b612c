import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readDocument } from '#reading/read-document.ts';
import { readArguments } from './arguments.ts';

const MOST_BYTES = 20 * 1024 * 1024;

/** Reads a document and prints it in the open format. */
export async function run(args: string[]): Promise<void> {
  const { positionals } = readArguments(args, { json: { type: 'boolean' } });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new Error('import takes one file: import FILE --json');
  const facts = await stat(file).catch(() => null);
  if (facts === null || !facts.isFile()) throw new Error(`${file}: no such file`);
  if (facts.size > MOST_BYTES) throw new Error(`${file}: larger than 20 MB`);
  const outcome = await readDocument({ bytes: new Uint8Array(await readFile(file)), fileName: path.basename(file) });
  if (!outcome.ok) throw new Error(`${file}: ${outcome.problem.code}`);
  process.stdout.write(JSON.stringify(outcome.draft, null, 1) + '\n');
}
