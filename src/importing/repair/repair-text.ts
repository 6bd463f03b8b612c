import type { Repair } from '../open-format.ts';
import { applyRepairs, type WordRepair } from './apply-repairs.ts';
import { joinBroken } from './broken-words.ts';
import { WordChooser } from './choose-word.ts';
import { Channel, keyOf } from './confusions.ts';
import { countLetters, learnChannel, type Lesson } from './learn-channel.ts';
import type { Lexicon } from './lexicon.ts';
import { mendBullets, mendStrokes } from './marks.ts';
import { tokensOf, type Token } from './tokens.ts';
import { WordChances } from './word-chances.ts';

/** A text after repair: as many lines as before, and what was changed on which (counted from 1). */
export type RepairedText = { text: string; repairs: Repair[]; damaged: boolean };

/** Less than this share of words damaged, and a document counts as clean: nothing in it is touched. */
const DAMAGED_SHARE = 0.006;
const LEAST_DAMAGED = 3;

/**
 * Repairs the text of a damaged scan; a clean text comes back as it is. The document's own confusions are learned first; then each
 * word nobody knows, and each word that is less likely than another the scan would have shown alike, is read again. Never touched:
 * addresses, numbers, code, spellings with capitals inside. `other` is a second language that may stand in the text.
 */
export function repairText(text: string, lexicon: Lexicon, other: Lexicon | null): RepairedText {
  const source = text.split('\n');
  const chances = new WordChances(lexicon, other);
  const before = joinBroken(tokensOf(source), source);
  const lesson = learnChannel(before, chances);
  if (lesson.damaged < Math.max(LEAST_DAMAGED, before.length * DAMAGED_SHARE)) return { text, repairs: [], damaged: false };
  const bullets = mendBullets(source);
  const strokes = mendStrokes(bullets.lines);
  const tokens = joinBroken(tokensOf(strokes.lines), strokes.lines);
  const words = applyRepairs(strokes.lines, readAgain(tokens, lesson, chances));
  return { text: words.lines.join('\n'), repairs: [...bullets.repairs, ...strokes.repairs, ...words.repairs], damaged: true };
}

/** Two passes: the first finds what is sure and counts the confusions in it, the second reads with those weights. */
function readAgain(tokens: readonly Token[], lesson: Lesson, chances: WordChances): WordRepair[] {
  const first = new WordChooser(lesson.channel, chances);
  const counts = new Map<string, number>();
  const found: string[] = [];
  const untouched: string[] = [];
  for (const token of tokens) {
    const reading = first.choose(token);
    const known = chances.isWord(token.text);
    if (!reading && known) untouched.push(token.text.toLowerCase());
    if (reading && !known) found.push(reading.word.toLowerCase());
    for (const confusion of reading?.confusions ?? []) counts.set(keyOf(confusion), (counts.get(keyOf(confusion)) ?? 0) + 1);
  }
  chances.learn([...untouched, ...found]);
  const second = new WordChooser(new Channel(counts, countLetters(untouched)), chances);
  return tokens.flatMap((token) => {
    const reading = second.choose(token);
    return reading ? [{ token, to: reading.word }] : [];
  });
}
