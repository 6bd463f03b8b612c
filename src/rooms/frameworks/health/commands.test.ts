import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '#base/ids.ts';
import { demoFramework } from '#demo/framework.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { statementsOf } from '../read.server.ts';
import { createFromDraft, point, type Created } from '../write.server.ts';
import { countReading } from './commands.server.ts';
import { mayReadHealth } from './policy.ts';
import { frameworkHealth } from './read.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let framework: Created;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  framework = await fjordby.worker.transaction((tx) => createFromDraft(tx, demoFramework('2026-05'), { publish: true }));
});
after(() => database.close());

const healthOf = async (id = framework.frameworkId, town = fjordby) => town.web.transaction((tx) => frameworkHealth(tx, id, {}));
const counts = () => fjordby.web.transaction((tx) => tx.selectFrom('framework_read_counts').selectAll().execute());

test('AA5 with no data every sign says so: nothing read, nothing used, nothing asked', async () => {
  const health = await healthOf();
  assert.ok(health);
  assert.equal(health.known.reads, 0);
  assert.equal(health.known.weeks.length, 12);
  assert.deepEqual([health.living.used, health.concrete.asked], [0, 0]);
  assert.ok(health.living.statements > 0 && health.known.employees > 10);
});

test('AA5 reading is counted by the day and without a person, and not for those who write the framework', async () => {
  await Promise.all(
    ['Amina', 'Bo', 'Mette', 'Amina'].map((name) => countReading(fjordby.member(name), [framework.frameworkId], 'whole')),
  );
  await countReading(fjordby.member('Lene'), [framework.frameworkId], 'whole');
  assert.equal((await healthOf())?.known.reads, 4);
  const rows = await counts();
  assert.equal(rows.length, 1);
  assert.deepEqual(Object.keys(rows[0] ?? {}).sort(), ['day', 'framework_id', 'organisation_id', 'page', 'reads']);
  const trail = await fjordby.worker.transaction((tx) => tx.selectFrom('trail_entries').select('id').execute());
  assert.deepEqual(trail, [], 'what people read leaves no trail');
});

test('nobody counts for another organisation, for a draft or for what is not there', async () => {
  const draft = await fjordby.worker.transaction((tx) => createFromDraft(tx, demoFramework('2026-05'), { publish: false }));
  const before = await counts();
  await countReading(holmsted.member('Sofie'), [framework.frameworkId], 'whole');
  await countReading(fjordby.member('Amina'), [draft.frameworkId, newId(), 'x'], 'whole');
  assert.deepEqual(await counts(), before);
  assert.equal(await healthOf(framework.frameworkId, holmsted), null);
  assert.equal(await healthOf(draft.frameworkId), null);
  assert.equal(await healthOf('x'), null);
});

test('AA5 a question about a heading covers the statements below it, and a goal is living but not asked', async () => {
  const statements = await fjordby.web.transaction((tx) => statementsOf(tx, framework.versionId));
  const heading = statements.find((one) => one.depth === 0 && statements.some((other) => other.parentId === one.elementId));
  const elsewhere = statements.findLast((one) => one.depth > 0 && one.path[0] !== heading?.title && one.text !== null);
  assert.ok(heading && elsewhere);
  await fjordby.worker.transaction(async (tx) => {
    await point(tx, { statementId: heading.statementId, kind: 'question', usedId: 'r/q1', title: 'Et spørgsmål' });
    await point(tx, { statementId: elsewhere.statementId, kind: 'goal', usedId: 'g1', title: 'Et mål' });
  });
  const health = await healthOf();
  assert.ok(health);
  assert.ok(health.concrete.asked > 0);
  assert.equal(health.living.used, health.concrete.asked + 1);
  assert.deepEqual(
    health.living.byKind.map(({ kind, uses }) => [kind, uses]),
    [
      ['question', 1],
      ['goal', 1],
    ],
  );
  const part = health.concrete.parts.find((one) => one.statementId === heading.statementId);
  assert.equal(part?.asked, health.concrete.asked);
  assert.equal(part.unused + part.otherwise, 0);
  const all = health.concrete.parts.reduce((sum, one) => sum + one.asked + one.otherwise + one.unused, 0);
  assert.equal(all, health.concrete.statements);
});

test('AA5 the health page is for those who look after the framework', () => {
  const may = (name: string) => mayReadHealth(fjordby.member(name));
  assert.deepEqual(['Lene', 'Birgitte', 'Tom', 'Amina', 'Mette'].map(may), [true, true, true, false, false]);
});
