import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse } from 'valibot';
import { newId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import { demoFramework } from '#demo/framework.ts';
import { askedBeside } from '#rooms/frameworks/search/passages/read.server.ts';
import { NO_PASSAGES, type Asked, type PassageHits } from '#rooms/frameworks/search/schema.ts';
import { createFromDraft } from '#rooms/frameworks/write.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { makeActivity } from '../activities/commands.server.ts';
import { ActivityInput } from '../activities/schema.ts';
import { searchActivities } from '../activities/search/read.server.ts';
import { addToNote, beginCorrection, beginNote, saveNote, shareNote } from '../decisions/commands.server.ts';
import { noteFor, unitsToDecide } from '../decisions/read.server.ts';
import type { NoteInput } from '../decisions/schema.ts';
import { searchNotes } from '../decisions/search/read.server.ts';
import { makeGoal } from '../goals/commands.server.ts';
import { makeIndicator } from '../goals/indicators/commands.server.ts';
import { searchGoals } from '../goals/search/read.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let care: string;
let statement: string;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  const lene = fjordby.member('Lene');
  const made = await fjordby.worker.transaction((tx) => createFromDraft(tx, demoFramework('2026-05'), { publish: true }));
  statement = made.statementIds.get('kursen-er-klar') ?? assert.fail();
  care = (await lene.read((tx) => unitsToDecide(tx, lene))).find(({ name }) => name === 'Hjemmesygeplejen')?.id ?? assert.fail();
});
after(() => database.close());

type Search = (tx: Tx, member: Member, asked: Asked) => Promise<PassageHits>;

async function find(search: Search, name: string, q: string, town = fjordby): Promise<PassageHits> {
  const member = town.member(name);
  return member.read(async (tx) => {
    const asked = await askedBeside(tx, { q, framework: null, page: 1 });
    return asked === null ? NO_PASSAGES : search(tx, member, asked);
  });
}
const shown = ({ hits }: PassageHits) =>
  hits.map(({ kindName, title, text, framework }) => {
    const words = [...(title ?? []), ...(text ?? [])].map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join('');
    return `${kindName}: ${words} (${framework})`;
  });

async function makeGoals(): Promise<string> {
  const goal = {
    ...{ title: 'Kortere ventetid på hjælpemidler', why: 'Borgerne venter for længe på en kørestol.', kind: 'quality' as const },
    ...{ perspectives: ['user' as const], unitId: care, source: 'Budgetaftalen', sourceOn: null, begins: null, ends: null },
    ...{ statements: [statement], seen: '' },
  };
  const id = await makeGoal(fjordby.member('Mette'), goal);
  await makeIndicator(fjordby.member('Mette'), id, {
    ...{ name: 'Dage til kørestolen står der', measure: 'dage', direction: 'lower', target: '10', targetTo: '', baseline: '' },
    ...{ baselineOn: null, feedback: 'own_count', feedbackName: 'Depotets liste', perspective: 'user', seen: '' },
  });
  return id;
}

test('every employee finds goals and indicators in any form of a word, with where they belong', async () => {
  const id = await makeGoals();
  const found = await find(searchGoals, 'Ida', 'kørestole');
  assert.deepEqual(shown(found), [
    'Indikator: Dage til [kørestolen] står der (Kortere ventetid på hjælpemidler)',
    'Mål: Kortere ventetid på hjælpemidlerBorgerne venter for længe på en [kørestol]. (Hjemmesygeplejen)',
  ]);
  assert.match(found.hits[0]?.href ?? '', new RegExp(`^/goals/${id}#[0-9a-f-]{36}$`));
  assert.equal(found.hits[1]?.href, `/goals/${id}`);
  assert.equal((await find(searchGoals, 'Ida', 'depotet')).total, 1, 'where a figure comes from');
  assert.equal((await find(searchGoals, 'Ida', 'kørestol månen')).total, 0, 'all words have to stand there');
  assert.equal((await find(searchGoals, 'Rikke', 'kørestol', holmsted)).total, 0);
});

test('every employee finds what comes round in the year wheel', async () => {
  const id = newId();
  const form = {
    ...{ name: 'Ledernetværket mødes', kind: 'development', how: 'Hver tager en sag om tillid med.', responsible: 'Chefforum' },
    ...{ unit: '', framework: '', page: '', every: '12', timing: 'month', month: '3', day: '', week: '', statements: [] },
    ...{ beginsYear: '2026', endsYear: '', revision: 0 },
  };
  await makeActivity(fjordby.member('Lene'), id, parse(ActivityInput, form));
  const found = await find(searchActivities, 'Amina', 'netværk tillid');
  assert.deepEqual(shown(found), [
    'Aktivitet i årshjulet: [Ledernetværket] mødesHver tager en sag om [tillid] med. (Fjordby Kommune)',
  ]);
  assert.equal(found.hits[0]?.href, `/year/${id}`);
  assert.equal((await find(searchActivities, 'Rikke', 'netværk', holmsted)).total, 0);
});

const WORDS: Omit<NoteInput, 'revision'> = {
  ...{
    title: 'Ét aftenhold',
    decision: 'Fra maj kører vi samlet.',
    tradeoffs: 'Færre tomme vagter.',
    heard: 'TRIO',
    told: 'På mødet',
  },
  alternatives: [{ name: 'To hold', pro: 'Kendte ansigter\nog korte ture', con: 'Huller' }],
  ...{ hearingId: null, toldOn: null, decidedBy: 'Mette', decidedOn: '2026-05-01', explanation: '', statements: [], reason: '' },
  ...{ reach: 'branch', units: [] },
};
const revisionOf = async (id: string) => {
  const mette = fjordby.member('Mette');
  return (await mette.read((tx) => noteFor(tx, mette, id))).draft?.revision ?? 0;
};
const save = async (id: string, change: Partial<NoteInput>) =>
  saveNote(fjordby.member('Mette'), id, { ...WORDS, revision: await revisionOf(id), ...change });
const share = async (id: string) => shareNote(fjordby.member('Mette'), id, { revision: await revisionOf(id), tell: false });
const who = async (q: string) => {
  const names = ['Mette', 'Henrik', 'Lene', 'Amina', 'Jonas', 'Ida', 'Tom'];
  const found = await Promise.all(names.map(async (name) => ({ name, ...(await find(searchNotes, name, q)) })));
  return found.filter(({ total }) => total > 0).map(({ name }) => name);
};

test('a decision note is found by those who may read it, by the words they may read', async () => {
  const mette = fjordby.member('Mette');
  const id = await beginNote(mette, { id: newId(), title: 'Ét aftenhold', unit: care });
  await save(id, { decision: 'Fra maj kører vi samlet, måske med drosometer.' });
  assert.deepEqual(await who('drosometer'), ['Mette', 'Henrik', 'Lene'], 'a draft: its leader, those above, HR');
  const [draft] = (await find(searchNotes, 'Mette', 'drosometer')).hits;
  assert.deepEqual([draft?.isDraft, draft?.href], [true, `/decisions/${id}/draft`]);

  await save(id, {});
  await share(id);
  assert.deepEqual(await who('drosometer'), [], 'what was taken out before it was shared');
  assert.deepEqual(await who('aftenhold'), ['Mette', 'Henrik', 'Lene', 'Amina'], 'shared with the unit, not with the archive');
  const [read] = (await find(searchNotes, 'Amina', 'ture')).hits;
  assert.deepEqual([read?.isDraft, read?.href, read?.framework], [false, `/decisions/${id}`, 'Hjemmesygeplejen']);
  assert.equal((await find(searchNotes, 'Rikke', 'aftenhold', holmsted)).total, 0);

  await beginCorrection(mette, id);
  await save(id, { decision: 'Fra juni kører vi samlet med trillebør.', reason: 'Maj var for tidligt.' });
  assert.ok(!(await who('trillebør')).includes('Amina'), 'a correction is not read before it is shared');
  assert.ok((await who('aftenhold')).includes('Amina'));
  await share(id);
  assert.ok((await who('trillebør')).includes('Amina'));

  await addToNote(mette, id, { id: newId(), text: 'Nu kører kaffevognen også.' });
  const added = await find(searchNotes, 'Amina', 'kaffevogn');
  assert.deepEqual(shown(added), ['Tilføjelse til beslutningsnotat: Nu kører [kaffevognen] også. (Ét aftenhold)']);
  assert.deepEqual(await who('kaffevogn'), ['Mette', 'Henrik', 'Lene', 'Amina']);
});

test('however many notes a member may not read have the words, the one that may be read is found', async () => {
  const lene = fjordby.member('Lene');
  const archive = (await lene.read((tx) => unitsToDecide(tx, lene))).find(({ name }) => name === 'Lokalarkivet')?.id ?? '';
  for (let at = 0; at < 35; at++)
    await beginNote(fjordby.member('Jonas'), { id: newId(), title: `Magasinets reol ${at}`, unit: archive });
  const id = await beginNote(fjordby.member('Mette'), { id: newId(), title: 'Depotet', unit: care });
  await save(id, { title: 'Depotet', decision: 'Der kommer en reol mere.' });
  await share(id);
  const found = await find(searchNotes, 'Amina', 'reol');
  assert.deepEqual([found.total, found.more, found.hits[0]?.href], [1, false, `/decisions/${id}`]);
  const many = await find(searchNotes, 'Jonas', 'reol');
  assert.deepEqual([many.hits.length, many.more], [10, true]);
});
