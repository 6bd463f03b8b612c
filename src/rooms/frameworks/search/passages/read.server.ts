import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '#database/tenant.ts';
import { termsOf, tracesOf, wordsIn, WORTH } from '../rules.ts';
import type { Asked, Passage, PassageHits, SearchInput, Term } from '../schema.ts';
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
  const each = terms.map((term) => stands(column, tracesOf(term)));
  return sql<boolean>`(${sql.join(each, sql` and `)})`;
}

/** Plain letters are found in half the time that patterns take. */
function stands(column: string, letters: readonly string[]): RawBuilder<boolean> {
  const each = letters.map((some) => sql`strpos(${sql.ref(column)}, ${some}) > 0`);
  return sql<boolean>`(${sql.join(each, sql` or `)})`;
}

/** How many places of a kind are read and weighed; the best ones by a quick look. */
export const MOST_PASSAGES = 40;

/** By what places are ordered where there are many: how the words stand there, as far as letters tell. `titled`: also in titles. */
export function quickWorth({ terms }: Asked, column: string, { titled }: { titled: boolean }): RawBuilder<number> {
  const marked = (mark: string, { stems }: Term) =>
    stands(
      column,
      stems.map((stem) => `${mark}${stem};`),
    );
  const each = terms.map((term) => {
    const inText = sql`when ${marked('=', term)} then ${sql.lit(WORTH.form[0])}`;
    if (!titled) return sql`case ${inText} else 0 end`;
    const started = sql`when ${stands(column, [`<${term.word}`])} then ${sql.lit(WORTH.start[1])}`;
    return sql`case when ${marked('>', term)} then ${sql.lit(WORTH.form[1])} ${inText} ${started} else 0 end`;
  });
  return sql<number>`(${sql.join(each, sql` + `)})`;
}

/** The passages that have all the words, best first. When as many came as are read of a kind, there may be more. */
export function passagesWith({ terms }: Asked, passages: readonly Passage[], read = passages.length): PassageHits {
  return { ...hitsAmong(terms, passages), more: read >= MOST_PASSAGES };
}
