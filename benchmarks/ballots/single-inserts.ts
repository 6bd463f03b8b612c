// What the same server does with one row at a time: sixteen clients, each inserting rows of a ballot's size in a loop.
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

const CLIENTS = 16;
const TABLE = 'benchmark_rows';

/** Rows per second over the given time, each its own committed transaction. */
export async function singleInserts(ownerUrl: string, milliseconds: number): Promise<number> {
  const clients = Array.from({ length: CLIENTS }, () => new pg.Client({ connectionString: ownerUrl }));
  for (const client of clients) await client.connect();
  await clients[0]?.query(`create table if not exists ${TABLE}
    (organisation_id int, round_id uuid, nullifier bytea, row bytea, primary key (organisation_id, round_id, nullifier))`);
  const round = randomUUID();
  const row = randomBytes(1600);
  const start = performance.now();
  let rows = 0;
  const loop = async (client: pg.Client) => {
    while (performance.now() - start < milliseconds) {
      await client.query({
        name: 'one',
        text: `insert into ${TABLE} values (1, $1, $2, $3)`,
        values: [round, randomBytes(32), row],
      });
      rows++;
    }
  };
  await Promise.all(clients.map(loop));
  const perSecond = (1000 * rows) / (performance.now() - start);
  for (const client of clients) await client.end();
  return perSecond;
}
