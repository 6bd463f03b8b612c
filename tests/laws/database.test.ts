import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeSchema } from '#database/describe.ts';
import { freshDatabase, withOwner, type TestDatabase } from '../database.ts';
import { readFile } from './source.ts';

let database: TestDatabase;
before(async () => {
  database = await freshDatabase();
});
after(() => database.close());

/** What a stranger may read, once an organisation has made it public. A new table here is a decision. */
const SHOWN_TO_VISITORS = [
  'framework_addressees',
  'framework_core_task_statements',
  'framework_core_tasks',
  'framework_covers',
  'framework_duties',
  'framework_elements',
  'framework_frame_origins',
  'framework_kind_names',
  'framework_level_rules',
  'framework_levels',
  'framework_origins',
  'framework_public_pages',
  'framework_value_statements',
  'framework_versions',
  'framework_visuals',
  'framework_weights',
  'frameworks',
  'organisation_settings',
];
const OURS = `n.nspname in ('public', 'urn', 'handover') and c.relkind = 'r'`;
/** The only tables without an organisation: what names the organisations, who runs the installation, and the tools' own. */
const WITHOUT_ORGANISATION = ['organisations', 'operators', 'migrations', 'migration_lock'];

async function rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
  return withOwner(database.ownerUrl, async (client) => (await client.query(sql, values)).rows as T[]);
}

const tables = () =>
  rows<{ name: string; schema: string; rls: boolean; forced: boolean; comment: string | null }>(
    `select c.relname as name, n.nspname as schema, c.relrowsecurity as rls, c.relforcerowsecurity as forced, obj_description(c.oid) as comment
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS}`,
  );

test('what is committed as schema.sql and tables.ts is what the migrations make', async () => {
  const { schemaSql, tablesTs } = await describeSchema(database.ownerUrl);
  assert.equal(readFile('database/schema.sql'), schemaSql, 'run npm run schema');
  assert.equal(readFile('src/database/tables.ts'), tablesTs, 'run npm run schema');
});

/** Tables that lack a wall: no organisation first in the key, no forced row-level security, no policy, no comment. */
/** How the catalogue prints a rule that asks for the organisation once for a statement. */
const asksFor = (which: string) => `organisation_id = ( SELECT ${which}() AS ${which})`;

async function tablesWithoutWalls(): Promise<string[]> {
  const keys = await rows<{ name: string; first: string }>(
    `select c.relname as name, a.attname as first from pg_constraint k join pg_class c on c.oid = k.conrelid
     join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
     where ${OURS} and k.contype in ('p', 'u')`,
  );
  const policies = await rows<{ name: string; policy: string; cmd: string; rule: string; checked: string | null }>(
    `select tablename as name, policyname as policy, cmd, qual as rule, with_check as checked from pg_policies
     where schemaname in ('public', 'urn', 'handover') and permissive = 'PERMISSIVE'`, // a restrictive policy can only take away
  );
  const breaches: string[] = [];
  for (const table of await tables()) {
    if (WITHOUT_ORGANISATION.includes(table.name)) continue;
    if (!table.rls || !table.forced) breaches.push(`${table.name}: row-level security is not forced`);
    if (table.comment === null) breaches.push(`${table.name}: has no comment`);
    const own = policies.filter((policy) => policy.name === table.name && policy.policy !== 'shown_to_visitors');
    if (own.length === 0) breaches.push(`${table.name}: has no policy`);
    for (const policy of own)
      if (
        !policy.rule.includes(asksFor('current_organisation')) ||
        policy.checked?.includes(asksFor('current_organisation')) !== true
      )
        breaches.push(`${table.name}: a policy does not ask for the organisation`);
    for (const key of keys.filter((one) => one.name === table.name))
      if (key.first !== 'organisation_id') breaches.push(`${table.name}: a key does not begin with the organisation`);
    if (!keys.some((key) => key.name === table.name)) breaches.push(`${table.name}: has no key`);
  }
  const shown = policies.filter(({ policy }) => policy === 'shown_to_visitors');
  for (const { name, cmd, rule } of shown)
    if (cmd !== 'SELECT' || !rule.includes(asksFor('visited_organisation')) || !SHOWN_TO_VISITORS.includes(name))
      breaches.push(`${name}: is shown to visitors, and is not on the list of what is`);
  return breaches;
}

test('every table belongs to an organisation, by key and by policy', async () =>
  assert.deepEqual(await tablesWithoutWalls(), []));

test('the law sees a dropped policy, a lifted wall and a table without an organisation', async () => {
  await withOwner(database.ownerUrl, async (client) => {
    await client.query('drop policy own_organisation on persons');
    await client.query('alter table units no force row level security');
    await client.query('create table stray (id int primary key)');
    await client.query(
      'create policy shown_to_visitors on trail_entries for select using (organisation_id = visited_organisation())',
    );
  });
  const breaches = await tablesWithoutWalls();
  await withOwner(database.ownerUrl, async (client) => {
    await client.query(
      'create policy own_organisation on persons using (organisation_id = (select current_organisation())) with check (organisation_id = (select current_organisation()))',
    );
    await client.query('alter table units force row level security');
    await client.query('drop table stray');
    await client.query('drop policy shown_to_visitors on trail_entries');
  });
  assert.ok(breaches.includes('persons: has no policy'));
  assert.ok(breaches.includes('units: row-level security is not forced'));
  assert.ok(breaches.some((breach) => breach.startsWith('stray:')));
  assert.ok(breaches.includes('trail_entries: is shown to visitors, and is not on the list of what is'));
  assert.deepEqual(await tablesWithoutWalls(), []);
});

test('every foreign key carries the organisation and says what happens on deletion', async () => {
  const keys = await rows<{ name: string; line: string }>(
    `select c.relname as name, pg_get_constraintdef(k.oid) as line from pg_constraint k join pg_class c on c.oid = k.conrelid
     join pg_namespace n on n.oid = c.relnamespace where ${OURS} and k.contype = 'f'`,
  );
  for (const { name, line } of keys) {
    assert.match(line, /^FOREIGN KEY \(organisation_id/, `${name}: ${line}`);
    assert.match(line, /ON DELETE (CASCADE|RESTRICT|SET NULL \(\w+\))/, `${name}: ${line}`);
  }
  const withKey = new Set(
    keys.filter(({ line }) => line.includes('REFERENCES organisations(id) ON DELETE CASCADE')).map(({ name }) => name),
  );
  for (const table of await tables())
    if (!WITHOUT_ORGANISATION.includes(table.name)) assert.ok(withKey.has(table.name), `${table.name} outlives its organisation`);
});

test('there is no trigger, and no function runs with another role than its caller', async () => {
  assert.deepEqual(
    await rows(
      `select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS} and not tgisinternal`,
    ),
    [],
  );
  assert.deepEqual(
    await rows(
      `select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('public', 'urn', 'handover') and prosecdef`,
    ),
    [],
  );
});

test('no role of a running process passes the walls or may make things', async () => {
  const roles = await rows<{ rolname: string; able: boolean }>(
    `select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as able from pg_roles where rolname in ('pejling_web', 'pejling_worker', 'pejling_urn')`,
  );
  assert.equal(roles.length, 3);
  for (const role of roles) assert.equal(role.able, false, role.rolname);
});

test('no role but the owner sees both the people and the ballots', async () => {
  const sees = async (role: string, table: string) =>
    (await rows<{ yes: boolean }>(`select has_any_column_privilege($1, $2, 'SELECT') as yes`, [`pejling_${role}`, table]))[0]
      ?.yes;
  for (const role of ['web', 'worker'])
    for (const { name } of (await tables()).filter((table) => table.schema === 'urn'))
      assert.equal(await sees(role, `urn.${name}`), false, `${role} sees urn.${name}`);
  assert.equal(await sees('web', 'handover.opened'), false, 'web sees opened ballots');
  for (const table of await tables())
    if (table.schema === 'public' && table.name !== 'organisations')
      assert.equal(await sees('urn', `public.${table.name}`), false, `the urn sees ${table.name}`);
});

test('the trail, the ledger and releases are only added to', async () => {
  for (const role of ['web', 'worker'])
    for (const table of ['trail_entries', 'ledger', 'releases', 'roll_visibility'])
      for (const right of ['UPDATE', 'DELETE', 'TRUNCATE'])
        assert.equal(
          (await rows<{ yes: boolean }>('select has_table_privilege($1, $2, $3) as yes', [`pejling_${role}`, table, right]))[0]
            ?.yes,
          false,
          `${role} may ${right} ${table}`,
        );
});

test('no column name joins the urn or the opened ballots to the register, except organisation, round and group', async () => {
  const columns = await rows<{ schema: string; name: string }>(
    `select distinct n.nspname as schema, a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where ${OURS} and a.attnum > 0 and not a.attisdropped and (n.nspname = 'urn' or c.relname = 'opened')`,
  );
  const names = columns.map(({ name }) => name);
  for (const forbidden of [
    'person_id',
    'rater_id',
    'created_at',
    'saved_at',
    'at',
    'sent_at',
    'email',
    'address',
    'link_hash',
    'code_hash',
    'blinded_hash',
  ])
    assert.ok(!names.includes(forbidden), forbidden);
  const times =
    await rows(`select 1 from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where (n.nspname = 'urn' or c.relname = 'opened') and a.attnum > 0 and format_type(a.atttypid, a.atttypmod) ~ 'timestamp|date|time'`);
  assert.deepEqual(times, []);
});

test('commit times are not kept and parameters are not logged', async () => {
  assert.equal(
    (await rows<{ setting: string }>(`select setting from pg_settings where name = 'track_commit_timestamp'`))[0]?.setting,
    'off',
  );
  assert.equal(
    (await rows<{ setting: string }>(`select setting from pg_settings where name = 'log_parameter_max_length'`))[0]?.setting,
    '0',
  );
});
