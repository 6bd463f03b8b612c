// How long the longest known framework document takes to read: once in a process of its own, then again and again in one.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { environment } from '#environment';
import { importDocument } from '#importing/import-document.ts';
import { demoFramework } from '#demo/framework.ts';
import { median, rounded, timed, type Figure, type Say } from './figure.ts';

const LIMIT_MS = 2000;

export async function measure(say: Say): Promise<Figure> {
  const file = longestSource() ?? writtenSource(say);
  const bytes = new Uint8Array(readFileSync(file));
  say(`${path.basename(file)}, ${bytes.length} bytes`);
  const cold: number[] = [];
  for (let run = 0; run < 3; run++) cold.push((await timed(() => importOnce(file))).ms);
  const warm: number[] = [];
  for (let run = 0; run < 6; run++) {
    const { ms, result } = await timed(() => importDocument({ bytes, fileName: path.basename(file) }));
    if (!result.ok) throw new Error(`the document was not read: ${result.problem.code}`);
    if (run > 0) warm.push(ms);
  }
  const value = median(cold);
  return {
    name: 'import',
    value: rounded(value),
    unit: 'ms',
    ratio: rounded(value / LIMIT_MS),
    against: LIMIT_MS,
    againstWhat: 'the limit in ms',
    aim: 'below 1',
    beside: { warmMs: rounded(median(warm)), longestColdMs: rounded(Math.max(...cold)), documentBytes: bytes.length },
  };
}

/** What an operator runs (npm run pejling), from the start of the process to its end. */
function importOnce(file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const args = ['--import', './scripts/compiled.mjs', 'src/cli.ts', 'import', file, '--json'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`import ended with ${code}`))));
  });
}

function longestSource(): string | null {
  const folder = environment.PEJLING_SOURCES;
  if (!existsSync(folder)) return null;
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(folder, entry.name));
  return files.sort((a, b) => statSync(b).size - statSync(a).size)[0] ?? null;
}

/** Without source documents: the invented municipality's framework, written out until it is as long as they are. */
function writtenSource(say: Say): string {
  say(`no source documents in ${environment.PEJLING_SOURCES}: a made-up one of the same size is read instead`);
  const parts = demoFramework('2020-01-01').elements.map((element) => [element.title, element.text].filter(Boolean).join('\n\n'));
  let text = '';
  while (text.length < 39_000) text += `${parts.join('\n\n')}\n\n`;
  const file = path.join(os.tmpdir(), 'framework.txt');
  writeFileSync(file, text.slice(0, 39_000));
  return file;
}
