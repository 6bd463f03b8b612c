// The urn as a process of its own, killed in the worst moments.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before, it } from 'node:test';
import { childEnvironment } from '#environment';
import { urnSocketPath } from '#base/urn-socket.ts';
import { mintTenant } from '#database/tenant.ts';
import { assembleBallot, sealAnswers } from '#rooms/ballots/client/ballot.ts';
import { readKeys } from '#rooms/ballots/keys/write.server.ts';
import { openUrn } from '#rooms/ballots/opening/commands.server.ts';
import { opening } from '#rooms/ballots/opened/read.server.ts';
import { latestManifest } from '#rooms/rounds/manifest/read.server.ts';
import { settleCast, type CastTown } from '../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../tests/database.ts';
import { openRound, startUrn, type OpenRound } from '../tests/open-round.ts';

const PEOPLE = ['Amina', 'Bo', 'Carla', 'Dorte', 'Erik', 'Farid'];

let database: TestDatabase;
let fjordby: CastTown;
let running: Awaited<ReturnType<typeof startUrn>>;
let round: OpenRound;
const processes = new Set<ChildProcess>();

before(async () => {
  database = await freshDatabase();
  ({ fjordby } = await settleCast(database));
  running = await startUrn(database);
  round = await openRound(fjordby, running);
  for (const name of PEOPLE) assert.equal((await round.vote(name, [1, 2, 3])).kind, 'kept');
  await running.urn.stop();
});
after(async () => {
  for (const child of processes) child.kill('SIGKILL');
  await running.stop();
  await database.close();
});

function start(): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'urn.ts')], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: childEnvironment({
        PEJLING_PROCESS: 'urn',
        DATABASE_URL_URN: database.urls.urn,
        DATA_DIR: running.dataDir,
        LOG_LEVEL: 'error',
      }),
    });
    processes.add(child);
    child.on('message', () => resolve(child));
    child.on('exit', (code) => {
      processes.delete(child);
      reject(new Error(`the urn ended (${code})`));
    });
  });
}

const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));

/** Sends a body to the urn's socket; the status, or null when the connection broke. */
function send(
  body: Uint8Array,
  address = `/urn/${fjordby.organisation.id}/${round.id}`,
  method = 'POST',
): Promise<number | null> {
  return new Promise((resolve) => {
    const request = http.request({ socketPath: urnSocketPath(running.dataDir), path: address, method }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? null));
      response.on('error', () => resolve(null));
    });
    request.on('error', () => resolve(null));
    request.end(body);
  });
}

/** Sends ballots in one body, as the front does with those that wait at the same time. */
function sendTogether(ballots: readonly Uint8Array[], count: number): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const address = `/urn/${fjordby.organisation.id}/${round.id}`;
    const options = {
      socketPath: urnSocketPath(running.dataDir),
      path: address,
      method: 'POST',
      headers: { 'x-ballots': count },
    };
    const request = http.request(options, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on('error', reject);
    request.end(Buffer.concat(ballots));
  });
}

async function ballotOf(name: string, version: number): Promise<Uint8Array> {
  const browser = await round.browser(name);
  const kept = (await browser.kept()) ?? assert.fail();
  const parts = { token: kept.token.message, tokenSignature: kept.tokenSignature ?? assert.fail(), version };
  return assembleBallot(kept.key, {
    ...parts,
    sealed: await sealAnswers(browser.manifest.encryptionKey, parts.token, version, [5, 5, 5]),
  });
}

const held = () =>
  mintTenant(database.as.urn, fjordby.organisation.id).transaction((tx) =>
    tx.selectFrom('urn.envelopes').select('version').where('round_id', '=', round.id).orderBy('version').execute(),
  );

it('kill -9 in the middle of intake loses no ballot that was acknowledged', async () => {
  const child = await start();
  const gone = ended(child);
  const acknowledged = new Map<string, number>();
  let count = 0;
  const persistent = async (name: string) => {
    for (let version = 2; ; version++) {
      if ((await send(await ballotOf(name, version))) !== 200) return;
      acknowledged.set(name, version);
      if (++count === 40) child.kill('SIGKILL');
    }
  };
  await Promise.all(PEOPLE.map(persistent));
  await gone;
  const again = await start();
  for (const name of PEOPLE) {
    const last = acknowledged.get(name) ?? 1;
    const older = await send(await ballotOf(name, last - 1 || 1));
    assert.equal(older, 409, `${name} had version ${last} acknowledged`);
  }
  const versions = (await held()).map((row) => row.version);
  assert.equal(versions.length, PEOPLE.length);
  const promised = [...acknowledged.values()].sort((a, b) => a - b);
  promised.forEach((version, at) => assert.ok((versions[at + versions.length - promised.length] ?? 0) >= version));
  const stopped = ended(again);
  again.kill('SIGTERM');
  assert.equal(await stopped, 0);
});

it('nothing but a sealed ballot gets through the socket, which only its owner can open', async () => {
  const child = await start();
  const ballot = await ballotOf('Amina', 1000);
  assert.equal(await send(ballot, `/urn/${fjordby.organisation.id}/${round.id}`, 'PUT'), 404);
  for (const address of [
    '/',
    '/urn/1',
    `/urn/x/${round.id}`,
    `/urn/${fjordby.organisation.id}/${round.id}/more`,
    '/urn/../health',
  ])
    assert.equal(await send(ballot, address), 404);
  assert.equal(await send(ballot.subarray(1)), 400);
  assert.equal(await send(Buffer.concat([ballot, ballot])), 400);
  assert.equal(await send(ballot), 200);
  assert.equal(statSync(urnSocketPath(running.dataDir)).mode & 0o077, 0);
  const gone = ended(child);
  child.disconnect();
  assert.equal(await gone, 0);
});

it('ballots that come together are each answered for, and one that is damaged spoils none of the others', async () => {
  const child = await start();
  const [amina, bo] = [await ballotOf('Amina', 1500), await ballotOf('Bo', 1500)];
  const damaged = Uint8Array.from(amina, (byte, at) => (at === amina.length - 1 ? byte ^ 1 : byte));
  const { status, text } = await sendTogether([amina, damaged, bo], 3);
  assert.equal(status, 200);
  const answers = JSON.parse(text) as { status: number; body: { receipt?: string; problem?: string } }[];
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [200, 403, 200],
  );
  assert.notEqual(answers[0]?.body.receipt, answers[2]?.body.receipt);
  assert.equal((await sendTogether([amina, bo], 3)).status, 400);
  assert.equal((await sendTogether([amina, bo], 65)).status, 400);
  const gone = ended(child);
  child.kill('SIGTERM');
  await gone;
});

it('killed between the opening and the deletion of the key, it deletes the key when it starts again and opens nothing twice', async () => {
  const file = path.join(running.dataDir, 'urn-keys', `${fjordby.organisation.id}-${round.id}.json`);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const manifest = (await fjordby.web.transaction((tx) => latestManifest(tx, round.id))) ?? assert.fail();
  const keys = readKeys(running.dataDir, fjordby.organisation.id, round.id) ?? assert.fail();
  await openUrn(mintTenant(database.as.urn, fjordby.organisation.id), manifest, keys.encryption);
  assert.ok(existsSync(file));
  const child = await start();
  assert.ok(!existsSync(file));
  const opened = await fjordby.worker.transaction((tx) => opening(tx, round.id));
  assert.deepEqual(opened, { envelopes: PEOPLE.length, dropped: 0, unreadable: 0, pooled: [] });
  assert.equal(await send(await ballotOf('Bo', 2000)), 409);
  const gone = ended(child);
  child.kill('SIGTERM');
  await gone;
});
