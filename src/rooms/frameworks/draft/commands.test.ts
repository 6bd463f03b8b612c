import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '#base/errors.ts';
import { checkNothingLost, FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { settleCast } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { importFramework } from '../commands.server.ts';
import { exportVersion } from '../exchange/read.server.ts';
import { publishVersion } from '../publication/commands.server.ts';
import { versionHead } from '../read.server.ts';
import { createFromDraft } from '../write.server.ts';
import { moveInDraft, placeInDraft, removeFromDraft, saveElement, stepInDraft } from './commands.server.ts';
import { decideInDraft } from './decisions/commands.server.ts';
import { changeManyInDraft, removeManyInDraft } from './many/commands.server.ts';
import { readManuscript } from './read.server.ts';
import { redoSave, seeInDraft, undoSave } from './saves/commands.server.ts';
import { joinInDraft, splitInDraft } from './splitting/commands.server.ts';
import { readNews } from './workbench/news/read.server.ts';
import { readWorkbench } from './workbench/read.server.ts';

let database: TestDatabase;
let lene: Member; // HR and editor of Fjordby
let birgitte: Member; // management of Fjordby, made an editor for these tests
let amina: Member; // employee of Fjordby
let rikke: Member; // editor of Holmsted

const document: FrameworkDraft = {
  format: FORMAT,
  organisation: 'Fjordby Kommune',
  title: 'Kursen',
  date: '2026',
  levels: ['Chef', 'Leder'],
  kinds: {},
  elements: [
    { id: 'retning', kind: 'theme', parent: null, level: null, title: 'Retning', text: null, source: { lines: [1, 1] } },
    { id: 'retning/et', kind: 'expectation', parent: 'retning', level: 'Chef', title: null, text: 'Chefen peger ud. Lederen går med', source: { lines: [2, 2] } }, // prettier-ignore
    { id: 'retning/to', kind: 'expectation', parent: 'retning', level: 'Leder', title: null, text: 'og siger det på mødet.', source: { lines: [3, 3] } }, // prettier-ignore
    { id: 'mod', kind: 'theme', parent: null, level: null, title: 'Mod', text: null, source: { lines: [4, 4] } },
  ],
  repeats: [],
  unplaced: [{ text: 'Vedtaget i byrådet', source: { lines: [5, 5] } }],
  furniture: [],
  repairs: [
    { line: 3, from: 'pa', to: 'på' },
    { line: 3, from: 'm0det', to: 'mødet' },
  ],
  text: 'Retning\nChefen peger ud. Lederen går med\nog siger det pa m0det.\nMod\nVedtaget i byrådet',
};

before(async () => {
  database = await freshDatabase();
  const { fjordby, holmsted } = await settleCast(database);
  lene = fjordby.member('Lene');
  birgitte = Object.create(fjordby.member('Birgitte'), { has: { value: () => true } }) as Member;
  amina = fjordby.member('Amina');
  rikke = holmsted.member('Rikke');
});
after(() => database.close());

const imported = async (): Promise<string> => (await importFramework(lene, document, 'kursen.txt')).versionId;
const manuscript = (versionId: string) => lene.read((tx) => readManuscript(tx, versionId));
const revision = async (versionId: string) => (await lene.read((tx) => versionHead(tx, versionId)))?.revision ?? 0;
async function idOf(versionId: string, slug: string): Promise<string> {
  const element = (await manuscript(versionId)).elements.find((candidate) => candidate.slug === slug);
  assert.ok(element, slug);
  return element.id;
}
async function texts(versionId: string): Promise<(string | null)[]> {
  const draft = await lene.read((tx) => exportVersion(tx, versionId));
  assert.ok(draft);
  checkNothingLost(draft);
  return draft.elements.map(({ title, text }) => [title, text].filter(Boolean).join(' | '));
}
const notFound = (error: unknown): boolean => error instanceof Problem && error.status === 404;
const conflict = (error: unknown): boolean => error instanceof Problem && error.code === 'conflict';
const words = (text: string) => ({ kind: 'expectation' as const, level: 2, title: null, text });

test('a statement is split at the cursor and joined again, and no word is lost', async () => {
  const versionId = await imported();
  const element = await idOf(versionId, 'retning/et');
  const at = 'Chefen peger ud. Led'.length;
  const split = await splitInDraft(lene, versionId, { element, revision: await revision(versionId), part: 'text', at });
  assert.ok(split.saved && split.elementId !== element);
  assert.deepEqual(await texts(versionId), ['Retning', 'Chefen peger ud.', 'Lederen går med', 'og siger det på mødet.', 'Mod']);
  const joined = await joinInDraft(lene, versionId, {
    element: split.elementId,
    revision: await revision(versionId),
    with: 'next',
  });
  assert.ok(joined.saved && joined.elementId === split.elementId);
  assert.deepEqual(await texts(versionId), ['Retning', 'Chefen peger ud.', 'Lederen går med og siger det på mødet.', 'Mod']);
  const first = await joinInDraft(lene, versionId, {
    element: split.elementId,
    revision: await revision(versionId),
    with: 'previous',
  });
  assert.ok(first.saved && first.elementId === element);
});

test('every change can be undone and redone after the page is loaded again, and undo gives exactly what was there', async () => {
  const versionId = await imported();
  const first = await lene.read((tx) => exportVersion(tx, versionId));
  const element = await idOf(versionId, 'retning/et');
  const other = await idOf(versionId, 'retning/to');
  const now = () => revision(versionId);
  await saveElement(lene, versionId, { ...words('Chefen går foran'), element, revision: await now() });
  await stepInDraft(lene, versionId, { element: other, revision: await now(), direction: 'up' });
  await moveInDraft(lene, versionId, { element: other, revision: await now(), parent: await idOf(versionId, 'mod') });
  await splitInDraft(lene, versionId, { element: other, revision: await now(), part: 'text', at: 8 });
  await removeFromDraft(lene, versionId, { element, revision: await now() });
  await decideInDraft(lene, versionId, { rests: (await repairs(versionId)).map(({ id }) => id), decision: 'rejected' });
  await changeManyInDraft(lene, versionId, {
    elements: [other],
    revision: await now(),
    kind: 'goal',
    level: null,
    parent: undefined,
  });
  const last = await lene.read((tx) => exportVersion(tx, versionId));
  for (let step = 0; step < 7; step++) await undoSave(lene, versionId);
  assert.deepEqual(await lene.read((tx) => exportVersion(tx, versionId)), first);
  await assert.rejects(undoSave(lene, versionId), conflict);
  for (let step = 0; step < 7; step++) await redoSave(lene, versionId);
  assert.deepEqual(await lene.read((tx) => exportVersion(tx, versionId)), last);
  await assert.rejects(redoSave(lene, versionId), conflict);
});

test('one undoes one’s own changes only, and not where somebody has built on them', async () => {
  const versionId = await imported();
  const element = await idOf(versionId, 'retning/et');
  await saveElement(lene, versionId, { ...words('Lenes ord'), element, revision: await revision(versionId) });
  await assert.rejects(undoSave(birgitte, versionId), conflict);
  await saveElement(birgitte, versionId, { ...words('Birgittes ord'), element, revision: await revision(versionId) });
  await assert.rejects(undoSave(lene, versionId), conflict);
  await undoSave(birgitte, versionId);
  assert.ok((await texts(versionId)).includes('Lenes ord'));
  await undoSave(lene, versionId);
  assert.ok((await texts(versionId)).includes('Chefen peger ud. Lederen går med'));
});

test('what is saved while one types is one change to undo, and one line in the trail', async () => {
  const versionId = await imported();
  const element = await idOf(versionId, 'retning/et');
  for (const text of ['Chefen g', 'Chefen går for', 'Chefen går foran'])
    await saveElement(lene, versionId, { ...words(text), element, revision: await revision(versionId), running: true });
  const entries = await lene.read((tx) =>
    tx
      .selectFrom('trail_entries')
      .select('id')
      .where('object_id', '=', versionId)
      .where('action', '=', 'framework.saved')
      .execute(),
  );
  assert.equal(entries.length, 1);
  await undoSave(lene, versionId);
  assert.ok((await texts(versionId)).includes('Chefen peger ud. Lederen går med'));
});

const repairs = async (versionId: string) => (await manuscript(versionId)).rests.filter(({ kind }) => kind === 'repair');

test('a rejected repair gives the word back as the document has it; accepted later it is repaired again', async () => {
  const versionId = await imported();
  const [first, second] = await repairs(versionId);
  assert.ok(first && second);
  await decideInDraft(lene, versionId, { rests: [first.id], decision: 'rejected' });
  assert.ok((await texts(versionId)).includes('og siger det pa mødet.'));
  await decideInDraft(lene, versionId, { rests: [second.id], decision: 'accepted' });
  assert.deepEqual(
    (await repairs(versionId)).map(({ decided }) => decided),
    ['rejected', 'accepted'],
  );
  await decideInDraft(lene, versionId, { rests: [first.id, second.id], decision: 'accepted' });
  assert.ok((await texts(versionId)).includes('og siger det på mødet.'));
  const { missed } = await changedWordThenRejected(versionId, second.id);
  assert.equal(missed, 1, 'a word that has been rewritten since is not touched');
});

async function changedWordThenRejected(versionId: string, repair: string): Promise<{ missed: number }> {
  const element = await idOf(versionId, 'retning/to');
  await saveElement(lene, versionId, { ...words('og siger det på torvet.'), element, revision: await revision(versionId) });
  return decideInDraft(lene, versionId, { rests: [repair], decision: 'rejected' });
}

test('two editors: splitting, joining, deleting or changing many refuses when the other was there first', async () => {
  const versionId = await imported();
  const element = await idOf(versionId, 'retning/et');
  const next = await idOf(versionId, 'retning/to');
  const seen = await revision(versionId);
  await saveElement(birgitte, versionId, { ...words('og gør det.'), element: next, revision: seen });
  const joined = await joinInDraft(lene, versionId, { element, revision: seen, with: 'next' });
  assert.equal(joined.saved, false, 'the neighbour’s new words would have moved unseen');
  const split = await splitInDraft(lene, versionId, { element: next, revision: seen, part: 'text', at: 3 });
  assert.ok(!split.saved && split.theirs?.text === 'og gør det.');
  await assert.rejects(
    changeManyInDraft(lene, versionId, { elements: [element, next], revision: seen, kind: 'goal', level: undefined, parent: undefined }), // prettier-ignore
    conflict,
  );
  await assert.rejects(
    removeManyInDraft(lene, versionId, { elements: [await idOf(versionId, 'retning')], revision: seen }),
    conflict,
  );
  assert.equal((await texts(versionId)).length, 4);
  assert.ok((await splitInDraft(lene, versionId, { element, revision: seen, part: 'text', at: 16 })).saved);
});

test('two at once: both splits are made, one after the other', async () => {
  const versionId = await imported();
  const seen = await revision(versionId);
  const [one, two] = [await idOf(versionId, 'retning/et'), await idOf(versionId, 'retning/to')];
  const answers = await Promise.all([
    splitInDraft(lene, versionId, { element: one, revision: seen, part: 'text', at: 16 }),
    splitInDraft(birgitte, versionId, { element: two, revision: seen, part: 'text', at: 8 }),
  ]);
  assert.ok(answers.every(({ saved }) => saved));
  assert.equal((await texts(versionId)).length, 6);
});

test('an editor’s page is told what others have changed since, and nothing else', async () => {
  const versionId = await imported();
  const head = await lene.read((tx) => versionHead(tx, versionId));
  assert.ok(head);
  const address = { framework: head.frameworkId, version: versionId };
  const element = await idOf(versionId, 'retning/to');
  await saveElement(birgitte, versionId, { ...words('og gør det.'), element, revision: head.revision });
  await removeFromDraft(birgitte, versionId, { element: await idOf(versionId, 'mod'), revision: await revision(versionId) });
  const news = await lene.read((tx) => readNews(tx, lene.personId, address, head.revision));
  assert.ok(news);
  assert.deepEqual(
    [news.rows.map(({ text }) => text), news.gone.length, news.others, news.reload],
    [['og gør det.'], 1, true, false],
  );
  const none = await lene.read((tx) => readNews(tx, lene.personId, address, news.revision));
  assert.deepEqual([none?.rows, none?.gone, none?.others], [[], [], false]);
  assert.equal(await rikke.read((tx) => readNews(tx, rikke.personId, address, 0)), null);
});

test('a save hands on the draft as it is stored, and what changed is told from it only until somebody saves again', async () => {
  const versionId = await imported();
  const head = await lene.read((tx) => versionHead(tx, versionId));
  assert.ok(head);
  const address = { framework: head.frameworkId, version: versionId };
  const element = await idOf(versionId, 'retning/to');
  const saved = await saveElement(lene, versionId, { ...words('og gør det.'), element, revision: head.revision });
  assert.ok(saved.saved && saved.draft);
  const { draft } = saved;
  const sorted = <T extends { id: string }>(rows: readonly T[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const stored = await lene.read((tx) => readManuscript(tx, versionId));
  assert.deepEqual(sorted(draft.manuscript.elements), sorted(stored.elements));
  assert.deepEqual(draft.manuscript.rests, stored.rests);
  assert.deepEqual(draft.manuscript.removals, stored.removals);
  const newsFrom = (handed?: typeof draft) => lene.read((tx) => readNews(tx, lene.personId, address, head.revision, handed));
  const { savedAt: _at, ...told } = (await newsFrom(draft)) ?? {};
  const { savedAt: _then, ...read } = (await newsFrom()) ?? {};
  assert.deepEqual(told, read);
  await saveElement(birgitte, versionId, { ...words('og holder det.'), element, revision: draft.revision });
  assert.deepEqual(
    (await newsFrom(draft))?.rows.map(({ text }) => text),
    ['og holder det.'],
  );
});

test('doubtful places are counted until somebody has looked at them; whoever changes one has looked', async () => {
  const versionId = await imported();
  const head = await lene.read((tx) => versionHead(tx, versionId));
  const address = { framework: head?.frameworkId ?? '', version: versionId };
  const choice = { element: null, rest: null, wholeSource: false, view: 'tree' as const };
  const bench = () => lene.read((tx) => readWorkbench(tx, lene.personId, address, choice));
  const at = await bench();
  const [passage] = at?.places ?? [];
  assert.ok(passage?.kind === 'passage' && at, 'a passage without a place comes first');
  assert.deepEqual(at.progress, { seen: 0, total: at.places.length });
  await placeInDraft(lene, versionId, { ...words('Vedtaget i byrådet'), level: null, rest: passage.id, parent: '' });
  assert.equal((await bench())?.progress.seen, 1);
  await undoSave(lene, versionId);
  assert.equal((await bench())?.progress.seen, 0);
  await seeInDraft(birgitte, versionId, { places: [passage.id, 'not-there'], seen: true });
  assert.deepEqual((await bench())?.places.find(({ id }) => id === passage.id)?.seen, true);
  await seeInDraft(birgitte, versionId, { places: [passage.id], seen: false });
  assert.equal((await bench())?.progress.seen, 0);
});

test('nobody else than the organisation’s editors can do any of it, or learn that the draft is there', async () => {
  const versionId = await imported();
  const element = await idOf(versionId, 'retning/et');
  const seen = await revision(versionId);
  for (const stranger of [amina, rikke]) {
    await assert.rejects(splitInDraft(stranger, versionId, { element, revision: seen, part: 'text', at: 16 }), notFound);
    await assert.rejects(joinInDraft(stranger, versionId, { element, revision: seen, with: 'next' }), notFound);
    await assert.rejects(removeManyInDraft(stranger, versionId, { elements: [element], revision: seen }), notFound);
    await assert.rejects(decideInDraft(stranger, versionId, { rests: [element], decision: 'rejected' }), notFound);
    await assert.rejects(seeInDraft(stranger, versionId, { places: [element], seen: true }), notFound);
    await assert.rejects(undoSave(stranger, versionId), notFound);
    await assert.rejects(redoSave(stranger, versionId), notFound);
  }
});

test('a published version cannot be split, undone or looked through, and its log is gone', async () => {
  const versionId = await imported();
  const element = await idOf(versionId, 'retning/et');
  await saveElement(lene, versionId, { ...words('Chefen går foran'), element, revision: await revision(versionId) });
  await publishVersion(lene, versionId, { restSeen: true });
  const closed = (error: unknown): boolean => error instanceof Problem && error.code === 'closed';
  await assert.rejects(undoSave(lene, versionId), closed);
  await assert.rejects(splitInDraft(lene, versionId, { element, revision: 99, part: 'text', at: 6 }), closed);
  const left = await lene.read((tx) =>
    tx.selectFrom('framework_draft_saves').select('revision').where('version_id', '=', versionId).execute(),
  );
  assert.deepEqual(left, []);
});

test('a framework written here, without a document, is edited in the same way', async () => {
  const versionId = await lene.read(async (tx) => (await createFromDraft(tx, { ...document, elements: [], repairs: [], unplaced: [], text: '' }, { publish: false })).versionId); // prettier-ignore
  await assert.rejects(undoSave(lene, versionId), conflict);
});
