import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Problem, type ProblemCode } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { localDate, now } from '#base/time.ts';
import { write } from '#rooms/messages/commands.server.ts';
import { settleCast, type CastTown } from '../../../../../tests/cast.ts';
import { freshDatabase, withOwner, type TestDatabase } from '../../../../../tests/database.ts';
import { unitsToAdd } from '../around/read.server.ts';
import { beginCorrection, beginNote, deleteNote, saveNote, shareNote } from '../commands.server.ts';
import { noteFor, unitsToDecide } from '../read.server.ts';
import type { NoteReach, WideningInput } from '../schema.ts';
import { tellReaders } from '../told/commands.server.ts';
import { tellingsLeft, whoIsTold } from '../told/read.server.ts';
import { widenNote } from './commands.server.ts';
import { wideningsOf } from './read.server.ts';

const isProblem = (code: ProblemCode) => (thrown: unknown) => thrown instanceof Problem && thrown.code === code;

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let units: Record<string, string>;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  const lene = fjordby.member('Lene');
  const named = await lene.read((tx) => unitsToDecide(tx, lene));
  units = Object.fromEntries(named.map(({ id, name }) => [name, id]));
});
beforeEach(() => fjordby.worker.transaction((tx) => tx.deleteFrom('messages').execute()));
after(() => database.close());

const TITLE = 'Vi deler bilerne';
const WORDS = {
  title: TITLE,
  decision: 'Holdene deler fire biler.',
  alternatives: [{ name: 'En bil hver', pro: 'Nemt', con: 'Dyrt' }],
  tradeoffs: 'Færre biler mod lidt mere ventetid.',
  heard: 'Holdet',
  hearingId: null,
  told: 'På mødet',
  toldOn: null,
  decidedBy: 'Mette',
  decidedOn: localDate(now()),
  explanation: '',
  statements: [],
  reason: '',
};
async function written(reach: NoteReach = 'branch', named: string[] = []): Promise<string> {
  const mette = fjordby.member('Mette');
  const id = newId();
  await beginNote(mette, { id, title: TITLE, unit: units['Hjemmesygeplejen'] ?? '' });
  await saveNote(mette, id, { ...WORDS, reach, units: named, revision: 1 });
  return id;
}
async function shared(tell = false): Promise<string> {
  const id = await written();
  await shareNote(fjordby.member('Mette'), id, { revision: 2, tell });
  return id;
}
const widening = (changes: Partial<WideningInput> = {}): WideningInput => ({
  id: newId(),
  reach: 'units',
  units: [units['Lokalarkivet'] ?? ''],
  tell: false,
  ...changes,
});
const widen = (name: string, id: string, changes: Partial<WideningInput> = {}) =>
  widenNote(fjordby.member(name), id, widening(changes));
const read = (name: string, id: string) => fjordby.member(name).read((tx) => noteFor(tx, fjordby.member(name), id));
const waiting = () => fjordby.worker.transaction((tx) => tx.selectFrom('decision_note_tellings').selectAll().execute());
const mailed = async () => {
  for (const { note_id, id } of await waiting()) await tellReaders(fjordby.worker, note_id, id);
  const rows = await fjordby.worker.transaction((tx) => tx.selectFrom('messages').selectAll().orderBy('address').execute());
  return rows.map((row) => ({ to: row.address.split('@')[0] ?? '', ...write(row) }));
};
const TEAM = ['amina', 'bo', 'carla', 'dorte', 'erik', 'farid', 'gitte', 'hans'];

test('B5 a shared note is given to more units: they read it, nobody loses it, and everybody sees when it was given and by whom', async () => {
  const id = await shared();
  await assert.rejects(read('Ida', id), isProblem('not_found'));
  await widen('Mette', id);
  for (const name of ['Ida', 'Jonas', 'Amina']) assert.equal((await read(name, id)).shared?.title, TITLE, name);
  await assert.rejects(read('Tom', id), isProblem('not_found'));
  await widen('Lene', id, { reach: 'organisation', units: [] });
  assert.ok((await read('Tom', id)).shared);
  const history = await fjordby.member('Tom').read((tx) => wideningsOf(tx, id));
  assert.deepEqual(
    history.map(({ units: named, by }) => [named, by]),
    [
      [['Lokalarkivet'], 'Mette'],
      [[], 'Lene'],
    ],
  );
  const trail = await fjordby.worker.transaction((tx) =>
    tx.selectFrom('trail_entries').select('actor_name').where('action', '=', 'decision_note.widened').execute(),
  );
  assert.deepEqual(trail.map((entry) => entry.actor_name).sort(), ['Lene', 'Mette']);
});

test('B5 a second click gives it once, two at once too, and what adds nobody is refused with what to do', async () => {
  const id = await shared();
  const once = widening();
  await Promise.all([1, 2].map(() => widenNote(fjordby.member('Mette'), id, once)));
  await widenNote(fjordby.member('Mette'), id, once);
  assert.equal((await fjordby.member('Mette').read((tx) => wideningsOf(tx, id))).length, 1);
  const own = units['Hjemmesygeplejen'] ?? '';
  for (const none of [[], [own], [units['Lokalarkivet'] ?? ''], [newId()]])
    await assert.rejects(widen('Mette', id, { units: none }), isProblem('invalid'));
  await widen('Mette', id, { reach: 'organisation' });
  await assert.rejects(widen('Mette', id, { reach: 'organisation' }), isProblem('invalid'));
  const draft = await written();
  await assert.rejects(widen('Mette', draft), isProblem('conflict'));
});

test('B5 readers, other leaders, those above and other organisations give a note to nobody, and are offered no units', async () => {
  const id = await shared();
  for (const name of ['Amina', 'Henrik', 'Birgitte', 'Jonas', 'Tom'])
    await assert.rejects(widen(name, id), isProblem('not_found'), name);
  await assert.rejects(widenNote(holmsted.member('Rikke'), id, widening()), isProblem('not_found'));
  const offered = async (name: string) => {
    const member = fjordby.member(name);
    return member.read(async (tx) => unitsToAdd(tx, member, await noteFor(tx, member, id), { chosen: [], search: '' }));
  };
  assert.equal(await offered('Amina'), null);
  const toAdd = await offered('Mette');
  assert.ok(toAdd?.kind === 'list');
  assert.deepEqual(toAdd.units.map(({ name }) => name).sort(), ['Fjordby Kommune', 'Lokalarkivet', 'Sundhed og Omsorg']);
  await assert.rejects(read('Ida', id), isProblem('not_found'));
});

test('B5 those a note concerns are told by mail when the one who shares it says so: each once, with the link, and not the writer', async () => {
  await shared(false);
  assert.deepEqual(await mailed(), []);
  const id = await shared(true);
  const letters = await mailed();
  assert.deepEqual(
    letters.map(({ to }) => to),
    TEAM,
  );
  assert.equal(letters[0]?.subject, `Beslutning i Hjemmesygeplejen: ${TITLE}`);
  assert.match(letters[0].text, new RegExp(`Hej Amina[^]*Mette har delt[^]*/fjordby/decisions/${id}\\n`));
  assert.doesNotMatch(letters[0].text, /ventetid|Dyrt/, 'what was weighed stands on the page only');
});

test('B5 a correction is told as a correction, and those who are added hear of the note while those who had it hear nothing', async () => {
  const mette = fjordby.member('Mette');
  const id = await shared();
  await beginCorrection(mette, id);
  await saveNote(mette, id, { ...WORDS, reason: 'Fem biler', reach: 'branch', units: [], revision: 1 });
  await shareNote(mette, id, { revision: 2, tell: true });
  const corrected = await mailed();
  assert.deepEqual([corrected.length, corrected[0]?.subject], [TEAM.length, `Rettet: ${TITLE}`]);
  await fjordby.worker.transaction((tx) => tx.deleteFrom('messages').execute());
  await widen('Mette', id, { units: [units['Lokalarkivet'] ?? '', units['Hjemmesygeplejen'] ?? ''], tell: true });
  assert.deepEqual(
    (await mailed()).map(({ to }) => to),
    ['ida', 'jens', 'jonas', 'kaya'],
  );
});

test('B5 a leader fills nobody’s mailbox in the whole organisation: that mail is HR’s to send, also when its topmost unit is named', async () => {
  for (const [reach, named] of [
    ['organisation', []],
    ['units', [units['Fjordby Kommune'] ?? '']],
  ] as const) {
    const id = await written(reach, [...named]);
    const told = async (name: string) => {
      const member = fjordby.member(name);
      return member.read(async (tx) => whoIsTold(tx, member, (await noteFor(tx, member, id)).note));
    };
    assert.deepEqual([(await told('Mette')).may, (await told('Lene')).may], [false, true]);
    assert.ok((await told('Lene')).reachable > TEAM.length);
    await shareNote(fjordby.member('Mette'), id, { revision: 2, tell: true });
    assert.ok((await read('Tom', id)).shared);
    assert.deepEqual(await mailed(), []);
  }
});

test('B5 who shares a note waits for no mails: the worker writes them, once, also when two begin at once or the first was stopped in the middle', async () => {
  const id = await shared(true);
  const queued = () => fjordby.worker.transaction((tx) => tx.selectFrom('messages').select('id').execute());
  const [order] = await waiting();
  const tell = () => tellReaders(fjordby.worker, id, order?.id ?? '');
  assert.deepEqual(await queued(), []);
  await withOwner(database.ownerUrl, async (client) => {
    // The mails of the first cannot be put in the queue: it is stopped after it took the order.
    await client.query('alter table messages add constraint stopped check (false)');
    await assert.rejects(tell());
    await client.query('alter table messages drop constraint stopped');
  });
  assert.deepEqual([(await queued()).length, (await waiting()).length], [0, 1]);
  await tellReaders(holmsted.worker, id, order?.id ?? '');
  assert.equal((await waiting()).length, 1, 'another organisation’s worker finds no such order');
  await Promise.all([tell(), tell()]);
  await tell();
  assert.deepEqual(
    (await mailed()).map(({ to }) => to),
    TEAM,
  );
});

test('B5 who left, came or lost the note before the mails were written is treated as they stand then: Bo hears nothing, Ida does', async () => {
  const id = await shared(true);
  const move = (name: string, change: { ended_on: string } | { unit_id: string } | { ended_on: null }) =>
    fjordby.worker.transaction((tx) =>
      tx
        .updateTable('employments')
        .set(change)
        .where('person_id', '=', fjordby.people[name] ?? '')
        .execute(),
    );
  await move('Bo', { ended_on: localDate(now()) });
  await move('Ida', { unit_id: units['Hjemmesygeplejen'] ?? '' });
  await move('Carla', { unit_id: units['Lokalarkivet'] ?? '' });
  const told = (await mailed()).map(({ to }) => to);
  await move('Bo', { ended_on: null });
  await move('Ida', { unit_id: units['Lokalarkivet'] ?? '' });
  await move('Carla', { unit_id: units['Hjemmesygeplejen'] ?? '' });
  assert.deepEqual(told, ['amina', 'dorte', 'erik', 'farid', 'gitte', 'hans', 'ida']);
  await deleteNote(fjordby.member('Lene'), id);
});

test('B5 a note that was deleted before the mails were written is told to nobody; an order whose job was given up is found again', async () => {
  const id = await shared(true);
  const left = () => fjordby.worker.transaction((tx) => tellingsLeft(tx));
  assert.deepEqual(await left(), []);
  await withOwner(database.ownerUrl, (client) =>
    client.query("update decision_note_tellings set asked_at = now() - interval '1 hour'"),
  );
  assert.deepEqual(
    (await left()).map(({ note }) => note),
    [id],
  );
  await deleteNote(fjordby.member('Lene'), id);
  assert.deepEqual(await mailed(), []);
});

test('B5 given to two groups in turn before any mail was written, each new reader hears of the note once', async () => {
  const id = await shared();
  await widen('Mette', id, { tell: true });
  await widen('Lene', id, { reach: 'organisation', units: [], tell: true });
  const told = (await mailed()).map(({ to }) => to);
  assert.deepEqual(told, [...new Set(told)]);
  assert.deepEqual(told.sort(), ['birgitte', 'henrik', 'ida', 'jens', 'jonas', 'kaya', 'tom']);
});
