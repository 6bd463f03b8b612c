import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import { Problem, type ProblemCode } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { dayAfter, localDate, now } from '#base/time.ts';
import { FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import { statementsOf, usesOf } from '#rooms/frameworks/read.server.ts';
import { createFromDraft } from '#rooms/frameworks/write.server.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { addToNote, beginCorrection, beginNote, deleteNote, dropDraft, saveNote, shareNote } from './commands.server.ts';
import { printedNote } from './components/printed.ts';
import { listNotes } from './list/read.server.ts';
import { decisionPlaces } from './places/read.server.ts';
import { noteFor, notesFor, sharedWording, unitsToDecide } from './read.server.ts';
import type { NoteInput } from './schema.ts';

const isProblem = (code: ProblemCode) => (thrown: unknown) => thrown instanceof Problem && thrown.code === code;
const today = localDate(now());

const DRAFT: FrameworkDraft = {
  format: FORMAT,
  organisation: 'Fjordby Kommune',
  title: 'Sådan leder vi',
  date: null,
  levels: [],
  kinds: {},
  elements: [
    {
      id: 'a',
      kind: 'expectation',
      parent: null,
      level: null,
      title: 'Vi siger, hvad vi valgte fra',
      text: null,
      source: { lines: [1, 1] },
    },
  ],
  repeats: [],
  unplaced: [],
  furniture: [],
  repairs: [],
  text: 'Vi siger, hvad vi valgte fra',
};

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let units: Record<string, string>;
let statement: string;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  const named = await fjordby.member('Lene').read((tx) => unitsToDecide(tx, fjordby.member('Lene')));
  units = Object.fromEntries(named.map(({ id, name }) => [name, id]));
  statement = await fjordby.web.transaction(async (tx) => {
    const { versionId } = await createFromDraft(tx, DRAFT, { publish: true });
    return (await statementsOf(tx, versionId))[0]?.statementId ?? '';
  });
});
beforeEach(async () => {
  const lene = fjordby.member('Lene');
  for (const { note } of await lene.read((tx) => notesFor(tx, lene))) await deleteNote(lene, note.id);
});
after(() => database.close());

const WHOLE: Omit<NoteInput, 'revision'> = {
  title: 'Vi samler de to aftenhold',
  decision: 'Fra 1. maj er der ét aftenhold.',
  alternatives: [
    { name: 'To hold som nu', pro: 'Kendte ansigter', con: 'Huller i vagtplanen' },
    { name: '', pro: '', con: '' },
  ],
  tradeoffs: 'Færre tomme vagter mod længere køreture.',
  heard: 'TRIO den 3. marts',
  hearingId: null,
  told: 'På personalemødet',
  toldOn: null,
  decidedBy: 'Mette',
  decidedOn: today,
  explanation: 'Vi kører længere, men ingen kører alene.',
  statements: [],
  reason: '',
  reach: 'branch',
  units: [],
};
const begun = (name: string, unit = 'Hjemmesygeplejen') =>
  beginNote(fjordby.member(name), { id: newId(), title: 'Vi samler de to aftenhold', unit: units[unit] ?? '' });
const read = (name: string, id: string) => fjordby.member(name).read((tx) => noteFor(tx, fjordby.member(name), id));
const revisionOf = async (name: string, id: string) => (await read(name, id)).draft?.revision ?? 0;
const save = async (name: string, id: string, change: Partial<NoteInput> = {}) =>
  saveNote(fjordby.member(name), id, { ...WHOLE, revision: await revisionOf(name, id), ...change });
const share = async (name: string, id: string) =>
  shareNote(fjordby.member(name), id, { revision: await revisionOf(name, id), tell: false });
async function shared(change: Partial<NoteInput> = {}): Promise<string> {
  const id = await begun('Mette');
  await save('Mette', id, change);
  await share('Mette', id);
  return id;
}
const notThere = (name: string, id: string) => assert.rejects(read(name, id), isProblem('not_found'), name);

it('B5 a leader stands by a decision: alternatives, trade-offs, who was heard and how it is told, and every employee of the unit reads it', async () => {
  const id = await shared({ statements: [statement] });
  const { shared: words, draft } = await read('Amina', id);
  assert.equal(draft, null);
  assert.deepEqual(words?.alternatives, [{ name: 'To hold som nu', pro: 'Kendte ansigter', con: 'Huller i vagtplanen' }]);
  assert.deepEqual(
    [words?.tradeoffs, words?.heard, words?.told, words?.decidedBy, words?.explanation, words?.restsOn[0]?.name],
    [WHOLE.tradeoffs, WHOLE.heard, WHOLE.told, 'Mette', WHOLE.explanation, 'Vi siger, hvad vi valgte fra'],
  );
  await notThere('Jonas', id);
  await notThere('Ida', id);
});

it('B5 a note that lacks its trade-offs or alternatives, or whose decision is not taken yet, cannot be shared', async () => {
  const id = await begun('Mette');
  await assert.rejects(share('Mette', id), isProblem('invalid'));
  for (const lacking of [
    { tradeoffs: '' },
    { alternatives: [] },
    { heard: '' },
    { told: '' },
    { decidedOn: dayAfter(today, { days: 1 }) },
  ]) {
    await save('Mette', id, lacking);
    await assert.rejects(share('Mette', id), isProblem('invalid'), JSON.stringify(lacking));
  }
  await save('Mette', id);
  await share('Mette', id);
});

it('B5 a draft is read by its writer, those above in the line and HR, and by nobody else', async () => {
  const id = await begun('Mette');
  for (const name of ['Mette', 'Henrik', 'Birgitte', 'Lene']) assert.notEqual((await read(name, id)).draft, null, name);
  for (const name of ['Amina', 'Jonas', 'Tom', 'Ida']) await notThere(name, id);
  const rikke = holmsted.member('Rikke');
  await assert.rejects(
    rikke.read((tx) => noteFor(tx, rikke, id)),
    isProblem('not_found'),
  );
  assert.deepEqual(await rikke.read((tx) => notesFor(tx, rikke)), []);
  const amina = fjordby.member('Amina');
  assert.deepEqual(await amina.read((tx) => notesFor(tx, amina)), []);
});

it('B5 a leader’s draft about the units below is not read by the leaders there', async () => {
  const id = await begun('Henrik', 'Sundhed og Omsorg');
  await notThere('Mette', id);
  await save('Henrik', id, { decidedBy: 'Henrik' });
  await share('Henrik', id);
  for (const name of ['Mette', 'Amina']) assert.equal((await read(name, id)).shared?.title, WHOLE.title, name);
  await notThere('Ida', id);
});

it('B5 only the leader of the unit and HR write; those above read, and others find nothing', async () => {
  await assert.rejects(begun('Amina'), isProblem('not_found'));
  await assert.rejects(begun('Jonas'), isProblem('not_found'));
  await assert.rejects(begun('Henrik'), isProblem('not_found'));
  const id = await begun('Mette');
  for (const name of ['Henrik', 'Jonas', 'Amina', 'Tom']) {
    const member = fjordby.member(name);
    await assert.rejects(saveNote(member, id, { ...WHOLE, revision: 1 }), isProblem('not_found'), name);
    await assert.rejects(shareNote(member, id, { revision: 1, tell: true }), isProblem('not_found'), name);
    await assert.rejects(dropDraft(member, id), isProblem('not_found'), name);
  }
  const rikke = holmsted.member('Rikke');
  await assert.rejects(saveNote(rikke, id, { ...WHOLE, revision: 1 }), isProblem('not_found'));
  await assert.rejects(shareNote(rikke, id, { revision: 1, tell: true }), isProblem('not_found'));
  await assert.rejects(deleteNote(rikke, id), isProblem('not_found'));
  await assert.rejects(
    beginNote(rikke, { id: newId(), title: 'Vores', unit: units['Hjemmesygeplejen'] ?? '' }),
    isProblem('not_found'),
  );
  await save('Lene', id, { decidedBy: 'Mette' });
  assert.equal((await read('Mette', id)).draft?.writtenBy, 'Lene');
});

it('B5 what is shared never changes: a correction is a new version with its reason, and both can be read', async () => {
  const id = await shared();
  await assert.rejects(saveNote(fjordby.member('Mette'), id, { ...WHOLE, revision: 2 }), isProblem('conflict'));
  await beginCorrection(fjordby.member('Mette'), id);
  await beginCorrection(fjordby.member('Mette'), id);
  await save('Mette', id, { decision: 'Fra 1. juni er der ét aftenhold.' });
  assert.equal((await read('Amina', id)).shared?.decision, WHOLE.decision);
  await assert.rejects(share('Mette', id), isProblem('invalid'));
  await save('Mette', id, { decision: 'Fra 1. juni er der ét aftenhold.', reason: 'Datoen var forkert.' });
  await share('Mette', id);
  const opened = await read('Amina', id);
  assert.deepEqual([opened.shared?.number, opened.shared?.reason], [2, 'Datoen var forkert.']);
  const amina = fjordby.member('Amina');
  const { version } = await amina.read((tx) => sharedWording(tx, amina, id, '1'));
  assert.equal(version.decision, WHOLE.decision);
  await assert.rejects(
    amina.read((tx) => sharedWording(tx, amina, id, '3')),
    isProblem('not_found'),
  );
  const touched = await fjordby.web.transaction((tx) =>
    tx.updateTable('decision_note_versions').set({ decision: 'Noget andet' }).where('note_id', '=', id).execute(),
  );
  assert.equal(Number(touched[0]?.numUpdatedRows), 0);
});

it('B5 what comes up later is added with its day; a second click adds nothing, and readers cannot add', async () => {
  const id = await shared();
  const addition = { id: newId(), text: 'Vi så på det igen i maj.' };
  await addToNote(fjordby.member('Mette'), id, addition);
  await addToNote(fjordby.member('Mette'), id, addition);
  const { additions } = await read('Amina', id);
  assert.deepEqual(
    additions.map(({ text, addedBy }) => [text, addedBy]),
    [[addition.text, 'Mette']],
  );
  await assert.rejects(addToNote(fjordby.member('Amina'), id, { id: newId(), text: 'Nej' }), isProblem('not_found'));
  await assert.rejects(addToNote(fjordby.member('Jonas'), id, { id: newId(), text: 'Nej' }), isProblem('not_found'));
});

it('B5 two who write at once: the second is told, and nothing is written over', async () => {
  const id = await begun('Mette');
  await saveNote(fjordby.member('Mette'), id, { ...WHOLE, revision: 1 });
  await assert.rejects(saveNote(fjordby.member('Lene'), id, { ...WHOLE, title: 'Andet', revision: 1 }), isProblem('conflict'));
  const twice = await Promise.allSettled([1, 2].map(() => shareNote(fjordby.member('Mette'), id, { revision: 2, tell: true })));
  assert.deepEqual(twice.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
  assert.equal((await read('Amina', id)).shared?.title, WHOLE.title);
});

it('B5 a note can reach named units or the whole organisation, and a unit takes those below it along', async () => {
  const id = await shared({ reach: 'units', units: [units['Lokalarkivet'] ?? ''] });
  for (const name of ['Amina', 'Ida', 'Jonas']) assert.ok((await read(name, id)).shared, name);
  await notThere('Tom', id);
  const whole = await shared({ reach: 'organisation' });
  for (const name of ['Tom', 'Ida']) assert.ok((await read(name, whole)).shared, name);
  const none = await begun('Mette');
  await assert.rejects(save('Mette', none, { reach: 'units', units: [] }), isProblem('invalid'));
  await assert.rejects(save('Mette', none, { reach: 'units', units: [newId()] }), isProblem('invalid'));
});

it('B5 the statements a decision rests on know of it, as far as the reader may; a title for few is not given away', async () => {
  const id = await begun('Mette');
  await save('Mette', id, { statements: [statement] });
  const uses = async () => (await fjordby.member('Ida').read((tx) => usesOf(tx, [statement]))).get(statement) ?? [];
  assert.deepEqual(await uses(), []);
  await share('Mette', id);
  const [use] = await uses();
  assert.equal(use?.kind, 'decision_note');
  assert.doesNotMatch(use?.title ?? '', /aftenhold/);
  const places = (name: string) => fjordby.member(name).read((tx) => decisionPlaces(tx, fjordby.member(name), [id]));
  assert.equal((await places('Amina')).get(id), `/fjordby/decisions/${id}`);
  assert.equal((await places('Ida')).size, 0);
  await deleteNote(fjordby.member('Lene'), id);
  assert.deepEqual(await uses(), []);
  await assert.rejects(save('Mette', await begun('Mette'), { statements: [newId()] }), isProblem('invalid'));
});

it('B5 a shared note is taken away by HR alone, and the trail says so; a draft goes with its writer', async () => {
  const id = await shared();
  for (const name of ['Mette', 'Henrik', 'Amina'])
    await assert.rejects(deleteNote(fjordby.member(name), id), isProblem('not_found'));
  await deleteNote(fjordby.member('Lene'), id);
  await notThere('Amina', id);
  const draft = await begun('Mette');
  await dropDraft(fjordby.member('Mette'), draft);
  await notThere('Mette', draft);
  const trail = await fjordby.worker.transaction((tx) =>
    tx.selectFrom('trail_entries').select(['actor_name', 'object_id']).where('action', '=', 'decision_note.deleted').execute(),
  );
  assert.ok(trail.some((entry) => entry.object_id === id && entry.actor_name === 'Lene'));
});

it('B5 notes are found by their words and their unit, and a note becomes a document', async () => {
  const id = await shared();
  const lene = fjordby.member('Lene');
  const all = { search: '', unit: '', state: '', statements: null };
  const find = async (filter: Partial<typeof all>) =>
    (await lene.read((tx) => listNotes(tx, lene, { ...all, ...filter }))).notes.map(({ note }) => note.id);
  assert.deepEqual(await find({ search: 'KØRETURE' }), [id]);
  assert.deepEqual(await find({ search: 'kantine' }), []);
  assert.deepEqual(await find({ unit: units['Lokalarkivet'] ?? '' }), []);
  assert.deepEqual(await find({ state: 'draft' }), []);
  const opened = await read('Amina', id);
  const document = printedNote(opened, opened.shared ?? assert.fail(), { hearing: null, today });
  assert.match(JSON.stringify(document.blocks), /Huller i vagtplanen/);
  assert.match(document.lead, /Mette/);
});
