import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** What can be asked and told inside a transaction and outside one. Named, since comparing two whole builders costs the compiler seconds. */
export type Queries = Pick<Kysely<Tables>, 'selectFrom' | 'insertInto'>;

/** One process's connection to the database, as one role. */
export type Connection = {
  readonly kysely: Kysely<Tables>;
  readonly pool: pg.Pool;
  close: () => Promise<void>;
};

/** Opens a pool for a role's address. */
export function connect(url: string, max = 10): Connection {
  const pool = new pg.Pool({ connectionString: url, max, application_name: 'pejling' });
  // An idle connection may be cut by a restart of the database; the pool opens a new one when it is needed.
  pool.on('error', () => undefined);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { kysely, pool, close: () => kysely.destroy() };
}
