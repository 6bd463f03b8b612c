import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, before, it } from 'node:test';
import { daysAfter, now } from '#base/time.ts';
import { mintTenant } from '#database/tenant.ts';
import { cast } from '#rooms/ballots/client/cast.ts';
import { closeEarly, extendClosing } from '#rooms/rounds/manifest/write.server.ts';
import { latestManifest } from '#rooms/rounds/manifest/read.server.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { newBrowser, openRound, startUrn, type OpenRound } from '../../../../tests/open-round.ts';
import { openedBallots, opening } from '../opened/read.server.ts';
import { deleteOpened } from '../opened/write.server.ts';
import { readKeys } from '../keys/write.server.ts';
import { openUrn } from './commands.server.ts';

// Mette leads eight people, who are a group. Everybody else leads fewer than five, so the rest answer in the pool at the top.
const METTES = ['Amina', 'Bo', 'Carla', 'Dorte', 'Erik', 'Farid', 'Gitte', 'Hans'];
const POOLED = ['Ida', 'Jens', 'Kaya', 'Lene', 'Tom'];

let database: TestDatabase;
let fjordby: CastTown;
let running: Awaited<ReturnType<typeof startUrn>>;

before(async () => {
  database = await freshDatabase();
  ({ fjordby } = await settleCast(database));
  running = await startUrn(database);
});
after(async () => {
  await running.stop();
  await database.close();
});

const keyFile = (round: OpenRound) => path.join(running.dataDir, 'urn-keys', `${fjordby.organisation.id}-${round.id}.json`);
const urnSide = () => mintTenant(database.as.urn, fjordby.organisation.id);

async function answered(names: string[], answersOf: (index: number) => number[]): Promise<OpenRound> {
  const round = await openRound(fjordby, running);
  for (const [index, name] of names.entries()) assert.equal((await round.vote(name, answersOf(index))).kind, 'kept');
  return round;
}

async function close(round: OpenRound): Promise<void> {
  await fjordby.web.transaction((tx) => closeEarly(tx, round.id, 'Alle har svaret.'));
  // The look that is under way may have begun before the closing.
  await running.urn.settled();
  await running.urn.look();
}

const result = (round: OpenRound) =>
  fjordby.worker.transaction(async (tx) => ({
    opening: await opening(tx, round.id),
    ballots: await openedBallots(tx, round.id),
  }));

it('a group that reaches the threshold keeps its answers; a pool that does not, at the top, is dropped and counted', async () => {
  const round = await answered([...METTES.slice(0, 6), ...POOLED.slice(0, 4)], (index) => [1 + (index % 5), 0, 255]);
  await close(round);
  const { opening: opened, ballots } = await result(round);
  const { manifest } = await round.browser('Amina');
  assert.deepEqual(
    { ...opened, pooled: opened?.pooled.map(({ into, answers }) => ({ into, answers })) },
    {
      envelopes: 10,
      dropped: 4,
      unreadable: 0,
      pooled: [{ into: null, answers: 4 }],
    },
  );
  assert.deepEqual(new Set(ballots.map((ballot) => ballot.groupId)), new Set([manifest.group]));
  const answers = ballots.map((ballot) => [...ballot.answers].join(' ')).sort();
  assert.deepEqual(answers, ['1 0 255', '1 0 255', '2 0 255', '3 0 255', '4 0 255', '5 0 255']);
});

it('a group that stays too small goes to the nearest pool upwards that is large enough', async () => {
  const round = await answered([...METTES.slice(0, 3), ...POOLED.slice(0, 4)], () => [3, 3, 3]);
  await close(round);
  const { opening: opened, ballots } = await result(round);
  const mettes = (await round.browser('Amina')).manifest.group;
  const pool = (await round.browser('Ida')).manifest.group;
  assert.deepEqual(opened, { envelopes: 7, dropped: 0, unreadable: 0, pooled: [{ group: mettes, into: pool, answers: 3 }] });
  assert.deepEqual(new Set(ballots.map((ballot) => ballot.groupId)), new Set([pool]));
});

it('a ballot whose contents are no answers is counted as unreadable and stops nobody else', async () => {
  const round = await answered(METTES.slice(0, 5), () => [4, 4, 4]);
  assert.equal((await round.vote('Farid', [9, 9, 9])).kind, 'kept');
  assert.equal((await round.vote('Gitte', [4, 4])).kind, 'kept');
  await close(round);
  const { opening: opened, ballots } = await result(round);
  assert.deepEqual(opened, { envelopes: 7, dropped: 0, unreadable: 2, pooled: [] });
  assert.equal(ballots.length, 5);
});

it('after the opening nothing can be sent, read or opened again: envelopes and key are gone', async () => {
  const round = await answered(METTES.slice(0, 5), () => [2, 2, 2]);
  assert.ok(existsSync(keyFile(round)));
  await close(round);
  assert.ok(!existsSync(keyFile(round)));
  const left = await urnSide().transaction((tx) =>
    tx.selectFrom('urn.envelopes').select('nullifier').where('round_id', '=', round.id).execute(),
  );
  assert.deepEqual(left, []);
  assert.deepEqual(await round.vote('Hans', [1, 1, 1]), { kind: 'closed' });
  assert.deepEqual(await round.vote('Amina', [1, 1, 1]), { kind: 'closed' });
  const before = await result(round);
  await running.urn.look();
  assert.deepEqual(await result(round), before);
  await fjordby.worker.transaction((tx) => deleteOpened(tx, round.id));
  assert.deepEqual((await result(round)).ballots, []);
});

it('an urn that ended between opening and deleting the key deletes it at the next start and opens nothing twice', async () => {
  const round = await answered(METTES.slice(0, 5), () => [5, 5, 5]);
  const manifest = (await fjordby.web.transaction((tx) => latestManifest(tx, round.id))) ?? assert.fail();
  const keys = readKeys(running.dataDir, fjordby.organisation.id, round.id) ?? assert.fail();
  assert.equal(await openUrn(urnSide(), manifest, keys.encryption), true);
  assert.equal(await openUrn(urnSide(), manifest, keys.encryption), false);
  const before = await result(round);
  assert.ok(existsSync(keyFile(round)));
  await running.urn.settled();
  await running.urn.look();
  assert.ok(!existsSync(keyFile(round)));
  assert.deepEqual(await result(round), before);
});

it('an opening that breaks off leaves every envelope and the key as they were', async () => {
  const round = await answered(METTES.slice(0, 5), () => [5, 5, 5]);
  const manifest = (await fjordby.web.transaction((tx) => latestManifest(tx, round.id))) ?? assert.fail();
  const keys = readKeys(running.dataDir, fjordby.organisation.id, round.id) ?? assert.fail();
  const broken = { ...manifest, head: { ...manifest.head, organisation: fjordby.organisation.id + 1 } };
  await assert.rejects(openUrn(urnSide(), broken, keys.encryption));
  assert.deepEqual(await result(round), { opening: null, ballots: [] });
  await close(round);
  assert.equal((await result(round)).opening?.envelopes, 5);
});

it('an extended round stays open until the new closing, for those who have the page open too', async () => {
  const round = await answered(METTES.slice(0, 5), () => [4, 4, 4]);
  const later = daysAfter(now(), 30);
  await fjordby.web.transaction((tx) => extendClosing(tx, round.id, later));
  await assert.rejects(
    fjordby.web.transaction((tx) => extendClosing(tx, round.id, daysAfter(now(), 40))),
    /conflict/,
  );
  await running.urn.settled();
  await running.urn.look();
  assert.equal((await round.vote('Amina', [1, 1, 1])).kind, 'kept');
  assert.equal((await round.vote('Hans', [1, 1, 1])).kind, 'kept');
  const fresh = await newBrowser(fjordby, running.urn, round.id, 'Gitte');
  assert.equal((await cast(fresh.manifest, [2, 2, 2], fresh.ports)).kind, 'kept');
  await close(round);
  await assert.rejects(
    fjordby.web.transaction((tx) => extendClosing(tx, round.id, daysAfter(now(), 50))),
    /conflict/,
  );
  assert.equal((await result(round)).opening?.envelopes, 7);
});
