// The two processes a ballot goes through, started as npm start does: the web front that relays it and the urn that keeps it.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { environment } from '#environment';

export type Started = { process: ChildProcess; port: number };

export function startUrn(url: string): Promise<Started> {
  return start('src/urn.ts', { PEJLING_PROCESS: 'urn', DATABASE_URL_URN: url });
}

export function startFront(url: string): Promise<Started> {
  const build = path.resolve('.data/build', readFileSync('.data/build/current', 'utf8').trim());
  return start('src/server.ts', { PEJLING_PROCESS: 'web', DATABASE_URL_WEB: url, PEJLING_BUILD: build });
}

/** Ends a process and waits until it has. */
export function end(started: Started): Promise<void> {
  return new Promise((resolve) => {
    started.process.on('exit', () => resolve());
    started.process.kill('SIGTERM');
  });
}

function start(entry: string, settings: Record<string, string>): Promise<Started> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [entry], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...settings, DATA_DIR: environment.dataDir, DEMO: '1', PORT: '0', LOG_LEVEL: 'warn' },
    });
    child.on('message', (message: { ready?: boolean; port?: number }) => {
      if (message.ready === true) resolve({ process: child, port: message.port ?? 0 });
    });
    child.on('exit', (code) => reject(new Error(`${entry} ended with ${code}`)));
  });
}
