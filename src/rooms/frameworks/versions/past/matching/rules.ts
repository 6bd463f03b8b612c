import { bagOfWords } from '#importing/words.ts';
import { wordsOf } from '../../../origins/rules.ts';

type Told = { statementId: string; kind: string; title: string | null; text: string | null };

/** From this share of words in common an older wording is taken for the same statement. */
const SAME = 0.6;

/**
 * Which statement of a newer version each statement of an older one is: first those with the very same words, then those of the same
 * kind that have most words in common. From the older's statement ids to the newer's; nobody is matched twice.
 */
export function matchStatements(older: readonly Told[], newer: readonly Told[]): Map<string, string> {
  const matched = new Map<string, string>();
  const left = new Map(newer.map((statement) => [statement.statementId, prepared(statement)]));
  const rest: Prepared[] = [];
  for (const statement of older.map(prepared)) {
    const same = [...left].find(
      ([, other]) => other.words !== '' && other.words === statement.words && other.kind === statement.kind,
    );
    if (same === undefined) rest.push(statement);
    else take(same[0], statement);
  }
  const pairs = rest
    .flatMap((statement) => [...left.values()].map((other) => ({ statement, other, share: shareOf(statement, other) })))
    .filter(({ share }) => share >= SAME)
    .sort((a, b) => b.share - a.share);
  for (const { statement, other } of pairs)
    if (!matched.has(statement.statementId) && left.has(other.statementId)) take(other.statementId, statement);
  return matched;

  function take(newId: string, statement: Prepared): void {
    matched.set(statement.statementId, newId);
    left.delete(newId);
  }
}

type Prepared = { statementId: string; kind: string; words: string; bag: Map<string, number>; size: number };

function prepared(statement: Told): Prepared {
  const words = wordsOf(statement);
  const bag = bagOfWords([words.toLowerCase()]);
  const size = [...bag.values()].reduce((sum, times) => sum + times, 0);
  return { statementId: statement.statementId, kind: statement.kind, words, bag, size };
}

function shareOf(a: Prepared, b: Prepared): number {
  if (a.kind !== b.kind || a.size === 0 || b.size === 0) return 0;
  if ((2 * Math.min(a.size, b.size)) / (a.size + b.size) < SAME) return 0;
  let common = 0;
  for (const [word, times] of a.bag) common += Math.min(times, b.bag.get(word) ?? 0);
  return (2 * common) / (a.size + b.size);
}
