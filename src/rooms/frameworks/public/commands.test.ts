import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { mintVisit, type Tx } from '#database/tenant.ts';
import { demoFramework } from '#demo/framework.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, withOwner, type TestDatabase } from '../../../../tests/database.ts';
import { addOrigins } from '../origins/write.server.ts';
import { Visitor } from '../proof.server.ts';
import { frameworkList, statementsOf } from '../read.server.ts';
import { makeNextVersion } from '../versions/commands.server.ts';
import { createFromDraft, markPublished, type Created } from '../write.server.ts';
import { allowFraming, closePublicPage, openPublicPage, refuseFraming } from './commands.server.ts';
import {
  frameOrigins,
  publicDesk,
  publicFrameworks,
  publicPageOf,
  publicReading,
  publicStatement,
  publicVersion,
} from './read.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let framework: Created;
const input = { address: 'kursen', contact: 'HR, tlf. 12 34 56 78', findable: false };

const visitor = (town: CastTown) =>
  new Visitor({ visit: mintVisit(database.as.web, town.organisation.id), organisation: town.organisation });
const visit = <T>(work: (tx: Tx) => Promise<T>, town = fjordby): Promise<T> => visitor(town).read(work);
const publish = (town: CastTown, published = true) =>
  town.worker.transaction((tx) => createFromDraft(tx, demoFramework('2026-05'), { publish: published }));
const notFound = (error: unknown) => error instanceof Problem && error.code === 'not_found';

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  framework = await publish(fjordby);
});
after(() => database.close());

test('G19 an editor makes a framework public, anybody can read it, and it can be taken back', async () => {
  assert.deepEqual(await visit(publicFrameworks), []);
  await openPublicPage(fjordby.member('Lene'), framework.frameworkId, input);
  const [shown] = await visit(publicFrameworks);
  assert.equal(shown?.address, 'kursen');
  assert.equal(shown.contact, 'HR, tlf. 12 34 56 78');
  assert.equal(shown.findable, false);
  const reading = await visit((tx) => publicReading(tx, { address: 'kursen', level: null }));
  assert.ok(reading !== null && reading.version.statements.length > 10);
  const page = await fjordby.web.transaction((tx) => publicPageOf(tx, framework.frameworkId));
  assert.equal(page?.openedBy, 'Lene');
  await closePublicPage(fjordby.member('Lene'), framework.frameworkId);
  assert.deepEqual(await visit(publicFrameworks), []);
  assert.equal(await visit((tx) => publicReading(tx, { address: 'kursen', level: null })), null);
  assert.deepEqual(await visit((tx) => statementsOf(tx, framework.versionId)), []);
});

test('G19 only those who edit frameworks can make them public, and only what is published', async () => {
  for (const name of ['Amina', 'Mette', 'Birgitte', 'Tom'])
    await assert.rejects(openPublicPage(fjordby.member(name), framework.frameworkId, input), notFound, name);
  await assert.rejects(openPublicPage(holmsted.member('Rikke'), framework.frameworkId, input), notFound);
  await assert.rejects(closePublicPage(holmsted.member('Rikke'), framework.frameworkId), notFound);
  await assert.rejects(openPublicPage(fjordby.member('Lene'), 'ikke-et-id', input), notFound);
  const draft = await publish(fjordby, false);
  await assert.rejects(
    openPublicPage(fjordby.member('Lene'), draft.frameworkId, input),
    (error: unknown) => error instanceof Problem && error.code === 'invalid',
  );
});

test('a visitor finds nothing of an organisation but what is public: every other table is empty, and nothing can be written', async () => {
  await openPublicPage(fjordby.member('Lene'), framework.frameworkId, input);
  const draft = await publish(fjordby, false);
  const other = await publish(fjordby);
  const foreign = await publish(holmsted);
  await openPublicPage(holmsted.member('Rikke'), foreign.frameworkId, { ...input, address: 'andet' });
  const list = await visit((tx) => frameworkList(tx, { drafts: true }));
  assert.deepEqual(
    list.map((one) => one.frameworkId),
    [framework.frameworkId],
  );
  for (const hidden of [draft, other, foreign]) {
    assert.deepEqual(await visit((tx) => statementsOf(tx, hidden.versionId)), []);
    assert.equal(await visit((tx) => publicVersion(tx, 'kursen', hidden.versionId)), null);
  }
  const tables = await withOwner(database.ownerUrl, async (client) => {
    const found = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'
       and has_any_column_privilege('pejling_web', c.oid, 'SELECT') and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'shown_to_visitors')`,
    );
    return found.rows.map((row) => row.name).filter((name) => !['organisations', 'operators', 'migrations'].includes(name));
  });
  assert.ok(tables.includes('persons') && tables.includes('trail_entries') && tables.includes('framework_uses'));
  for (const table of tables)
    assert.equal((await visit((tx) => sql`select 1 from ${sql.table(table)} limit 1`.execute(tx))).rows.length, 0, table);
  await assert.rejects(
    visit((tx) => tx.updateTable('frameworks').set({ title: 'Kapret' }).execute()),
    /read-only/,
  );
});

test('two editors cannot give two frameworks the same address, not even at once', async () => {
  const [one, two] = [await publish(fjordby), await publish(fjordby)];
  const outcomes = await Promise.allSettled(
    [one, two].map((made) => openPublicPage(fjordby.member('Lene'), made.frameworkId, { ...input, address: 'samme' })),
  );
  assert.deepEqual(outcomes.map((outcome) => outcome.status).sort(), ['fulfilled', 'rejected']);
  const refused = outcomes.find((outcome) => outcome.status === 'rejected')?.reason as unknown;
  assert.ok(refused instanceof Problem && refused.fields['address'] !== undefined);
});

test('G18 only the sites an organisation names may show its framework in a frame', async () => {
  assert.deepEqual(await visit(frameOrigins), []);
  await allowFraming(fjordby.member('Lene'), 'https://intranet.fjordby.example');
  await allowFraming(fjordby.member('Lene'), 'https://intranet.fjordby.example');
  assert.deepEqual(await visit(frameOrigins), ['https://intranet.fjordby.example']);
  assert.deepEqual(await visit(frameOrigins, holmsted), []);
  await assert.rejects(allowFraming(fjordby.member('Amina'), 'https://ond.example'), notFound);
  await refuseFraming(fjordby.member('Lene'), 'https://intranet.fjordby.example');
  assert.deepEqual(await visit(frameOrigins), []);
});

test('a statement that a newer version no longer has is still read under its address, with what stands there instead', async () => {
  const made = await publish(fjordby);
  await openPublicPage(fjordby.member('Lene'), made.frameworkId, { ...input, address: 'foelg' });
  const read = (id: string) => visit((tx) => publicStatement(tx, 'foelg', id));
  const before = await visit((tx) => statementsOf(tx, made.versionId));
  const gone = before.findLast((one) => one.text !== null) ?? assert.fail();
  const [stays] = before;
  assert.ok(stays !== undefined && stays.statementId !== gone.statementId);
  assert.equal((await read(gone.statementId))?.goneAfter, null);

  const next = (await makeNextVersion(fjordby.member('Lene'), made.frameworkId)).versionId;
  await fjordby.worker.transaction(async (tx) => {
    await tx
      .deleteFrom('framework_elements')
      .where('version_id', '=', next)
      .where('statement_id', '=', gone.statementId)
      .execute();
    await tx
      .updateTable('framework_elements')
      .set({ text: 'Helt nye ord' })
      .where('version_id', '=', next)
      .where('statement_id', '=', stays.statementId)
      .execute();
    await addOrigins(tx, next, [
      {
        statementId: stays.statementId,
        kind: 'merged',
        from: { versionId: made.versionId, statementId: gone.statementId, name: '' },
      },
    ]);
  });
  assert.equal((await read(gone.statementId))?.goneAfter, null, 'a draft changes nothing for visitors');
  assert.notEqual((await read(stays.statementId))?.statement.text, 'Helt nye ord');

  await fjordby.worker.transaction((tx) => markPublished(tx, next));
  const page = await read(gone.statementId);
  assert.equal(page?.goneAfter?.versionId, made.versionId);
  assert.equal(page.statement.text, gone.text);
  assert.deepEqual(
    page.successors.map((one) => one.statementId),
    [stays.statementId],
  );
  const changed = await read(stays.statementId);
  assert.equal(changed?.statement.text, 'Helt nye ord');
  assert.deepEqual(
    changed.before.map((one) => one.text),
    [stays.text],
  );
  const versions = (await visit((tx) => publicVersion(tx, 'foelg')))?.framework.versions;
  assert.deepEqual(
    versions?.map((one) => one.versionId),
    [next, made.versionId],
  );
  assert.equal(await read(newId()), null);
  assert.equal(await read('<script>'), null);
});

test('an editor of another organisation finds no desk, and a desk offers an address made of the title', async () => {
  const made = await publish(fjordby);
  assert.equal(await holmsted.web.transaction((tx) => publicDesk(tx, made.frameworkId)), null);
  const desk = await fjordby.web.transaction((tx) => publicDesk(tx, made.frameworkId));
  assert.match(desk?.suggestion ?? '', /^[a-z0-9][a-z0-9-]*$/);
  assert.equal(desk?.published, true);
});
