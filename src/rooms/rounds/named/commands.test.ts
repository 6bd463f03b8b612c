import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '#base/errors.ts';
import { daysAfter, now } from '#base/time.ts';
import { demoFramework } from '#demo/framework.ts';
import { createFromDraft } from '#rooms/frameworks/write.server.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, withOwner, type TestDatabase } from '../../../../tests/database.ts';
import { takeSnapshot } from '../snapshot/write.server.ts';
import { recordFinished } from '../launch/write.server.ts';
import { setQuestions } from '../questions/write.server.ts';
import { roundLeaders } from '../read.server.ts';
import { createRound } from '../write.server.ts';
import { openSheet, saveSheet, type Task } from './commands.server.ts';
import { dutiesOf, namedAnswers } from './read.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let about: (leader: string, relation: 'self' | 'superior') => Task;
let roundId: string;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  const wording = { other: 'Min leder lytter færdig.', self: 'Jeg lytter færdig.', superior: 'Lederen lytter færdig.' };
  roundId = await fjordby.worker.transaction(async (tx) => {
    const { versionId, statementIds } = await createFromDraft(tx, demoFramework('2026-05'), { publish: true });
    const statement = statementIds.get('mennesker-vokser/naervaer/lytter-faerdig') ?? '';
    const id = await createRound(tx, { versionId, title: 'Måling', createdBy: fjordby.people['Lene'] ?? '' });
    const question = {
      theme: statement,
      themeName: { da: 'Nærvær', en: 'Presence' },
      wording: { da: wording, en: wording },
      itemId: null,
      statements: [statement],
    };
    await setQuestions(tx, id, [question, question]);
    await takeSnapshot(tx, id);
    await recordFinished(tx, id, {
      by: fjordby.people['Lene'] ?? '',
      launchedAt: daysAfter(now(), -1),
      closedAt: daysAfter(now(), 7),
    });
    return id;
  });
  const leaders = await fjordby.web.transaction((tx) => roundLeaders(tx, roundId));
  about = (leader, relation) => ({ roundId, relation, leaderId: leaders.find((one) => one.name === leader)?.id ?? '' });
});
after(() => database.close());

const notFound = (error: unknown) => error instanceof Problem && error.code === 'not_found';
const answers = (given: Record<string, string>) => (code: string) => given[code] ?? '';

test('Mette answers about herself and Henrik about Mette; nobody else finds the sheet', async () => {
  await saveSheet(fjordby.member('Mette'), about('Mette', 'self'), answers({ q1: '4', q2: '255' }));
  await saveSheet(fjordby.member('Henrik'), about('Mette', 'superior'), answers({ q1: '3' }));
  for (const name of ['Henrik', 'Lene', 'Amina', 'Birgitte'])
    await assert.rejects(openSheet(fjordby.member(name), about('Mette', 'self')), notFound);
  for (const name of ['Mette', 'Lene', 'Amina', 'Birgitte'])
    await assert.rejects(openSheet(fjordby.member(name), about('Mette', 'superior')), notFound);
  await assert.rejects(openSheet(holmsted.member('Preben'), about('Mette', 'self')), notFound);
});

test('the author sees what was saved and changes it; the newest answer stands', async () => {
  await saveSheet(fjordby.member('Jonas'), about('Jonas', 'self'), answers({ q1: '2' }));
  await saveSheet(fjordby.member('Jonas'), about('Jonas', 'self'), answers({ q1: '5', q2: '0' }));
  assert.deepEqual((await openSheet(fjordby.member('Jonas'), about('Jonas', 'self'))).answers, { q1: 5, q2: 0 });
});

test('an answer outside the scale, or to a question that is not asked, is not kept', async () => {
  await saveSheet(fjordby.member('Birgitte'), about('Birgitte', 'self'), answers({ q1: '9', q2: '1e0', q99: '4' }));
  const kept = (await openSheet(fjordby.member('Birgitte'), about('Birgitte', 'self'))).answers;
  assert.deepEqual(kept, {});
});

test('what one owes is listed: oneself first, then the leaders right below', async () => {
  const duties = await fjordby.web.transaction((tx) => dutiesOf(tx, fjordby.people['Birgitte'] ?? ''));
  assert.deepEqual(
    duties.map((duty) => [duty.relation, duty.leaderName]),
    [
      ['self', 'Birgitte'],
      ['superior', 'Henrik'],
      ['superior', 'Jonas'],
    ],
  );
  assert.deepEqual(await fjordby.web.transaction((tx) => dutiesOf(tx, fjordby.people['Amina'] ?? '')), []);
});

test('before closing nobody can read a named answer; afterwards the results can, and the author can change nothing', async () => {
  assert.deepEqual(await fjordby.web.transaction((tx) => namedAnswers(tx, roundId)), []);
  await withOwner(database.ownerUrl, async (client) => {
    await client.query(`select set_config('app.organisation', $1, false)`, [String(fjordby.organisation.id)]);
    await client.query(`insert into handover.closures (organisation_id, round_id, reason) values ($1, $2, '')`, [
      fjordby.organisation.id,
      roundId,
    ]);
  });
  const read = await fjordby.web.transaction((tx) => namedAnswers(tx, roundId));
  assert.deepEqual(read.find((one) => one.leaderId === about('Mette', 'self').leaderId && one.relation === 'self')?.answers, {
    q1: 4,
    q2: 255,
  });
  await assert.rejects(
    saveSheet(fjordby.member('Mette'), about('Mette', 'self'), answers({ q1: '1' })),
    (error: unknown) => error instanceof Problem && error.code === 'closed',
  );
});
