import assert from 'node:assert/strict';
import { after, before, beforeEach, it } from 'node:test';
import { safeParse } from 'valibot';
import { Problem, type ProblemCode } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { dayAfter, localDate, now } from '#base/time.ts';
import { FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import { statementsOf, usesOf } from '#rooms/frameworks/read.server.ts';
import { createFromDraft } from '#rooms/frameworks/write.server.ts';
import { write } from '#rooms/messages/commands.server.ts';
import { liveUnits } from '#rooms/people/units/read.server.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { yearCalendar } from './calendar/read.server.ts';
import { deleteActivity, makeActivity, recordHolding, saveActivity, takeBackHolding } from './commands.server.ts';
import { KIND_WORDS } from './components/year-words.ts';
import { openActivity } from './page/read.server.ts';
import { allActivities } from './read.server.ts';
import { ActivityInput, HoldingInput } from './schema.ts';
import { yearPage } from './year/read.server.ts';

const isProblem = (code: ProblemCode) => (thrown: unknown) => thrown instanceof Problem && thrown.code === code;
const today = localDate(now());
const year = Number(today.slice(0, 4));

const DRAFT: FrameworkDraft = {
  format: FORMAT,
  organisation: 'Fjordby Kommune',
  title: 'Sådan leder vi',
  date: null,
  levels: [],
  kinds: {},
  elements: [
    { id: 'a', kind: 'expectation', parent: null, level: null, title: 'Vi følger op', text: null, source: { lines: [1, 1] } },
  ],
  repeats: [],
  unplaced: [],
  furniture: [],
  repairs: [],
  text: 'Vi følger op',
};

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let care: string;
let frameworkId: string;
let statement: string;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  await fjordby.web.transaction(async (tx) => {
    const made = await createFromDraft(tx, DRAFT, { publish: true });
    frameworkId = made.frameworkId;
    statement = (await statementsOf(tx, made.versionId))[0]?.statementId ?? '';
    care = (await liveUnits(tx)).find((unit) => unit.name === 'Hjemmesygeplejen')?.id ?? '';
  });
});
beforeEach(async () => {
  const lene = fjordby.member('Lene');
  for (const { id } of await lene.read((tx) => allActivities(tx))) await deleteActivity(lene, id);
});
after(() => database.close());

const FORM = {
  name: 'Dialog om grundlaget',
  kind: 'dialogue',
  how: 'Hvert team vælger ét udsagn.',
  responsible: 'Alle ledere',
  unit: '',
  framework: '',
  page: '',
  every: '12',
  timing: 'month',
  month: '3',
  day: '',
  week: '',
  beginsYear: String(year - 1),
  endsYear: '',
  statements: [] as string[],
  revision: 0,
};
function parsed(change: Partial<typeof FORM> = {}): ActivityInput {
  const result = safeParse(ActivityInput, { ...FORM, ...change });
  assert.ok(result.success, JSON.stringify(result.issues));
  return result.output;
}
async function made(change: Partial<typeof FORM> = {}): Promise<string> {
  const id = newId();
  await makeActivity(fjordby.member('Lene'), id, parsed(change));
  return id;
}
const open = (name: string, id: string) => fjordby.member(name).read((tx) => openActivity(tx, fjordby.member(name), id));
const page = (name: string, asked: string | null = null) =>
  fjordby.member(name).read((tx) => yearPage(tx, fjordby.member(name), asked));

it('AA3 what keeps leadership alive comes round each year, bound to the framework, and every employee reads it', async () => {
  const id = await made({ framework: frameworkId, page: 'review', statements: [statement] });
  const opened = await open('Amina', id);
  assert.deepEqual(
    opened.statements.map(({ name }) => name),
    ['Vi følger op'],
  );
  assert.deepEqual(
    [opened.framework?.title, opened.doneAt?.href],
    ['Sådan leder vi', `/fjordby/frameworks/${frameworkId}#review`],
  );
  const { entries, mayKeep } = await page('Amina', String(year + 3));
  assert.equal(mayKeep, false);
  assert.deepEqual(
    entries.filter((entry) => !entry.known).map(({ name, from, month, standing }) => [name, from, month, standing]),
    [['Dialog om grundlaget', `${year + 3}-03-01`, 3, 'coming']],
  );
  const uses = (await fjordby.member('Amina').read((tx) => usesOf(tx, [statement]))).get(statement) ?? [];
  assert.deepEqual(
    uses.map(({ kind, title }) => [kind, title]),
    [['activity', 'Dialog om grundlaget']],
  );
  await deleteActivity(fjordby.member('Lene'), id);
  assert.equal((await fjordby.member('Amina').read((tx) => usesOf(tx, [statement]))).size, 0);
});

it('AA3 the wheel knows the framework’s own review without anybody writing it', async () => {
  const { entries } = await page('Bo', String(year + 4));
  const review = entries.find((entry) => entry.known);
  assert.match(review?.name ?? '', /Sådan leder vi/);
  assert.deepEqual([review?.kind, review?.from], ['evaluation', dayAfter(today, { years: 4 })]);
});

it('AA3 held this time, the next one is told; taken back, it is as before', async () => {
  const month = String(Number(today.slice(5, 7)));
  const id = await made({ month });
  const before = await open('Lene', id);
  assert.equal(before.next?.standing, 'now');
  const holding = { dueOn: before.next?.from ?? '', outcome: 'held' as const, heldOn: today, note: 'Vi aftalte to ting.' };
  await recordHolding(fjordby.member('Lene'), id, holding);
  await recordHolding(fjordby.member('Lene'), id, holding);
  const after = await open('Amina', id);
  assert.equal(after.activity.holdings.length, 1);
  assert.equal(after.next?.from.slice(0, 4), String(year + 1));
  await takeBackHolding(fjordby.member('Lene'), id, holding.dueOn);
  assert.deepEqual((await open('Lene', id)).next, before.next);
});

it('AA3 only those who keep the wheel change it; the leader of the unit in charge says when it was held', async () => {
  const id = await made({ unit: care, month: String(Number(today.slice(5, 7))) });
  const { next } = await open('Mette', id);
  const holding = { dueOn: next?.from ?? '', outcome: 'left_out' as const, heldOn: null, note: 'Sygdom' };
  for (const name of ['Amina', 'Jonas', 'Henrik', 'Tom'])
    await assert.rejects(recordHolding(fjordby.member(name), id, holding), isProblem('not_found'), name);
  for (const name of ['Mette', 'Amina', 'Birgitte']) {
    await assert.rejects(makeActivity(fjordby.member(name), newId(), parsed()), isProblem('not_found'), name);
    await assert.rejects(saveActivity(fjordby.member(name), id, parsed({ revision: 1 })), isProblem('not_found'), name);
    await assert.rejects(deleteActivity(fjordby.member(name), id), isProblem('not_found'), name);
  }
  await recordHolding(fjordby.member('Mette'), id, holding);
  assert.equal((await open('Amina', id)).activity.holdings[0]?.recordedBy, 'Mette');
});

it('AA3 the neighbour finds nothing of the wheel, and cannot choose what is not theirs', async () => {
  const id = await made();
  const rikke = holmsted.member('Rikke');
  await assert.rejects(
    rikke.read((tx) => openActivity(tx, rikke, id)),
    isProblem('not_found'),
  );
  assert.equal((await rikke.read((tx) => yearPage(tx, rikke, null))).activities, 0);
  await assert.rejects(saveActivity(rikke, id, parsed({ revision: 1 })), isProblem('not_found'));
  await assert.rejects(deleteActivity(rikke, id), isProblem('not_found'));
  for (const stolen of [{ unit: care }, { framework: frameworkId }, { statements: [statement] }])
    await assert.rejects(makeActivity(rikke, newId(), parsed(stolen)), isProblem('invalid'));
});

it('AA3 a second click makes nothing twice, and two editors at once do not write over each other', async () => {
  const lene = fjordby.member('Lene');
  const id = newId();
  await makeActivity(lene, id, parsed());
  await makeActivity(lene, id, parsed({ name: 'Igen' }));
  assert.deepEqual(
    (await lene.read((tx) => allActivities(tx))).map(({ name }) => name),
    ['Dialog om grundlaget'],
  );
  const both = await Promise.allSettled(['Først', 'Sidst'].map((name) => saveActivity(lene, id, parsed({ name, revision: 1 }))));
  assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
});

it('AA3 what a form says wrong is told at its field', () => {
  const issues = (change: Partial<typeof FORM>) =>
    safeParse(ActivityInput, { ...FORM, ...change }).issues?.map((issue) => String(issue.path?.[0]?.key)) ?? [];
  assert.deepEqual(issues({ name: '' }), ['name']);
  assert.deepEqual(issues({ timing: 'day' }), ['day']);
  assert.deepEqual(issues({ timing: 'day', day: '32' }), ['day']);
  assert.deepEqual(issues({ timing: 'week' }), ['week']);
  assert.deepEqual(issues({ timing: 'week', week: '12', every: '3' }), ['week']);
  assert.deepEqual(issues({ endsYear: String(year - 2) }), ['endsYear']);
  assert.deepEqual(issues({ every: '5' }), ['every']);
  const said = { dueOn: today, outcome: 'left_out', heldOn: '', note: '' };
  assert.deepEqual(
    safeParse(HoldingInput, said).issues?.map((issue) => String(issue.path?.[0]?.key)),
    ['note'],
  );
});

it('AA3 a day that has not come, or a time it was not due, cannot be marked', async () => {
  const id = await made({ month: String(Number(today.slice(5, 7))) });
  const { next } = await open('Lene', id);
  const holding = { dueOn: next?.from ?? '', outcome: 'held' as const, heldOn: dayAfter(today, { days: 1 }), note: '' };
  await assert.rejects(recordHolding(fjordby.member('Lene'), id, holding), isProblem('invalid'));
  await assert.rejects(
    recordHolding(fjordby.member('Lene'), id, { ...holding, heldOn: today, dueOn: '2019-01-01' }),
    isProblem('invalid'),
  );
});

it('AA3 the calendar holds each time of five years, and keeps its ids when an activity is moved', async () => {
  const id = await made();
  const lene = fjordby.member('Lene');
  const file = async () => (await lene.read((tx) => yearCalendar(tx, lene, KIND_WORDS))).text;
  const ids = (text: string) => [...text.matchAll(/UID:(.*)\r\n/g)].map((match) => match[1]).sort();
  const first = await file();
  assert.equal(ids(first).filter((uid) => uid?.startsWith(id)).length, 5);
  await saveActivity(lene, id, parsed({ month: '9', revision: 1 }));
  const moved = await file();
  assert.deepEqual(ids(moved), ids(first));
  assert.match(moved, new RegExp(`DTSTART;VALUE=DATE:${year}0901`));
  assert.match(moved, /SEQUENCE:2/);
});

it('AA3 the leader of a unit is told by mail when an activity is put there, once, and not again for every change', async () => {
  const lene = fjordby.member('Lene');
  const mails = async () => {
    const rows = await fjordby.worker.transaction((tx) => tx.selectFrom('messages').selectAll().execute());
    return rows.filter((row) => row.template === 'activity').map((row) => ({ to: row.address, ...write(row) }));
  };
  await fjordby.worker.transaction((tx) => tx.deleteFrom('messages').execute());
  await made();
  assert.deepEqual(await mails(), []);
  const id = await made({ unit: care });
  await makeActivity(lene, id, parsed({ unit: care }));
  const [first, ...more] = await mails();
  assert.deepEqual([first?.to, more], ['mette@fjordby.example', []]);
  assert.match(first?.text ?? '', new RegExp(`Hej Mette[^]*Lene[^]*Hjemmesygeplejen[^]*/fjordby/year/${id}\\n`));
  await saveActivity(lene, id, parsed({ unit: care, name: 'Et nyt navn', revision: 1 }));
  assert.equal((await mails()).length, 1);
  await saveActivity(lene, id, parsed({ unit: '', revision: 2 }));
  await saveActivity(lene, id, parsed({ unit: care, revision: 3 }));
  assert.equal((await mails()).length, 2);
});
