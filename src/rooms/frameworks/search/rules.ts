import type { Piece, Term } from './schema.ts';

const MOST_WORDS = 8;
const LONGEST_WORD = 60;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Shorter words are looked for whole and at the start of words; inside other words they would be found everywhere. */
const SHORTEST_INSIDE = 4;
const SHORTEST_STEM = 5;

const LETTERS: Record<string, string> = Object.fromEntries(
  [...'æøåäöüéèêëáàâíìîóòôúùûñç'].map((letter, at) => [letter, 'aoaaoueeeeaaaiiiooouuunc'[at] ?? letter]),
);

const FOREIGN = /[^ -~]/u;
const FOREIGN_ALL = /[^ -~]/gu;

/**
 * A word as it is compared: small letters, æ ø å and their written-out forms (ae oe aa) as one letter, other accents off. The same
 * as the database's function of this name.
 */
export function folded(word: string): string {
  const small = word.toLowerCase();
  const plain = FOREIGN.test(small) ? small.replaceAll(FOREIGN_ALL, (letter) => LETTERS[letter] ?? letter) : small;
  return plain.replaceAll('ae', 'a').replaceAll('oe', 'o').replaceAll('aa', 'a');
}

/** The words of a text, each once, as they are compared. */
export function wordsIn(text: string): string[] {
  return [...new Set((text.match(WORD) ?? []).map(folded))].filter((word) => word.length <= LONGEST_WORD);
}

/** What is looked for: the first words, without those so common that they say nothing, unless there are no others. */
export function termsOf(words: readonly string[], stems: ReadonlyMap<string, string | null>): Term[] {
  const known = words
    .slice(0, MOST_WORDS)
    .map((word) => ({ word: word.replace(/[^a-z0-9]/gu, ''), stem: stems.get(word) ?? null }));
  const telling = known.filter((one) => one.stem !== null);
  return (telling.length > 0 ? telling : known)
    .map(({ word, stem }) => ({ word, stems: stemsLike(stem ?? word) }))
    .filter(({ word }) => word !== '');
}

/** Nouns in -el lose the vowel before an ending: trivsel, trivslen; regel, regler. Their stems differ, and are looked for together. */
function stemsLike(stem: string): string[] {
  if (/[^aeiouy]el$/u.test(stem)) return [stem, `${stem.slice(0, -2)}l`];
  return /[^aeiouyl]l$/u.test(stem) ? [stem, `${stem.slice(0, -1)}el`] : [stem];
}

/** How a word of a text is what was looked for: another form of it, a longer word that begins with it, or one with it later in it. */
export type Likeness = 'form' | 'start' | 'part';

/** What a word is worth where it stands: in a text, in a title. */
export const WORTH: Record<Likeness, readonly [number, number]> = { form: [8, 12], start: [3, 6], part: [2, 5] };

/** The beginnings of words that count as the word itself. */
function startsOf({ word, stems }: Term): string[] {
  return [...new Set([word, ...stems.filter((stem) => stem.length >= SHORTEST_STEM)])];
}

/** Letters of which some stand in a column `search` wherever the word is found: a quick look before the exact one. */
export function tracesOf(term: Term): string[] {
  const starts = startsOf(term);
  const shortest = starts.filter((one) => !starts.some((other) => other !== one && one.includes(other)));
  const stems = term.stems.filter((stem) => !shortest.some((one) => stem.includes(one)));
  return [...shortest, ...stems.map((stem) => `${stem};`)];
}

/** Tells how words of a text, with their stems, are like a word that is looked for; null where they are not. */
export function likenessTo(term: Term): (word: string, stem: string) => Likeness | null {
  const { word: wanted, stems } = term;
  const starts = startsOf(term);
  const inside = starts.filter((one) => one.length >= SHORTEST_INSIDE);
  const within = (word: string) =>
    inside.length === 0
      ? word.length >= wanted.length + 3 && word.endsWith(wanted)
      : inside.some((one) => word.indexOf(one, 3) >= 0);
  return (word, stem) => {
    if (stems.includes(stem)) return 'form';
    if (starts.some((one) => word.startsWith(one))) return 'start';
    return within(word) ? 'part' : null;
  };
}

/** A text cut at the words that were looked for; `isHit` is asked about words as they are compared. */
export function pieces(text: string, isHit: (word: string) => boolean): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    if (!isHit(folded(match[0]))) continue;
    if (match.index > at) cut.push({ text: text.slice(at, match.index), hit: false });
    cut.push({ text: match[0], hit: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) cut.push({ text: text.slice(at), hit: false });
  return cut;
}

const LONGEST_SHOWN = 320;
const BEFORE_HIT = 100;

/** A long text shortened to the surroundings of the first hit, cut between words. */
export function excerpt(all: readonly Piece[]): Piece[] {
  const whole = all.map((piece) => piece.text).join('');
  if (whole.length <= LONGEST_SHOWN) return [...all];
  const first = all.findIndex((piece) => piece.hit);
  const hitAt = all.slice(0, Math.max(0, first)).reduce((sum, piece) => sum + piece.text.length, 0);
  const from = hitAt <= BEFORE_HIT ? 0 : whole.indexOf(' ', hitAt - BEFORE_HIT) + 1;
  const cut = whole.lastIndexOf(' ', from + LONGEST_SHOWN);
  const to = from + LONGEST_SHOWN >= whole.length ? whole.length : cut > hitAt ? cut : from + LONGEST_SHOWN;
  const shown = clip(all, from, to);
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...shown,
    ...(to < whole.length ? [{ text: ' …', hit: false }] : []),
  ];
}

function clip(all: readonly Piece[], from: number, to: number): Piece[] {
  let at = 0;
  return all.flatMap((piece) => {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, piece.text.length)];
    at += piece.text.length;
    return start < end ? [{ ...piece, text: piece.text.slice(start, end) }] : [];
  });
}
