import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { startServer } from '../scripts/running-server.ts';

const answers = async (address: string) => (await fetch(`${address}/health`)).ok;
const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    // A process that has ended but was not waited for yet is still listed, without a command line.
    return !existsSync(`/proc/${pid}`) || readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
};
const serverPid = (dataDir: string) => Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

test('Pejling starts in an empty folder, survives kill -9, says who holds the folder, and leaves nothing behind after Ctrl-C', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'pejling-start-'));
  try {
    const first = await startServer({ DATA_DIR: dataDir, DEMO: '0' });
    assert.ok(await answers(first.address));
    assert.match(first.output(), /operator\/set-up\/0\./, 'an installation that is no demo prints a link for its first operator');

    const second = spawnSync(process.execPath, ['src/supervisor.ts'], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: undefined, DATA_DIR: dataDir, PORT: '0', DEMO: '0' },
    });
    assert.equal(second.status, 1);
    assert.match(second.stdout, new RegExp(`Pejling kører allerede .*proces ${first.pid}`));

    const postgres = serverPid(dataDir);
    await first.kill();
    assert.ok(alive(postgres), 'the database outlives a killed supervisor');
    const third = await startServer({ DATA_DIR: dataDir, DEMO: '0' });
    assert.equal(serverPid(dataDir), postgres, 'and is taken over by the next start');
    assert.ok(await answers(third.address));

    await third.stop();
    assert.ok(!alive(postgres), 'Ctrl-C stops the database too');
    assert.ok(!existsSync(path.join(dataDir, 'supervisor.json')));
    await assert.rejects(fetch(`${third.address}/health`));
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
});

test('a foreign host is refused, and headers keep other sites out', async () => {
  const server = await startServer({ DEMO: '0', ORIGIN: 'http://pejling.example' });
  try {
    const foreign = await fetch(`${server.address}/sign-in`);
    assert.equal(foreign.status, 421);
    const health = await fetch(`${server.address}/health`);
    assert.equal(health.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(health.headers.get('x-frame-options'), 'DENY');
  } finally {
    await server.stop();
  }
});
