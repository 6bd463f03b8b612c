// Bundles the workbench's program into one file named by its own hash, with the hash that browsers hold it to beside it. The same
// sources give the same file on every machine.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'rolldown';

const target = process.argv[2] ?? 'static/workbench';
const bundle = await build({
  input: 'src/rooms/frameworks/draft/client/page.ts',
  write: false,
  platform: 'browser',
  tsconfig: false,
  output: { format: 'esm', minify: true, sourcemap: false, comments: false, codeSplitting: false },
});
const [chunk, ...others] = bundle.output;
if (others.length > 0) throw new Error('the program must be one file');
const code = Buffer.from(chunk.code);
const name = `workbench-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.js`;
const facts = {
  file: `/${path.basename(target)}/${name}`,
  integrity: `sha384-${createHash('sha384').update(code).digest('base64')}`,
};

fs.mkdirSync(target, { recursive: true });
for (const old of fs.readdirSync(target))
  if (/^workbench-[0-9a-f]+\.js$/.test(old) && old !== name) fs.rmSync(path.join(target, old));
fs.writeFileSync(path.join(target, name), code);
fs.writeFileSync(path.join(target, 'bundle.json'), JSON.stringify(facts) + '\n');
fs.writeFileSync(path.join(target, '.gitignore'), '*\n');
