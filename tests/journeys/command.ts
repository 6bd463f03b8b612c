import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Runs one of our own commands on the installation the journeys walk in. */
export function pejling(...args: string[]): string {
  const dataDir = process.env.PEJLING_RUN_DIR;
  if (dataDir === undefined) throw new Error('PEJLING_RUN_DIR names no data folder; run npm test');
  const root = path.resolve(import.meta.dirname, '../..');
  return execFileSync(path.join(root, 'node_modules/.bin/node'), ['src/cli.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: undefined, DATA_DIR: dataDir },
  });
}
