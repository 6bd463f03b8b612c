import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem, type ProblemCode } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { demoFramework } from '#demo/framework.ts';
import { consequencesOf } from '#rooms/frameworks/publication/consequences/rules.ts';
import { statementsOf, usesOf } from '#rooms/frameworks/read.server.ts';
import { linkedUses } from '#rooms/frameworks/usage/read.server.ts';
import { createFromDraft, type Created } from '#rooms/frameworks/write.server.ts';
import { trailFor } from '#rooms/trail/read.server.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { unitsOfToday } from '../reach/read.server.ts';
import { deleteGoal, makeGoal, saveGoal, sayState } from './commands.server.ts';
import { goalCoverage } from './coverage/read.server.ts';
import { goalFile } from './file/read.server.ts';
import { goalList, goalsToLookAt } from './list/read.server.ts';
import { goalForm, goalPage, goalUnits, indicatorPage } from './page/read.server.ts';
import { goalPlaces } from './places/read.server.ts';
import type { GoalInput } from './schema.ts';

const isProblem = (code: ProblemCode, field?: string) => (thrown: unknown) =>
  thrown instanceof Problem && thrown.code === code && (field === undefined || field in thrown.fields);

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let framework: Created;
let statement: string;
let other: string;
let units: Record<string, string>;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  framework = await fjordby.worker.transaction((tx) => createFromDraft(tx, demoFramework('2026-05'), { publish: true }));
  statement = framework.statementIds.get('kursen-er-klar/mening') ?? assert.fail();
  other = framework.statementIds.get('kursen-er-klar') ?? assert.fail();
  units = Object.fromEntries(
    (await fjordby.web.transaction((tx) => unitsOfToday(tx))).map(({ id, name }) => [name, id] as const),
  );
});
after(() => database.close());

const unit = (name: string) => units[name] ?? assert.fail(name);
const goal = (changes: Partial<GoalInput> = {}): GoalInput => ({
  title: 'Svar til borgerne inden for en uge',
  why: 'Fordi det er svært at vente uden at vide hvorfor.',
  kind: 'service_level',
  perspectives: ['user', 'political'],
  unitId: unit('Hjemmesygeplejen'),
  source: 'Budgetaftale',
  sourceOn: '2026-10-01',
  begins: '2027-01-01',
  ends: '2027-12-31',
  statements: [statement],
  seen: '',
  ...changes,
});
const pageOf = (town: CastTown, name: string, id: string) => {
  const member = town.member(name);
  return member.read((tx) => goalPage(tx, member, id));
};
const all = { search: '', perspective: '', state: '', unit: '' } as const;
const listOf = (name: string, town = fjordby, filter: Partial<Record<keyof typeof all, string>> = {}) => {
  const member = town.member(name);
  const asked = { filter: { ...all, ...filter } as typeof all, sort: 'title' as const, descending: false, page: 1, size: 50 };
  return member.read((tx) => goalList(tx, member, asked));
};

test('AA12 a leader sets a goal for the unit, and every employee reads what, why, for whom and what it rests on', async () => {
  const id = await makeGoal(fjordby.member('Mette'), goal());
  const page = (await pageOf(fjordby, 'Ida', id)) ?? assert.fail();
  assert.equal(page.goal.title, 'Svar til borgerne inden for en uge');
  assert.deepEqual([page.goal.unit, page.goal.kind, page.goal.state.state], ['Hjemmesygeplejen', 'service_level', 'planned']);
  assert.deepEqual([page.goal.source, page.goal.sourceOn, page.goal.begins], ['Budgetaftale', '2026-10-01', '2027-01-01']);
  assert.equal(page.restsOn[0]?.name, 'Mening');
  assert.match(page.restsOn[0].href ?? '', new RegExp(`^/fjordby/frameworks/.*/statements/${statement}$`));
  assert.equal(page.mayWrite, false);
  assert.equal((await pageOf(fjordby, 'Mette', id))?.mayWrite, true);
});

test('HO3 a goal says whose view of quality it is, the list finds it by that, and without a view it is refused in the form', async () => {
  const lene = fjordby.member('Lene');
  await makeGoal(lene, goal({ title: 'Fagligt gennemgået', perspectives: ['professional'], unitId: null }));
  const professional = await listOf('Amina', fjordby, { perspective: 'professional' });
  assert.deepEqual(
    professional.goals.map(({ title }) => title),
    ['Fagligt gennemgået'],
  );
  assert.ok(professional.perspectives.user > 0 && professional.perspectives.political > 0);
  const coverage = await lene.read((tx) => goalCoverage(tx, 'fjordby', null));
  const covered = coverage.shown?.parts.flatMap((part) => part.covered).find((one) => one.statementId === statement);
  assert.deepEqual(
    new Set(covered?.goals.flatMap(({ perspectives }) => perspectives)),
    new Set(['user', 'professional', 'political']),
  );
});

test('AA12 HR writes for all, a leader for the own unit and those below, an employee for nobody', async () => {
  const tries: [name: string, unit: string | null, may: boolean][] = [
    ['Lene', null, true],
    ['Lene', 'Lokalarkivet', true],
    ['Birgitte', null, true],
    ['Birgitte', 'Hjemmesygeplejen', true],
    ['Henrik', 'Hjemmesygeplejen', true],
    ['Henrik', 'Sundhed og Omsorg', true],
    ['Henrik', 'Lokalarkivet', false],
    ['Henrik', null, false],
    ['Mette', 'Sundhed og Omsorg', false],
    ['Jonas', 'Lokalarkivet', true],
    ['Jonas', 'Hjemmesygeplejen', false],
  ];
  for (const [name, where, may] of tries) {
    const asked = makeGoal(fjordby.member(name), goal({ title: `Prøve ${name}`, unitId: where === null ? null : unit(where) }));
    if (may) await deleteGoal(fjordby.member(name), await asked);
    else await assert.rejects(asked, isProblem('invalid', 'unitId'), `${name} ${where ?? 'all'}`);
  }
  for (const name of ['Amina', 'Tom', 'Ida']) {
    await assert.rejects(makeGoal(fjordby.member(name), goal()), isProblem('not_found'), name);
    assert.equal(await fjordby.member(name).read((tx) => goalForm(tx, fjordby.member(name), null)), null);
  }
});

test('AA12 the units a form offers are those the one who asks may plan for, and to an employee there is no such form', async () => {
  const offered = async (name: string, town = fjordby) => {
    const member = town.member(name);
    const units_ = await member.read((tx) => goalUnits(tx, member, { chosen: [unit('Lokalarkivet')], search: 'e' }));
    assert.ok(units_.kind === 'list');
    return units_.units.map((one) => one.name);
  };
  assert.deepEqual(await offered('Henrik'), ['Sundhed og Omsorg', 'Hjemmesygeplejen']);
  assert.deepEqual(await offered('Rikke', holmsted), ['Holmsted Kommune']);
  assert.equal((await offered('Lene')).length, 4);
  for (const name of ['Amina', 'Tom']) await assert.rejects(offered(name), isProblem('not_found'), name);
});

test('AA12 a goal sent twice is set once, and an id that is somebody else’s goal gives nothing away', async () => {
  const mette = fjordby.member('Mette');
  const id = newId();
  const title = 'Sendt to gange på én gang';
  const before = (await listOf('Mette')).all;
  await Promise.all([makeGoal(mette, goal({ title }), id), makeGoal(mette, goal({ title }), id)]);
  assert.equal((await listOf('Mette')).all, before + 1);
  const jonas = goal({ title: 'Overtaget', unitId: unit('Lokalarkivet') });
  await assert.rejects(makeGoal(fjordby.member('Jonas'), jonas, id), isProblem('not_found'));
  assert.equal((await pageOf(fjordby, 'Mette', id))?.goal.title, title);
  await assert.rejects(makeGoal(mette, goal(), 'x'), isProblem('not_found'));
  await deleteGoal(mette, id);
});

test('AA12 another leader, an ordinary employee and another organisation can neither change nor delete a goal, nor move one to themselves', async () => {
  const id = await makeGoal(fjordby.member('Mette'), goal());
  const seen = (await pageOf(fjordby, 'Mette', id))?.seen ?? '';
  const attackers = [fjordby.member('Jonas'), fjordby.member('Amina'), fjordby.member('Tom'), holmsted.member('Rikke')];
  for (const attacker of attackers) {
    const mine = goal({ title: 'Overtaget', seen, unitId: unit('Lokalarkivet') });
    await assert.rejects(saveGoal(attacker, id, mine), isProblem('not_found'), attacker.name);
    await assert.rejects(deleteGoal(attacker, id), isProblem('not_found'));
    await assert.rejects(sayState(attacker, id, { state: 'dropped', reason: 'Nej', number: 1 }), isProblem('not_found'));
  }
  await assert.rejects(
    saveGoal(fjordby.member('Mette'), id, goal({ seen, unitId: unit('Lokalarkivet') })),
    isProblem('invalid', 'unitId'),
  );
  assert.equal((await pageOf(fjordby, 'Mette', id))?.goal.title, goal().title);
  const rikke = holmsted.member('Rikke');
  assert.equal(await pageOf(holmsted, 'Rikke', id), null);
  assert.equal(await rikke.read((tx) => goalFile(tx, id)), null);
  assert.equal(await rikke.read((tx) => indicatorPage(tx, rikke, { goal: id, indicator: newId() })), null);
  assert.equal((await listOf('Rikke', holmsted)).all, 0);
  assert.equal((await rikke.read((tx) => goalPlaces(tx, rikke, [id]))).size, 0);
  await assert.rejects(makeGoal(rikke, goal({ unitId: unit('Lokalarkivet') })), isProblem('invalid', 'unitId'));
  await assert.rejects(makeGoal(rikke, goal({ unitId: null })), isProblem('invalid', 'statements'));
  for (const odd of ['x', '', newId(), `${id}'`]) assert.equal(await pageOf(fjordby, 'Mette', odd), null);
});

test('AA12 two who change a goal at once: the second is told, and nothing of the first is lost', async () => {
  const id = await makeGoal(fjordby.member('Mette'), goal());
  const seen = (await pageOf(fjordby, 'Mette', id))?.seen ?? '';
  const both = await Promise.allSettled([
    saveGoal(fjordby.member('Mette'), id, goal({ title: 'Mettes ord', seen })),
    saveGoal(fjordby.member('Henrik'), id, goal({ title: 'Henriks ord', seen })),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const refused = both.find((one) => one.status === 'rejected');
  assert.ok(refused?.status === 'rejected' && isProblem('conflict')(refused.reason));
  const after_ = (await pageOf(fjordby, 'Lene', id)) ?? assert.fail();
  assert.ok(['Mettes ord', 'Henriks ord'].includes(after_.goal.title));
  await saveGoal(fjordby.member('Lene'), id, goal({ title: 'Begge har set det', seen: after_.seen }));
});

test('AA12 how far a goal is, is said with a reason, by one at a time, and what was said before stays', async () => {
  const id = await makeGoal(fjordby.member('Mette'), goal());
  await sayState(fjordby.member('Mette'), id, { state: 'running', reason: '', number: 1 });
  await assert.rejects(
    sayState(fjordby.member('Henrik'), id, { state: 'dropped', reason: 'Ikke råd', number: 1 }),
    isProblem('conflict'),
  );
  await sayState(fjordby.member('Henrik'), id, { state: 'reached', reason: '95 % fik svar', number: 2 });
  await sayState(fjordby.member('Henrik'), id, { state: 'reached', reason: '95 % fik svar', number: 3 });
  const page = (await pageOf(fjordby, 'Amina', id)) ?? assert.fail();
  assert.deepEqual(
    page.states.map(({ state, by, reason }) => [state, by, reason]),
    [
      ['planned', 'Mette', ''],
      ['running', 'Mette', ''],
      ['reached', 'Henrik', '95 % fik svar'],
    ],
  );
  await assert.rejects(
    fjordby.web.transaction((tx) => tx.deleteFrom('goal_states').where('goal_id', '=', id).execute()),
    /permission denied/,
  );
});

test('AA12 a statement leads to its goals, a new title follows, publishing another wording mentions them, and a deleted goal is gone', async () => {
  const member = fjordby.member('Mette');
  const id = await makeGoal(member, goal({ statements: [other] }));
  const uses = () =>
    member.read(async (tx) => {
      const linked = await linkedUses(tx, [statement, other], { goal: (ids) => goalPlaces(tx, member, ids) });
      return Object.values(linked)
        .flat()
        .filter((use) => use.usedId === id);
    });
  assert.deepEqual(await uses(), [
    { statementId: other, kind: 'goal', usedId: id, title: goal().title, href: `/fjordby/goals/${id}` },
  ]);
  const seen = (await pageOf(fjordby, 'Mette', id))?.seen ?? '';
  await saveGoal(member, id, goal({ title: 'Et nyt navn', seen, statements: [statement] }));
  assert.deepEqual(
    (await uses()).map(({ statementId, title }) => [statementId, title]),
    [[statement, 'Et nyt navn']],
  );
  const gone = await fjordby.web.transaction(async (tx) => {
    const before_ = (await statementsOf(tx, framework.versionId)).find((one) => one.statementId === statement) ?? assert.fail();
    const row = { change: 'gone', before: before_, after: null } as unknown as Parameters<typeof consequencesOf>[0][number];
    return consequencesOf([row], await usesOf(tx, [statement]));
  });
  assert.ok(gone[0]?.uses.some((use) => use.kind === 'goal' && use.usedId === id));
  await deleteGoal(member, id);
  assert.deepEqual(await uses(), []);
  assert.equal(await pageOf(fjordby, 'Mette', id), null);
  await assert.rejects(deleteGoal(member, id), isProblem('not_found'));
});

test('AA12 a goal rests on at least one statement that holds; one that has gone since may stay, and cannot be chosen anew', async () => {
  const draft = demoFramework('2026-06');
  const second = await fjordby.worker.transaction((tx) => createFromDraft(tx, draft, { publish: false }));
  const unpublished = second.statementIds.get('kursen-er-klar/mening') ?? assert.fail();
  for (const chosen of [newId(), unpublished])
    await assert.rejects(makeGoal(fjordby.member('Lene'), goal({ statements: [chosen] })), isProblem('invalid', 'statements'));
  const id = await makeGoal(fjordby.member('Lene'), goal());
  await fjordby.worker.transaction((tx) =>
    tx
      .insertInto('goal_statements')
      .values({ organisation_id: fjordby.organisation.id, goal_id: id, statement_id: unpublished, name: 'Gået ud' })
      .execute(),
  );
  const page = (await pageOf(fjordby, 'Lene', id)) ?? assert.fail();
  assert.deepEqual(
    page.restsOn.filter(({ href }) => href === null).map(({ name }) => name),
    ['Gået ud'],
  );
  const paper = await fjordby.member('Lene').read((tx) => goalForm(tx, fjordby.member('Lene'), id));
  assert.deepEqual(paper?.gone, [{ statementId: unpublished, name: 'Gået ud' }]);
  await saveGoal(fjordby.member('Lene'), id, goal({ seen: page.seen, statements: [statement, unpublished] }));
});

test('AA12 a goal nobody can follow yet is mentioned to those who may change it, and to nobody else', async () => {
  const id = await makeGoal(fjordby.member('Mette'), goal({ title: 'Uden noget at måle på' }));
  const toldTo = (name: string) =>
    fjordby.member(name).read(async (tx) => (await goalsToLookAt(tx, fjordby.member(name))).some((one) => one.goalId === id));
  assert.deepEqual([await toldTo('Mette'), await toldTo('Henrik'), await toldTo('Lene')], [true, true, true]);
  assert.deepEqual([await toldTo('Jonas'), await toldTo('Amina')], [false, false]);
  assert.ok((await listOf('Mette')).attention.some((one) => one.goalId === id && one.what === 'no_indicator'));
});

test('what is done with goals leaves a trail that HR reads', async () => {
  const lene = fjordby.member('Lene');
  const reader = { personId: lene.personId, workOfAll: true };
  const { entries } = await lene.read((tx) => trailFor(tx, reader, { search: '', action: 'goal.deleted' }, 1, 50));
  assert.ok(entries.some(({ actor, object }) => actor === 'Mette' && object.name === 'Et nyt navn'));
});
