import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

export type RunningServer = {
  address: string;
  port: number;
  dataDir: string;
  pid: number;
  output: () => string;
  /** Ctrl-C, and wait until all has ended. */
  stop: () => Promise<void>;
  /** kill -9 of the supervisor, as when a machine runs out of memory. */
  kill: () => Promise<void>;
};

/** Starts Pejling as npm start does, with the demo unless told otherwise, on a free port, and waits until it answers. A folder of its own is removed at the end. */
export async function startServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const given = env.DATA_DIR;
  const dataDir = given ?? mkdtempSync(path.join(os.tmpdir(), 'pejling-run-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['src/supervisor.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: undefined, DATA_DIR: dataDir, PORT: String(port), ...env },
  });
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (output += part.toString()));
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const greeted = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => output.includes('Stop med Ctrl-C') && resolve());
    child.on('exit', (code) => reject(new Error(`Pejling ended (${code}) before it was ready:\n${output}`)));
  });
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
    if (given === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  await greeted;
  return { address: `http://localhost:${port}`, port, dataDir, pid: child.pid ?? 0, output: () => output, stop, kill };
}

/** A port nobody listens on, below those the system gives to outgoing connections: nobody takes it by chance before Pejling does. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.on('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
