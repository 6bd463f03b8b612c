import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#database/tenant.ts';
import { termsOf, tracesOf, wordsIn } from '../rules.ts';
import type { Asked, Passage, PassageHits, SearchInput } from '../schema.ts';
import { stemsOf } from '../stems/read.server.ts';
import { hitsAmong } from './rules.ts';

/** What to look for beside the frameworks; null when nothing was asked, or only one framework or a further page of hits. */
export async function askedBeside(tx: Tx, { q, framework, page }: SearchInput): Promise<Asked | null> {
  const words = wordsIn(q);
  if (words.length === 0 || framework !== null || page > 1) return null;
  const terms = termsOf(words, await stemsOf(tx, words));
  return terms.length === 0 ? null : { terms };
}

/**
 * Has a column `search` letters of each of the words? A quick look, so that few rows are read; `passagesWith` looks exactly, and only
 * at what the one who asks may read.
 */
export function mayHave({ terms }: Asked, column: string): RawBuilder<boolean> {
  const each = terms.map((term) => sql`${sql.ref(column)} like any(${tracesOf(term).map((trace) => `%${trace}%`)}::text[])`);
  return sql<boolean>`(${sql.join(each, sql` and `)})`;
}

/** The passages that have all the words, best first. */
export function passagesWith({ terms }: Asked, passages: readonly Passage[]): PassageHits {
  return hitsAmong(terms, passages);
}
