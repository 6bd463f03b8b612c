import type { ElementKind } from '../open-format.ts';
import { wordsOf } from '../words.ts';
import type { Block } from './blocks.ts';
import { countOf, kindOfNoun } from './kind-words.ts';

/** "De otte ledelseskompetencer": the document says how many of a kind it has. */
export type CountedNoun = { count: number; kind: ElementKind; own: string; line: number; listed: string[] };

/** Up to this many words may stand between the number and the noun ("fire overordnede hjørneflag"). */
const REACH = 3;

/** Every counted noun of the document, in order, with the names it lists after a dash ("tre værdier - a, b og c"). */
export function countedNouns(blocks: readonly Block[]): CountedNoun[] {
  return blocks.flatMap((block) => countedIn(block.text, block.pieces[0]?.line ?? 1));
}

/** The counted nouns of one text. */
export function countedIn(text: string, line: number): CountedNoun[] {
  const words = wordsOf(text);
  const found: CountedNoun[] = [];
  words.forEach((word, index) => {
    const count = countOf(word);
    if (count === null) return;
    for (let i = index + 1; i <= index + REACH && i < words.length; i++) {
      const noun = words[i] ?? '';
      const kind = kindOfNoun(noun);
      if (kind === null) continue;
      found.push({ count, kind, own: noun, line, listed: listedAfter(text, noun, count) });
      return;
    }
  });
  return found;
}

/** The names after "noun - a, b og c" when there are as many as were counted; else none. */
function listedAfter(text: string, noun: string, count: number): string[] {
  const start = text.indexOf(noun) + noun.length;
  const after = /^\s+[-–—:]\s+(.*)$/u.exec(text.slice(start, start + 300));
  if (!after) return [];
  const clause = (after[1] ?? '').split(/[.;:]/u)[0] ?? '';
  const names = clause
    .split(/,\s*|\s+og\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.length === count ? names : [];
}
