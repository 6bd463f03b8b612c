import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Problem } from '#base/errors.ts';
import { settleCast, type CastTown } from '../../../../../tests/cast.ts';
import { freshDatabase, withOwner, type TestDatabase } from '../../../../../tests/database.ts';
import {
  closeAndTreat,
  comment,
  openAsLene,
  settleDraft,
  writeInConfidence,
  type HeardDraft,
} from '../../../../../tests/heard-draft.ts';
import { aboutMe } from '../about-me/read.server.ts';
import { saveRoles } from '#rooms/people/roles/commands.server.ts';
import { closeHearing } from '../deadline/commands.server.ts';
import { noteFor } from '../note/read.server.ts';
import { hearingFor } from '../read.server.ts';
import { beginTreatment, endTreatment } from '../treatment/commands.server.ts';
import { treatmentSheet } from '../treatment/read.server.ts';
import { ownSheet, saveOwnComment, withdrawOwnComment } from './commands.server.ts';

let database: TestDatabase;
let town: CastTown;
let draft: HeardDraft;
let hearing: string;
const FIVE = ['Amina', 'Bo', 'Carla', 'Dorte', 'Erik'];

before(async () => {
  database = await freshDatabase();
});
after(() => database.close());
beforeEach(async () => {
  await withOwner(database.ownerUrl, (client) => client.query('delete from organisations'));
  ({ fjordby: town } = await settleCast(database));
  draft = await settleDraft(town);
  hearing = await openAsLene(town, draft);
});

const notFound = (thrown: unknown) => thrown instanceof Problem && thrown.code === 'not_found';
const sheet = () => town.web.transaction((tx) => treatmentSheet(tx, town.member('Lene'), hearing));

/** Every value of every table, as the owner of the database reads it: what a copy of it would give away. */
async function wholeDatabase(): Promise<Map<string, Record<string, unknown>[]>> {
  return withOwner(database.ownerUrl, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
    );
    const all = new Map<string, Record<string, unknown>[]>();
    for (const { name } of tables.rows)
      all.set(name, (await client.query(`select * from ${name}`)).rows as Record<string, unknown>[]);
    return all;
  });
}

test('AA15 an employee writes, changes and withdraws in confidence, and only the author can read it', async () => {
  const words = comment('Det er for langt.', draft.statements.get('mod/1') ?? '');
  await saveOwnComment(town.member('Amina'), hearing, words);
  await saveOwnComment(town.member('Amina'), hearing, words);
  await saveOwnComment(town.member('Amina'), hearing, { ...words, text: 'Det er lidt for langt.' });
  const own = await ownSheet(town.member('Amina'), hearing);
  assert.deepEqual(
    own.comments.map(({ text }) => text),
    ['Det er lidt for langt.'],
  );
  assert.deepEqual((await ownSheet(town.member('Bo'), hearing)).comments, []);
  await withdrawOwnComment(town.member('Bo'), hearing, words.id);
  assert.equal((await ownSheet(town.member('Amina'), hearing)).comments.length, 1);
  await assert.rejects(saveOwnComment(town.member('Bo'), hearing, { ...words, text: 'Overtaget' }));
  assert.equal((await town.web.transaction((tx) => aboutMe(tx, town.people['Amina'] ?? ''))).length, 1);
  assert.equal((await town.web.transaction((tx) => aboutMe(tx, town.people['Bo'] ?? ''))).length, 0);
  await withdrawOwnComment(town.member('Amina'), hearing, words.id);
  assert.equal((await ownSheet(town.member('Amina'), hearing)).comments.length, 0);
});

test('AA15 those who answer comments cannot write as employees, so that they never count themselves among k', async () => {
  await assert.rejects(saveOwnComment(town.member('Lene'), hearing, comment('Jeg tæller mig selv med')), notFound);
  await assert.rejects(ownSheet(town.member('Lene'), hearing), notFound);
});

test('AA15 whoever came to answer comments after writing one does not count among the five', async () => {
  await writeInConfidence(town, hearing, FIVE);
  await saveRoles(town.member('Lene'), town.people['Erik'] ?? '', ['editor']);
  await closeAndTreat(town, hearing);
  assert.equal((await sheet()).comments.length, 0);
  assert.equal((await wholeDatabase()).get('public.hearing_sealed_comments')?.length, 5);
});

test('AA15 whoever set a deadline of the hearing and holds none any more cannot be the fifth', async () => {
  await writeInConfidence(town, hearing, FIVE);
  await withOwner(database.ownerUrl, (client) =>
    client.query('update hearing_deadlines set set_by = $1 where hearing_id = $2', [town.people['Erik'], hearing]),
  );
  await closeAndTreat(town, hearing);
  assert.equal((await sheet()).comments.length, 0);
});

test('AA15 with five others the comment of one who came to answer is opened with theirs', async () => {
  await writeInConfidence(town, hearing, [...FIVE, 'Farid']);
  await saveRoles(town.member('Lene'), town.people['Farid'] ?? '', ['hr']);
  await closeAndTreat(town, hearing);
  assert.equal((await sheet()).comments.length, 6);
});

test('AA15 before the treatment nobody but the author can see that somebody wrote: no figure, no page, no trail, no mail, no job', async () => {
  const before = await wholeDatabase();
  await writeInConfidence(town, hearing, FIVE);
  const afterwards = await wholeDatabase();
  const touched = [...afterwards]
    .filter(([name, rows]) => JSON.stringify(rows) !== JSON.stringify(before.get(name)))
    .map(([name]) => name);
  assert.deepEqual(touched, ['public.hearing_sealed_comments']);
  const rows = afterwards.get('public.hearing_sealed_comments') ?? [];
  assert.deepEqual(Object.keys(rows[0] ?? {}).sort(), ['author_mark', 'hearing_id', 'id', 'organisation_id', 'sealed']);
  const bytes = rows.map((row) =>
    [String(row['id']), (row['author_mark'] as Buffer).toString('latin1'), (row['sealed'] as Buffer).toString('latin1')].join(),
  );
  for (const name of FIVE)
    assert.ok(bytes.every((text) => !text.includes(town.people[name] ?? '') && !text.includes('Ord fra en af os')));
  assert.equal(new Set(rows.map((row) => (row['sealed'] as Buffer).length)).size, 1);
  assert.ok(
    rows.every((row) => String(row['id'])[14] === '4'),
    'an id that begins with the time would tell the order',
  );
  assert.equal((await sheet()).comments.length, 0);
});

test('AA15 with five different employees the comments are opened together, without a name, a time, an order or a way back', async () => {
  await writeInConfidence(town, hearing, FIVE);
  const sealed = (await wholeDatabase()).get('public.hearing_sealed_comments') ?? [];
  await closeAndTreat(town, hearing);
  const { comments } = await sheet();
  assert.equal(comments.length, 5);
  assert.ok(comments.every((one) => one.from === null));
  const dump = await wholeDatabase();
  assert.deepEqual(dump.get('public.hearing_sealed_comments'), []);
  assert.equal(dump.get('public.hearings')?.[0]?.['salt'], null);
  const opened = dump.get('public.hearing_comments') ?? [];
  // What search looks through is made by the database from the words alone.
  assert.deepEqual(Object.keys(opened[0] ?? {}).sort(), [
    'hearing_id',
    'id',
    'organisation_id',
    'search',
    'statement_id',
    'text',
  ]);
  assert.ok(opened.every((row) => sealed.every((old) => old['id'] !== row['id'])));
  const people = FIVE.map((name) => town.people[name] ?? '');
  const trail = JSON.stringify([dump.get('public.trail_entries'), dump.get('public.messages'), dump.get('pgboss.job')]);
  assert.ok(people.every((id) => !trail.includes(id)));
  assert.deepEqual((await ownSheet(town.member('Amina'), hearing)).comments, []);
});

test('AA15 the order in which comments are opened is not the order in which they came', async () => {
  const orders = new Set<string>();
  const names = ['Amina', 'Bo', 'Carla', 'Dorte', 'Erik', 'Farid', 'Gitte', 'Hans'];
  await writeInConfidence(town, hearing, names);
  await closeAndTreat(town, hearing);
  const rows = (await wholeDatabase()).get('public.hearing_comments') ?? [];
  orders.add(rows.map((row) => String(row['text'])).join());
  orders.add((await sheet()).comments.map((one) => one.text).join());
  const came = names.map((name) => `Ord fra en af os, nummer ${name.length}${name}`).join();
  assert.ok(!orders.has(came), 'one chance in forty thousand');
});

test('AA15 with four employees, one of them writing twice, nothing is opened; the authors can read their own until the treatment ends', async () => {
  await writeInConfidence(town, hearing, FIVE.slice(0, 4));
  await saveOwnComment(town.member('Amina'), hearing, comment('Jeg skriver to gange'));
  await closeAndTreat(town, hearing);
  assert.equal((await sheet()).comments.length, 0);
  const { hearing: facts } = await town.web.transaction((tx) => hearingFor(tx, town.member('Lene'), hearing));
  assert.equal(facts.setOpened, false);
  assert.equal((await ownSheet(town.member('Amina'), hearing)).comments.length, 2);
  const note = await town.web.transaction((tx) => noteFor(tx, town.member('Lene'), hearing));
  assert.equal(note.fromEmployees, 0);
  await assert.rejects(
    saveOwnComment(town.member('Erik'), hearing, comment('Den femte, bagefter')),
    (thrown: unknown) => thrown instanceof Problem && thrown.code === 'closed',
  );
  await endTreatment(town.member('Lene'), hearing);
  assert.deepEqual((await wholeDatabase()).get('public.hearing_sealed_comments'), []);
});

test('AA15 a comment sent in the moment the treatment begins is opened with the others or refused, never lost between', async () => {
  await writeInConfidence(town, hearing, FIVE);
  await closeHearing(town.member('Lene'), hearing, 'Alle har svaret.');
  const [, ...written] = await Promise.allSettled([
    beginTreatment(town.member('Lene'), hearing),
    ...['Farid', 'Gitte', 'Hans'].map((name) => saveOwnComment(town.member(name), hearing, comment(`I sidste øjeblik, ${name}`))),
  ]);
  const taken = written.filter(({ status }) => status === 'fulfilled').length;
  assert.equal((await sheet()).comments.length, 5 + taken);
  for (const result of written) if (result.status === 'rejected') assert.equal((result.reason as Problem).code, 'closed');
  assert.deepEqual((await wholeDatabase()).get('public.hearing_sealed_comments'), []);
});

test('AA15 neither the worker nor the urn can read a comment, sealed or opened, or half of the key', async () => {
  for (const table of ['hearing_sealed_comments', 'hearing_comments', 'hearing_body_comments', 'hearing_answers'])
    for (const role of ['worker', 'urn'])
      await withOwner(database.ownerUrl, async (client) => {
        const { rows } = await client.query<{ yes: boolean }>(`select has_any_column_privilege($1, $2, 'SELECT') as yes`, [
          `pejling_${role}`,
          table,
        ]);
        assert.equal(rows[0]?.yes, false, `${role} reads ${table}`);
      });
  await withOwner(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ yes: boolean }>(
      `select has_column_privilege('pejling_worker', 'hearings', 'salt', 'SELECT') as yes`,
    );
    assert.equal(rows[0]?.yes, false);
  });
});
