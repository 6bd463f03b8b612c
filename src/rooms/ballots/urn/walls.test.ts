// The attacker has a database role, a copy of everything, and time. What can be joined?
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, it } from 'node:test';
import type pg from 'pg';
import { connect } from '#database/connection.ts';
import { closeEarly } from '#rooms/rounds/manifest/write.server.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, withOwner, type TestDatabase } from '../../../../tests/database.ts';
import { openRound, startUrn, type OpenRound } from '../../../../tests/open-round.ts';
import { readToken } from '../schema.ts';

type Column = { schema: string; table: string; column: string; type: string };

let database: TestDatabase;
let fjordby: CastTown;
let running: Awaited<ReturnType<typeof startUrn>>;
let round: OpenRound;
const PEOPLE = ['Amina', 'Bo', 'Carla', 'Dorte', 'Erik', 'Farid'];

before(async () => {
  database = await freshDatabase();
  ({ fjordby } = await settleCast(database));
  running = await startUrn(database);
  round = await openRound(fjordby, running);
  for (const [index, name] of PEOPLE.entries()) assert.equal((await round.vote(name, [1 + (index % 5), 3, 5])).kind, 'kept');
});
after(async () => {
  await running.stop();
  await database.close();
});

async function columns(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select n.nspname as schema, c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and n.nspname in ('public', 'urn', 'handover', 'pgboss')`);
  return rows;
}

const isUrnSide = ({ schema, table }: Column) => schema === 'urn' || (schema === 'handover' && table === 'opened');

/** All values of a column as text: bytes in hex. */
async function valuesOf(client: pg.Client, { schema, table, column, type }: Column): Promise<string[]> {
  const text = type === 'bytea' ? `encode("${column}", 'hex')` : `"${column}"::text`;
  const { rows } = await client.query<{ value: string | null }>(`select distinct ${text} as value from "${schema}"."${table}"`);
  return rows.flatMap(({ value }) => (value === null ? [] : [value]));
}

async function refused(url: string, statement: string): Promise<boolean> {
  const connection = connect(url, 1);
  try {
    await connection.pool.query(statement);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === '42501';
  } finally {
    await connection.close();
  }
}

it('web can read neither envelopes nor opened ballots, and the worker no envelopes', async () => {
  assert.ok(await refused(database.urls.web, 'select 1 from urn.envelopes'));
  assert.ok(await refused(database.urls.web, 'select 1 from handover.opened'));
  assert.ok(await refused(database.urls.worker, 'select 1 from urn.envelopes'));
  for (const role of ['web', 'worker'] as const) {
    assert.ok(await refused(database.urls[role], 'delete from urn.envelopes'));
    assert.ok(await refused(database.urls[role], `insert into handover.openings values (1, gen_random_uuid(), 0, 0, 0, '[]')`));
    assert.ok(
      await refused(
        database.urls[role],
        `insert into handover.opened values (1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '')`,
      ),
    );
  }
});

it('the urn can read no table of the register, and not what it has handed over', async () => {
  const all = await withOwner(database.ownerUrl, columns);
  const tables = new Set(
    all.filter(({ schema }) => schema === 'public' || schema === 'pgboss').map(({ schema, table }) => `${schema}.${table}`),
  );
  tables.delete('public.organisations');
  assert.ok(tables.size > 20);
  for (const table of tables)
    assert.ok(await refused(database.urls.urn, `select 1 from ${table}`), `${table} is open to the urn`);
  assert.ok(await refused(database.urls.urn, 'select 1 from handover.opened'));
  assert.ok(await refused(database.urls.urn, `insert into handover.manifests (organisation_id) values (1)`));
});

it('without naming an organisation, or naming another, the urn sees nothing', async () => {
  const connection = connect(database.urls.urn, 1);
  const count = async (organisation: string) => {
    const client = await connection.pool.connect();
    await client.query('begin');
    await client.query(`select set_config('app.organisation', $1, true)`, [organisation]);
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from urn.envelopes');
    await client.query('rollback');
    client.release();
    return rows[0]?.n;
  };
  assert.equal(await count(''), 0);
  assert.equal(await count(String(fjordby.organisation.id + 1)), 0);
  assert.equal(await count(String(fjordby.organisation.id)), PEOPLE.length);
  await connection.close();
});

it('the urn keeps no time, no order and no number that counts', async () => {
  await withOwner(database.ownerUrl, async (client) => {
    const odd = (await columns(client)).filter((column) => isUrnSide(column) && /time|date|serial|bigint/.test(column.type));
    assert.deepEqual(odd, []);
    const { rows } = await client.query<{ setting: string }>('show track_commit_timestamp');
    assert.deepEqual(rows, [{ track_commit_timestamp: 'off' }]);
  });
});

/** What of the urn, whole, in part or hashed, can be found in the register, or the other way round; but for organisation, round and group. */
async function shared(client: pg.Client): Promise<string[]> {
  const all = await columns(client);
  const inUrn: string[] = [];
  const known = new Set<string>([round.id.replaceAll('-', '')]);
  for (const column of all.filter(isUrnSide)) {
    const values = await valuesOf(client, column);
    if (['organisation_id', 'round_id', 'version'].includes(column.column)) continue;
    if (column.column === 'group_id') for (const value of values) known.add(value.replaceAll('-', ''));
    else inUrn.push(...values);
  }
  const { rows } = await client.query<{ token: Buffer }>('select token from urn.envelopes');
  const derived = rows.flatMap(({ token }) => [token, readToken(token)?.ballotKey ?? token]);
  inUrn.push(
    ...derived.flatMap((bytes) => [bytes, createHash('sha256').update(bytes).digest()]).map((bytes) => bytes.toString('hex')),
  );
  const urn = inUrn.map((value) => [...known].reduce((text, id) => text.replaceAll(id, '|'), value));
  const found = new Set<string>();
  for (const column of all.filter((one) => !isUrnSide(one)))
    for (const value of await valuesOf(client, column)) {
      const forms = [value, value.replaceAll('-', ''), Buffer.from(value).toString('hex')];
      const whole = forms.filter((form) => form.length >= 12 && !known.has(form));
      if (
        whole.some((form) => urn.some((text) => text.includes(form))) ||
        urn.some((text) => text.length >= 32 && value.includes(text))
      )
        found.add(`${column.schema}.${column.table}.${column.column}`);
    }
  return [...found];
}

it('nothing in the urn stands in the register, whole or in part, but the organisation, the round and the group', async () => {
  await withOwner(database.ownerUrl, async (client) => assert.deepEqual(await shared(client), []));
});

it('and a planted link between them would be found', async () => {
  const rater = 'update round_raters set blinded_hash = $1 where round_id = $2 and name = $3';
  await withOwner(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ token: Buffer }>('select token from urn.envelopes limit 1');
    const token = rows[0]?.token ?? assert.fail();
    await client.query('begin');
    await client.query(rater, [createHash('sha256').update(token).digest(), round.id, 'Amina']);
    assert.deepEqual(await shared(client), ['public.round_raters.blinded_hash']);
    await client.query('rollback');
    await client.query('begin');
    await client.query(`update urn.envelopes set signature = convert_to('Amina paa tredje sal', 'utf8')`);
    await client.query(`update round_raters set unit_name = 'Amina paa tredje sal' where round_id = $1 and name = 'Amina'`, [
      round.id,
    ]);
    assert.deepEqual(await shared(client), ['public.round_raters.unit_name']);
    await client.query('rollback');
  });
});

it('after the opening, what is handed over has nothing in common with the register but the group', async () => {
  const register = await withOwner(database.ownerUrl, async (client) => {
    const values = new Set<string>();
    for (const column of (await columns(client)).filter((one) => !isUrnSide(one)))
      for (const value of await valuesOf(client, column)) values.add(value);
    return values;
  });
  await fjordby.web.transaction((tx) => closeEarly(tx, round.id, 'Alle har svaret.'));
  await running.urn.settled();
  await running.urn.look();
  await withOwner(database.ownerUrl, async (client) => {
    const ids = await valuesOf(client, { schema: 'handover', table: 'opened', column: 'id', type: 'uuid' });
    assert.equal(ids.length, PEOPLE.length);
    for (const id of ids) {
      assert.equal(id[14], '4', 'the id tells a time');
      assert.ok(!register.has(id));
    }
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from urn.envelopes');
    assert.equal(rows[0]?.n, 0);
    const order = await client.query<{ id: string; answers: Buffer }>('select id, answers from handover.opened order by ctid');
    assert.deepEqual([...order.rows.map((row) => row.answers[0])].sort(), [1, 1, 2, 3, 4, 5]);
  });
});
