// npm start: brings the database up, loads the demo when it is wanted, and keeps web, worker and urn running until Ctrl-C.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { childEnvironment, environment } from '#environment';
import { connect } from '#database/connection.ts';
import { openInstallation, runningSupervisor, type Installation } from '#database/installation.ts';
import { firstOperatorLink } from '#gate/first-operator.ts';
import { allOrganisations } from '#rooms/organisations/read.server.ts';

type Part = 'urn' | 'worker' | 'web';
type Running = { process: ChildProcess; restarts: number };
const PARTS: Part[] = ['urn', 'worker', 'web'];
const ENTRY: Record<Part, string> = { urn: 'src/urn.ts', worker: 'src/worker.ts', web: 'src/server.ts' };

const root = path.resolve(import.meta.dirname, '..');
const dataDir = environment.dataDir;
const lockFile = path.join(dataDir, 'supervisor.json');
/** What has been compiled once is not compiled again at the next start. */
const compiled = { NODE_COMPILE_CACHE: path.join(dataDir, 'compiled') };
const running = new Map<Part, Running>();
let stopping = false;

const say = (line: string) => process.stdout.write(line + '\n');

async function main(): Promise<void> {
  const holder = runningSupervisor(dataDir);
  if (holder !== null) {
    say(`Pejling kører allerede på ${holder.address} (proces ${holder.pid}, mappe ${dataDir}).`);
    say('Stop den først med Ctrl-C, eller vælg en anden mappe og port: DATA_DIR=.data2 PORT=3001 npm start');
    process.exit(1);
  }
  mkdirSync(dataDir, { recursive: true });
  const address = environment.ORIGIN ?? `http://localhost:${environment.PORT}`;
  writeFileSync(lockFile, JSON.stringify({ pid: process.pid, address }));
  process.on('SIGINT', () => void stopAll(installation));
  process.on('SIGTERM', () => void stopAll(installation));

  const installation: Installation = await openInstallation(dataDir);
  const fresh = environment.demo && (await loadDemoIfEmpty(installation));
  const started = await startAll(installation);
  await greet(installation, environment.ORIGIN ?? `http://localhost:${started.port}`);
  // Some of Fjordby's people have answered already: with real tokens and sealed ballots, over the same addresses as everybody.
  if (fresh) await command(['vote', '--people', '200', '--address', `http://localhost:${started.port}`]);
}

async function startAll(installation: Installation): Promise<{ port: number }> {
  const ready = await Promise.all(PARTS.map((part) => start(part, installation)));
  const port = ready.find((part) => part.port !== undefined)?.port ?? environment.PORT;
  writeFileSync(lockFile, JSON.stringify({ pid: process.pid, address: environment.ORIGIN ?? `http://localhost:${port}` }));
  return { port };
}

function start(part: Part, installation: Installation): Promise<{ port?: number }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, ENTRY[part])], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: childEnvironment({
        ...compiled,
        PEJLING_PROCESS: part,
        DATA_DIR: dataDir,
        DEMO: environment.demo ? '1' : '0',
        // A child gets the address of its own role and no other; none gets the owner's.
        DATABASE_URL: undefined,
        DATABASE_URL_WEB: part === 'web' ? installation.urls.web : undefined,
        DATABASE_URL_WORKER: part === 'worker' ? installation.urls.worker : undefined,
        DATABASE_URL_URN: part === 'urn' ? installation.urls.urn : undefined,
        PEJLING_BUILD: part === 'web' ? currentBuild() : undefined,
        LOG_LEVEL: environment.demo && environment.LOG_LEVEL === 'info' ? 'warn' : environment.LOG_LEVEL,
        PROTOCOL_HEADER: 'x-forwarded-proto',
        BODY_SIZE_LIMIT: '21M',
      }),
    });
    running.set(part, { process: child, restarts: running.get(part)?.restarts ?? 0 });
    child.on('message', (message: { ready?: boolean; port?: number; failed?: string }) => {
      if (message.failed !== undefined) {
        say(`Pejling kan ikke starte: ${message.failed}`);
        void stopAll(installation, 1);
      } else if (message.ready === true) resolve(message.port === undefined ? {} : { port: message.port });
    });
    child.on('exit', (code) => {
      if (stopping) return;
      const restarts = (running.get(part)?.restarts ?? 0) + 1;
      if (restarts > 20) {
        say(`${part} stoppede ${restarts} gange. Pejling lukker ned; se linjerne ovenfor.`);
        void stopAll(installation, 1);
        return;
      }
      say(`${part} stoppede (kode ${code ?? 'ingen'}) og startes igen.`);
      running.set(part, { process: child, restarts });
      setTimeout(() => void start(part, installation).then(resolve), Math.min(5000, 200 * restarts));
    });
  });
}

function currentBuild(): string {
  const folder =
    environment.PEJLING_BUILD ??
    path.join(root, '.data', 'build', readFileSync(path.join(root, '.data/build/current'), 'utf8').trim());
  if (!existsSync(path.join(folder, 'handler.js'))) throw new Error(`No build in ${folder}; run npm start.`);
  return folder;
}

async function loadDemoIfEmpty(installation: Installation): Promise<boolean> {
  const connection = connect(installation.urls.worker, 1);
  let known: unknown[];
  try {
    known = await allOrganisations(connection.kysely);
  } finally {
    await connection.close();
  }
  if (known.length > 0) return false;
  say('Indlæser den opdigtede kommune Fjordby. Det sker kun første gang …');
  const code = await command(['demo', '--employees', '1200', '--seed', '2', '--slug', 'fjordby']);
  if (code !== 0) throw new Error(`The demo could not be loaded (exit ${code}).`);
  return true;
}

/** Runs one of our own commands as a child, and gives its exit code. */
function command(args: string[]): Promise<number | null> {
  const child = spawn(process.execPath, [path.join(root, 'src/cli.ts'), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: childEnvironment({ ...compiled, DATA_DIR: dataDir }),
  });
  return new Promise((resolve) => child.on('exit', resolve));
}

async function greet(installation: Installation, address: string): Promise<void> {
  say('');
  say(`Pejling kører på ${address}`);
  if (environment.demo) {
    say(`Log ind som en af personerne i Fjordby Kommune: ${address}/sign-in`);
  } else {
    const link = await firstOperatorLink(installation.urls.worker, address);
    say(link === null ? `Log ind på ${address}/sign-in` : `Opret den første driftsansvarlige (linket virker én gang): ${link}`);
  }
  say('Stop med Ctrl-C.');
}

async function stopAll(installation: Installation | undefined, code = 0): Promise<void> {
  if (stopping) return;
  stopping = true;
  // Web first, so that nothing new comes in; then the worker, which finishes or returns its job; the urn last.
  for (const part of ['web', 'worker', 'urn'] as const) await end(running.get(part)?.process);
  await installation?.stop();
  rmSync(lockFile, { force: true });
  process.exit(code);
}

function end(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const hard = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.on('exit', () => {
      clearTimeout(hard);
      resolve();
    });
    if (child.connected) child.disconnect();
    else child.kill('SIGTERM');
  });
}

main().catch(async (error: unknown) => {
  say(`Pejling kunne ikke starte: ${error instanceof Error ? error.message : String(error)}`);
  await stopAll(undefined, 1);
});
