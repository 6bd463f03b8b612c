import { sql } from 'kysely';
import type { Tx } from '#database/tenant.ts';

/** The stem of each word, found by the database that also made the index; null for words so common that they say nothing. */
export async function stemsOf(tx: Tx, words: readonly string[]): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ word: string; stem: string | null }>`
    select word, case when cardinality(lexemes) = 0 then null else coalesce(lexemes[1], word) end as stem
    from unnest(${[...words]}::text[]) as word, ts_lexize('danish_stem', word) as lexemes`.execute(tx);
  return new Map(rows.map(({ word, stem }) => [word, stem]));
}
