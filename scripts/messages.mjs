// Compiles the message catalogue into src/base/paraglide. An empty or incomplete catalogue is an error here: the compiler itself
// exits 0 with nothing to compile.
import fs from 'node:fs';
import path from 'node:path';
import { compile } from '@inlang/paraglide-js';

process.env.DO_NOT_TRACK = '1';
const rooms = fs
  .readdirSync('messages')
  .filter((file) => file.endsWith('.da.json'))
  .map((file) => file.slice(0, -'.da.json'.length))
  .sort();

const seen = new Map();
for (const room of rooms) {
  const texts = ['da', 'en'].map((locale) => {
    const file = `messages/${room}.${locale}.json`;
    return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  });
  const missing = [
    ...Object.keys(texts[0])
      .filter((key) => !(key in texts[1]))
      .map((key) => `${key} (en)`),
    ...Object.keys(texts[1])
      .filter((key) => !(key in texts[0]))
      .map((key) => `${key} (da)`),
  ].filter((key) => !key.startsWith('$schema'));
  if (missing.length > 0) {
    process.stderr.write(`messages/${room}: texts missing in the other language: ${missing.join(', ')}\n`);
    process.exit(1);
  }
  for (const key of Object.keys(texts[0])) {
    if (key !== '$schema' && seen.has(key)) {
      process.stderr.write(`messages/${room}: ${key} already stands in messages/${seen.get(key)}\n`);
      process.exit(1);
    }
    seen.set(key, room);
  }
}
if (seen.size === 0) {
  process.stderr.write('messages/: no texts found\n');
  process.exit(1);
}

// The project file lists the rooms' catalogues; it is written here so that a new room needs no second place to be named.
const project = JSON.parse(fs.readFileSync('project.inlang/settings.json', 'utf8'));
const pathPattern = rooms.map((room) => `./messages/${room}.{locale}.json`);
if (JSON.stringify(project['plugin.inlang.messageFormat'].pathPattern) !== JSON.stringify(pathPattern)) {
  project['plugin.inlang.messageFormat'].pathPattern = pathPattern;
  fs.writeFileSync('project.inlang/settings.json', JSON.stringify(project, null, 2) + '\n');
}

// Compiled beside and then moved in file by file: a command that is starting meanwhile never finds half a catalogue.
const target = 'src/base/paraglide';
const making = `.data/paraglide-${process.pid}`;
await compile({
  project: './project.inlang',
  outdir: making,
  strategy: ['globalVariable', 'baseLocale'],
  disableAsyncLocalStorage: true,
  // One file for each language: a process that starts would read thousands otherwise.
  outputStructure: 'locale-modules',
  isServer: 'false',
});

// The compiler can write its types too, by running TypeScript over all it made: half a minute for what is a line for each text.
const index = fs.readFileSync(path.join(making, 'messages/_index.js'), 'utf8');
const inputs = new Map(
  [...index.matchAll(/^\/\*\* @typedef \{(.+)\} (\w+Inputs) \*\/$/gm)].map(([, type, name]) => [name, type]),
);
const functions = [...index.matchAll(/^(export )?const (\w+) = \/\*\* @type \{\(\(inputs(\??): (\w+),/gm)].map(
  ([, shown, name, optional, type]) => {
    const given = inputs.get(type) === '{}' ? 'inputs?: {}' : `inputs${optional}: ${inputs.get(type)}`;
    return `${shown ?? 'declare '}const ${name}: (${given}, options?: { locale?: Locale }) => LocalizedString;`;
  },
);
const renamed = index.match(/^export \{.*\}$/gm) ?? [];
if (functions.length < [...seen.keys()].filter((key) => key !== '$schema').length) {
  process.stderr.write('messages/: the compiler writes its texts in another way than scripts/messages.mjs reads them\n');
  process.exit(1);
}
const types = {
  'messages.d.ts': "export * from './messages/_index.js';\nexport * as m from './messages/_index.js';\n",
  'messages/_index.d.ts': ["import type { Locale, LocalizedString } from '../runtime.js';", ...functions, ...renamed, ''].join(
    '\n',
  ),
  'runtime.d.ts': `export type Locale = 'da' | 'en';
export type LocalizedString = string & { readonly __brand: 'LocalizedString' };
export function getLocale(): Locale;
export function overwriteGetLocale(read: () => Locale): void;
`,
};
for (const [file, text] of Object.entries(types)) fs.writeFileSync(path.join(making, file), text);

const filesIn = (folder) =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
const made = filesIn(making);
for (const file of made) {
  const [from, to] = [path.join(making, file), path.join(target, file)];
  fs.mkdirSync(path.dirname(to), { recursive: true });
  if (!fs.existsSync(to) || !fs.readFileSync(from).equals(fs.readFileSync(to))) fs.renameSync(from, to);
}
for (const old of filesIn(target).filter((file) => !made.includes(file) && file !== '.stamp')) fs.rmSync(path.join(target, old));
fs.rmSync(making, { recursive: true, force: true });
