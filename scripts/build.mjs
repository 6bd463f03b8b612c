// Builds the web part into the folder given, under a temporary name first, so that a half-made build is never served.
import fs from 'node:fs';
import path from 'node:path';
import { createBuilder } from 'vite';

const target = process.argv[2];
if (!target) throw new Error('build needs a folder');
const temporary = `${target}.making-${process.pid}`;
process.env.PEJLING_BUILD_OUT = path.resolve(temporary);
try {
  await (await createBuilder({ logLevel: 'warn' })).buildApp();
  fs.rmSync(target, { recursive: true, force: true });
  fs.renameSync(temporary, target);
} finally {
  fs.rmSync(temporary, { recursive: true, force: true });
}
// Builds older than a day are of no use any more; a younger one may be what a running server reads from.
const folder = '.data/build';
const others = fs.readdirSync(folder).filter((name) => /^[0-9a-f]{16}$/.test(name) && !target.endsWith(name));
const dated = others.map((name) => ({ name, time: fs.statSync(`${folder}/${name}`).mtimeMs })).sort((a, b) => b.time - a.time);
const dayAgo = Date.now() - 86_400_000;
for (const { name } of dated.slice(3).filter(({ time }) => time < dayAgo))
  fs.rmSync(`${folder}/${name}`, { recursive: true, force: true });
process.exit(0);
