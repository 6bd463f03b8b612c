import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem, type ProblemCode } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { dayAfter, localDate, now } from '#base/time.ts';
import { demoFramework } from '#demo/framework.ts';
import { createFromDraft, type Created } from '#rooms/frameworks/write.server.ts';
import { settleCast, type CastTown } from '../../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../../tests/database.ts';
import { movementInWords, standingInWords } from '../aims/rules.ts';
import { makeGoal } from '../commands.server.ts';
import type { GoalInput } from '../schema.ts';
import { goalFile } from '../file/read.server.ts';
import { goalFollowUp } from '../followed/read.server.ts';
import { deleteIndicator, makeIndicator, saveIndicator } from '../indicators/commands.server.ts';
import { indicatorsAtNewest, indicatorsOf } from '../indicators/read.server.ts';
import type { IndicatorInput } from '../indicators/schema.ts';
import { indicatorPage } from '../page/read.server.ts';
import { addValue, changeValue, deleteValue, pasteValues } from './commands.server.ts';

const isProblem = (code: ProblemCode, field?: string) => (thrown: unknown) =>
  thrown instanceof Problem && thrown.code === code && (field === undefined || field in thrown.fields);
const wrongIn = (field: string, words: RegExp) => (thrown: unknown) =>
  thrown instanceof Problem && words.test(thrown.fields[field] ?? '');

const GOAL: Omit<GoalInput, 'statements'> = {
  title: 'Svar til borgerne',
  why: 'Ventetid slider.',
  kind: 'quality',
  perspectives: ['user'],
  unitId: null,
  source: '',
  sourceOn: null,
  begins: null,
  ends: null,
  seen: '',
};

const today = localDate(now());

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let goalId: string;
let framework: Created;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  framework = await fjordby.worker.transaction((tx) => createFromDraft(tx, demoFramework('2026-05'), { publish: true }));
  goalId = await makeGoal(fjordby.member('Lene'), {
    ...GOAL,
    statements: [framework.statementIds.get('kursen-er-klar/mening') ?? ''],
  });
});
after(() => database.close());

const indicator = (changes: Partial<IndicatorInput> = {}): IndicatorInput => ({
  name: 'Svar inden for en uge',
  measure: '%',
  direction: 'higher',
  target: '90',
  targetTo: '',
  baseline: '72,5',
  baselineOn: '2024-12-31',
  feedback: 'citizen_survey',
  feedbackName: 'Borgerpanelet',
  perspective: 'user',
  seen: '',
  ...changes,
});
const lene = () => fjordby.member('Lene');
const made = async (changes: Partial<IndicatorInput> = {}) => ({
  goalId,
  indicatorId: await makeIndicator(lene(), goalId, indicator(changes)),
});
type Place = Awaited<ReturnType<typeof made>>;
const stored = async ({ indicatorId }: Place) =>
  (await lene().read((tx) => indicatorsOf(tx, goalId))).find((one) => one.id === indicatorId) ?? assert.fail();
const figure = (on: string, value: string, note = '') => ({ on, value, note });

test('AA12 an indicator sent twice is given once', async () => {
  const id = newId();
  for (const name of ['Først', 'Igen']) await makeIndicator(lene(), goalId, indicator({ name }), id);
  const named = (await lene().read((tx) => indicatorsOf(tx, goalId))).filter((one) => one.id === id);
  assert.deepEqual(
    named.map(({ name }) => name),
    ['Først'],
  );
  await deleteIndicator(lene(), { goalId, indicatorId: id });
});

test('AA12 figures typed in Danish stand by day, and the newest is told against the target and the starting point', async () => {
  const place = await made();
  assert.match(standingInWords(await stored(place)), /mindst 90\s%.*ingen tal/);
  await addValue(lene(), place, figure('2026-06-30', '87,5', 'Ferien trak ned'));
  await addValue(lene(), place, figure('2025-12-31', '80'));
  const after_ = await stored(place);
  assert.deepEqual(
    after_.values.map(({ on, value, note, by }) => [on, value, note, by]),
    [
      ['2025-12-31', 80, '', 'Lene'],
      ['2026-06-30', 87.5, 'Ferien trak ned', 'Lene'],
    ],
  );
  assert.match(standingInWords(after_), /87,5\s%.*30\. juni 2026.*mangler 2,5\s%/);
  assert.match(movementInWords(after_), /nærmere.*72,5\s%/);
});

test('HO3 an indicator says where its figure comes from and whose view it shows', async () => {
  const place = await made({ feedback: 'political_decision', feedbackName: 'Socialudvalget', perspective: 'political' });
  const { feedback, feedbackName, perspective } = await stored(place);
  assert.deepEqual([feedback, feedbackName, perspective], ['political_decision', 'Socialudvalget', 'political']);
});

test('AA12 a figure that cannot be read is refused at its field with what to type instead', async () => {
  const place = await made();
  await assert.rejects(addValue(lene(), place, figure('2026-01-31', '1.234')), wrongIn('value', /1234 eller 1,234/));
  await assert.rejects(addValue(lene(), place, figure('2026-01-31', 'mange')), wrongIn('value', /87,5/));
  const tomorrow = dayAfter(localDate(now()), { days: 1 });
  await assert.rejects(addValue(lene(), place, figure(tomorrow, '5')), wrongIn('on', /fremtiden/));
  await assert.rejects(made({ target: '' }), isProblem('invalid', 'target'));
  await assert.rejects(made({ direction: 'within', target: '24', targetTo: '20' }), isProblem('invalid', 'targetTo'));
  await assert.rejects(made({ direction: 'within', target: '20' }), isProblem('invalid', 'targetTo'));
  await assert.rejects(made({ baseline: 'x' }), isProblem('invalid', 'baseline'));
  assert.deepEqual((await stored(place)).values, []);
});

test('AA12 one day has one figure: a second click or two at once write it once, and a figure that stands is not written over', async () => {
  const place = await made();
  const both = await Promise.allSettled([
    addValue(lene(), place, figure('2026-01-31', '81')),
    addValue(fjordby.member('Birgitte'), place, figure('2026-01-31', '82')),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  await assert.rejects(addValue(lene(), place, figure('2026-01-31', '99')), wrongIn('on', /står allerede/));
  assert.equal((await stored(place)).values.length, 1);
});

test('AA12 a figure is put right or taken away, and one that somebody else changed meanwhile is not written over', async () => {
  const place = await made();
  await addValue(lene(), place, figure('2026-01-31', '81'));
  await addValue(lene(), place, figure('2026-02-28', '82'));
  const was = (await stored(place)).values[0]?.at.toISOString() ?? '';
  const first = { ...place, on: '2026-01-31' };
  await assert.rejects(changeValue(lene(), first, { ...figure('2026-02-28', '5'), was }), isProblem('invalid', 'on'));
  await changeValue(lene(), first, { ...figure('2026-01-30', '81,5'), was });
  await assert.rejects(changeValue(lene(), first, { ...figure('2026-01-31', '7'), was }), isProblem('not_found'));
  const moved = { ...place, on: '2026-01-30' };
  await assert.rejects(changeValue(lene(), moved, { ...figure('2026-01-30', '7'), was: 'x' }), isProblem('conflict'));
  await deleteValue(lene(), moved);
  await assert.rejects(deleteValue(lene(), moved), isProblem('not_found'));
  assert.deepEqual(
    (await stored(place)).values.map(({ on }) => on),
    ['2026-02-28'],
  );
});

test('AA12 pasted lines are all written or none; the same again changes nothing, and other figures are replaced only when asked', async () => {
  const place = await made();
  const paste = (lines: string, replace = false) => pasteValues(lene(), place, { lines, replace });
  await assert.rejects(paste('31-12-2024;80\n31-12-2025;fem'), wrongIn('lines', /Linje 2/));
  assert.deepEqual((await stored(place)).values, []);
  assert.equal(await paste('Dato;Tal\n31-12-2024;80\n31-12-2025;85,5;Godt år'), 2);
  assert.equal(await paste('31-12-2024;80\n31-12-2025;85,5'), 0);
  await assert.rejects(paste('31-12-2024;81\n31-1-2026;86'), isProblem('invalid', 'lines'));
  assert.equal(await paste('31-12-2024;81\n31-1-2026;86', true), 2);
  assert.deepEqual(
    (await stored(place)).values.map(({ value }) => value),
    [81, 85.5, 86],
  );
  await assert.rejects(paste(''), isProblem('invalid', 'lines'));
  await assert.rejects(paste('1-1-2026;5\n'.repeat(1001)), isProblem('invalid', 'lines'));
  const file = await lene().read((tx) => goalFile(tx, goalId));
  assert.match(file ?? '', /Svar inden for en uge;2025-12-31;85,5;%;mindst 90\s%;Godt år\r\n/);
});

test('AA12 an employee, a leader of a unit only and another organisation enter nothing in a goal of the whole organisation', async () => {
  const place = await made();
  await addValue(lene(), place, figure('2026-01-31', '81'));
  for (const attacker of [fjordby.member('Amina'), fjordby.member('Mette'), fjordby.member('Tom'), holmsted.member('Rikke')]) {
    const refused = isProblem('not_found');
    await assert.rejects(addValue(attacker, place, figure('2026-03-31', '1')), refused, attacker.name);
    await assert.rejects(pasteValues(attacker, place, { lines: '1-1-2026;5', replace: true }), refused);
    await assert.rejects(deleteValue(attacker, { ...place, on: '2026-01-31' }), refused);
    await assert.rejects(makeIndicator(attacker, goalId, indicator()), refused);
    await assert.rejects(saveIndicator(attacker, place, indicator()), refused);
    await assert.rejects(deleteIndicator(attacker, place), refused);
    const page = { goal: goalId, indicator: place.indicatorId };
    assert.equal(await attacker.read((tx) => indicatorPage(tx, attacker, page)), null);
  }
  await assert.rejects(addValue(lene(), { goalId, indicatorId: newId() }, figure('2026-03-31', '1')), isProblem('not_found'));
  assert.equal((await stored(place)).values.length, 1);
});

test('AA12 an indicator is changed by one at a time and keeps its figures; deleted, it takes them along', async () => {
  const place = await made();
  await addValue(lene(), place, figure('2026-01-31', '81'));
  const page = { goal: goalId, indicator: place.indicatorId };
  const { seen } = (await lene().read((tx) => indicatorPage(tx, lene(), page))) ?? assert.fail();
  await saveIndicator(lene(), place, indicator({ direction: 'lower', target: '14', measure: 'dage', seen }));
  await assert.rejects(saveIndicator(lene(), place, indicator({ target: '15', seen })), isProblem('conflict'));
  const after_ = await stored(place);
  assert.deepEqual([after_.direction, after_.target, after_.values.length], ['lower', 14, 1]);
  assert.match(standingInWords(after_), /højst 14\sdage.*67\sdage over/);
  await deleteIndicator(lene(), place);
  assert.equal(await lene().read((tx) => indicatorPage(tx, lene(), page)), null);
});

test('AA5 a goal that rests on a framework is followed while it has figures, whichever organisation asks sees its own only', async () => {
  const lene = fjordby.member('Lene');
  const followed = () => lene.read((tx) => goalFollowUp(tx, framework.versionId));
  const id = await makeIndicator(lene, goalId, indicator({ name: 'Fulgt' }));
  assert.deepEqual((await followed()).states, [{ state: 'planned', count: 1 }]);
  await addValue(lene, { goalId, indicatorId: id }, { on: dayAfter(today, { days: -2 }), value: '80', note: '' });
  await addValue(lene, { goalId, indicatorId: id }, { on: today, value: '85', note: '' });
  assert.deepEqual([(await followed()).goals, (await followed()).followed], [1, 1]);
  const rikke = holmsted.member('Rikke');
  assert.equal((await rikke.read((tx) => goalFollowUp(tx, framework.versionId))).goals, 0);
});

test('AA12 a list shows the newest figure of each indicator, and one made with the id of another goal’s takes none of its figures', async () => {
  const lene = fjordby.member('Lene');
  const id = await makeIndicator(lene, goalId, indicator({ name: 'Set i listen' }));
  await addValue(lene, { goalId, indicatorId: id }, { on: dayAfter(today, { days: -9 }), value: '10', note: '' });
  await addValue(lene, { goalId, indicatorId: id }, { on: dayAfter(today, { days: -1 }), value: '20', note: '' });
  const elsewhere = await makeGoal(lene, { ...GOAL, statements: [framework.statementIds.get('kursen-er-klar/mening') ?? ''] });
  await makeIndicator(lene, elsewhere, indicator({ name: 'Tvilling' }), id);
  const twins = (await lene.read((tx) => indicatorsAtNewest(tx))).filter((one) => one.id === id);
  assert.deepEqual(Object.fromEntries(twins.map((one) => [one.name, one.values.map(({ value }) => value)])), {
    'Set i listen': [20],
    Tvilling: [],
  });
});
