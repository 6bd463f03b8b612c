import type { Repair } from '../open-format.ts';
import { applyRepairs, type WordRepair } from './apply-repairs.ts';
import { joinBroken } from './broken-words.ts';
import { WordChooser } from './choose-word.ts';
import { Channel } from './confusions.ts';
import { countLetters, learnChannel, type Lesson } from './learn-channel.ts';
import type { Lexicon } from './lexicon.ts';
import { mendBullets, mendOnes, mendStrokes } from './marks.ts';
import { Seams } from './glued-words.ts';
import { mendLineEnds } from './line-ends.ts';
import { COMMA, tokensOf, type Place, type Token } from './tokens.ts';
import { isName, WordChances } from './word-chances.ts';

/** A text after repair: as many lines as before, and what was changed on which (counted from 1). */
export type RepairedText = { text: string; repairs: Repair[]; damaged: boolean };

/** Less than this share of words damaged, and a document counts as clean: nothing in it is touched. */
const DAMAGED_SHARE = 0.006;
const LEAST_DAMAGED = 5;

/**
 * Repairs the text of a damaged scan; a clean text comes back as it is. The document's own confusions are learned first; then each
 * word nobody knows, and each word that is less likely than another the scan would have shown alike, is read again. Never touched:
 * addresses, numbers, code, spellings with capitals inside. `other` is a second language that may stand in the text.
 */
export function repairText(text: string, lexicon: Lexicon, other: Lexicon | null): RepairedText {
  const source = text.split('\n');
  const before = joinBroken(tokensOf(source), source);
  const chances = new WordChances(lexicon, other, before);
  const lesson = learnChannel(before, chances, Math.max(LEAST_DAMAGED, before.length * DAMAGED_SHARE));
  if (lesson === null) return { text, repairs: [], damaged: false };
  const bullets = mendBullets(source);
  const strokes = mendStrokes(bullets.lines);
  const ones = mendOnes(strokes.lines, lesson.counts);
  const chooser = new WordChooser(lesson.channel, chances, false);
  const ends = mendLineEnds(ones.lines, {
    stands: (word) => chances.isWord(word),
    isLikely: (word) => chooser.isLikely(word),
  });
  const tokens = joinBroken(tokensOf(ends.lines), ends.lines);
  const words = applyRepairs(ends.lines, readAgain(tokens, chooser, chances, lesson));
  const repairs = [...bullets.repairs, ...strokes.repairs, ...ones.repairs, ...ends.repairs, ...words.repairs];
  return { text: words.lines.join('\n'), repairs, damaged: true };
}

/** Two passes: the first finds what is sure and counts the confusions in it, the second reads with those weights and neighbours. */
function readAgain(tokens: readonly Token[], first: WordChooser, chances: WordChances, lesson: Lesson): WordRepair[] {
  const counts = new Map<string, number>();
  const found: string[] = [];
  const untouched: string[] = [];
  const near = tokens.map((token) => {
    const reading = first.choose(token);
    const known = chances.isWord(token.text);
    if (!reading && known) untouched.push(token.text.toLowerCase());
    if (reading && !known) found.push(reading.word.toLowerCase());
    for (const { key } of reading?.confusions ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
    return (reading?.word ?? token.text).toLowerCase();
  });
  const titles = tokens.filter(({ text, opens }) => !opens && isName(text) && chances.isWord(text));
  chances.learn(
    [...untouched, ...found],
    titles.map(({ text }) => text),
  );
  for (const [key, count] of lesson.counts) counts.set(key, Math.max(count, counts.get(key) ?? 0));
  const second = new WordChooser(new Channel(counts, countLetters(untouched), lesson.lone), chances, true);
  tokens.forEach((token, i) => {
    near[i] = (second.choose(beside(token, near, i))?.word ?? token.text).toLowerCase();
  });
  const seams = new Seams(second, chances);
  const repairs: WordRepair[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [token, next] = [tokens[i], tokens[i + 1]];
    if (!token) continue;
    const whole = next && besides(token, next) ? seams.join(token, next) : null;
    if (next && whole !== null) {
      repairs.push({ token: { ...token, parts: [over(token, next)] }, to: whole });
      i++;
      continue;
    }
    const reading = second.choose(beside(token, near, i));
    const to = (token.parts.length === 1 ? seams.cut(token, reading?.lead ?? 0) : null) ?? reading?.word;
    near[i] = (to ?? token.text).toLowerCase();
    if (to !== undefined) repairs.push({ token, to });
  }
  return repairs;
}

/** A token with its neighbours as they read. */
function beside(token: Token, near: readonly string[], i: number): Token {
  const left = token.left === '' || token.left === COMMA ? token.left : (near[i - 1] ?? '');
  const right = token.right === '' ? '' : (near[i + 1] ?? '');
  return { ...token, left, right };
}

/** Two words on one line with only a space between them. */
function besides(token: Token, next: Token): boolean {
  const [from, to] = [token.parts[0], next.parts[0]];
  return (
    token.parts.length === 1 &&
    next.parts.length === 1 &&
    from?.line === to?.line &&
    (to?.start ?? 0) - (from?.end ?? 0) === 1 &&
    !token.hangs &&
    token.right !== ''
  );
}

function over(token: Token, next: Token): Place {
  const [from, to] = [token.parts[0], next.parts[0]];
  return { line: from?.line ?? 0, start: from?.start ?? 0, end: to?.end ?? 0 };
}
