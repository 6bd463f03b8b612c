// npm run benchmark: measures the figures that docs/benchmarks.md quotes, each in a process and a temporary folder of its own.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NAMES, type Figure, type FigureName } from './figure.ts';

const LONGEST_MS = 600_000;

async function main(args: string[]): Promise<void> {
  const json = args.includes('--json');
  const wanted = args.filter((arg) => arg !== '--json');
  const names =
    wanted.length === 0 ? [...NAMES] : wanted.filter((name): name is FigureName => NAMES.some((known) => known === name));
  if (names.length < wanted.length) {
    process.stderr.write(`Usage: npm run benchmark -- [${NAMES.join('|')}] [--json]\n`);
    process.exitCode = 2;
    return;
  }
  const figures: Figure[] = [];
  for (const name of names) {
    process.stderr.write(`${name} …\n`);
    const figure = await measureApart(name);
    if (figure === null) process.exitCode = 1;
    else figures.push(figure);
    if (figure !== null && !json) process.stdout.write(described(figure));
  }
  if (!json) return;
  const [only] = figures;
  const document = wanted.length === 1 ? only : figures;
  if (document !== undefined) process.stdout.write(JSON.stringify(document, null, 1) + '\n');
}

/** One figure in a process of its own: no other figure has warmed it, and it ends when its time is up. */
async function measureApart(name: FigureName): Promise<Figure | null> {
  const loadBefore = Number((os.loadavg()[0] ?? 0).toFixed(1));
  const folder = mkdtempSync(path.join(os.tmpdir(), `pejling-benchmark-`));
  const environment = { ...process.env, TMPDIR: folder, DATA_DIR: path.join(folder, 'data'), PORT: '0', PEJLING_PROCESS: '' };
  for (const setting of [
    'DATABASE_URL',
    'DATABASE_URL_WEB',
    'DATABASE_URL_WORKER',
    'DATABASE_URL_URN',
    'ORIGIN',
    'URN_ORIGIN',
    'SMTP_URL',
    'DEMO',
  ])
    Reflect.deleteProperty(environment, setting);
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'measure.ts'), name], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment,
    // A group of its own, so that whatever it has started can be ended with it.
    detached: true,
  });
  const end = () => endGroup(child.pid);
  const interrupted = () => {
    end();
    process.exitCode = 130;
  };
  process.once('SIGINT', interrupted);
  const late = setTimeout(() => {
    process.stderr.write(`${name} took longer than ${LONGEST_MS / 1000} s and was stopped.\n`);
    end();
  }, LONGEST_MS);
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(late);
  process.removeListener('SIGINT', interrupted);
  end();
  await sweep(folder);
  if (process.exitCode === 130) process.exit();
  if (code !== 0) return null;
  const figure = JSON.parse(output) as Figure;
  return { ...figure, beside: { ...figure.beside, processors: os.availableParallelism(), loadBefore } };
}

function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left: that is how it should be.
  }
}

/** Stops a database that a measurement left behind, and removes its folder. */
async function sweep(folder: string): Promise<void> {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('postmaster.pid'),
  )) {
    const pidFile = path.join(folder, file);
    const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
    try {
      process.kill(pid, 'SIGINT');
    } catch {
      continue;
    }
    for (let tries = 0; tries < 200 && existsSync(pidFile); tries++) await pause(25);
  }
  rmSync(folder, { recursive: true, force: true });
}

function described(figure: Figure): string {
  const beside = Object.entries(figure.beside).map(([what, value]) => `  ${what}: ${value}\n`);
  return `${figure.name}: ${figure.value} ${figure.unit}, ${figure.ratio} of ${figure.againstWhat} (${figure.against}); aim: ${figure.aim}\n${beside.join('')}`;
}

await main(process.argv.slice(2));
