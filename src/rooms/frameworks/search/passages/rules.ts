import { excerpt, likenessTo, pieces, WORTH } from '../rules.ts';
import type { Passage, PassageHit, PassageHits, Piece, Term } from '../schema.ts';

const SHOWN = 10;
const ENTRY = /([<^])([a-z0-9]+)[>=]([^;]*);/gu;

/** The passages that have all the words, those that have them best first; equal ones in the order they came. */
export function hitsAmong(terms: readonly Term[], passages: readonly Passage[]): Omit<PassageHits, 'more'> {
  const looks = terms.map(likenessTo);
  const found = passages.flatMap((passage) => {
    const { worth, words } = look(passage.search, looks);
    return worth === 0 ? [] : [{ passage, worth, words }];
  });
  found.sort((a, b) => b.worth - a.worth);
  return { hits: found.slice(0, SHOWN).map(({ passage, words }) => hit(passage, words)), total: found.length };
}

/** What it is worth to have found all words there, 0 when one is missing; and in which words of the passage. */
function look(search: string, looks: readonly ReturnType<typeof likenessTo>[]): { worth: number; words: Set<string> } {
  const worths = looks.map(() => 0);
  const words = new Set<string>();
  for (const [, mark, word = '', stem = ''] of search.matchAll(ENTRY))
    for (const [at, one] of looks.entries()) {
      const likeness = one(word, stem);
      if (likeness === null) continue;
      worths[at] = Math.max(worths[at] ?? 0, WORTH[likeness][mark === '<' ? 1 : 0]);
      words.add(word);
    }
  const all = worths.length > 0 && worths.every((worth) => worth > 0);
  return { worth: all ? worths.reduce((sum, worth) => sum + worth, 0) : 0, words };
}

function hit({ key, href, kindName, under, title, texts, isDraft = false }: Passage, words: ReadonlySet<string>): PassageHit {
  const isHit = (word: string) => words.has(word.replace(/[^a-z0-9]/gu, ''));
  const told = firstHit(texts, isHit) ?? (title === null ? [{ text: texts[0] ?? '', hit: false }] : null);
  return {
    ...{ key, href, kindName, isDraft },
    framework: under,
    title: title === null ? null : pieces(title, isHit),
    text: told === null ? null : excerpt(told),
  };
}

/** The first text with a hit; those after it are not cut. */
function firstHit(texts: readonly string[], isHit: (word: string) => boolean): Piece[] | null {
  for (const text of texts) {
    const cut = pieces(text, isHit);
    if (cut.some((piece) => piece.hit)) return cut;
  }
  return null;
}
