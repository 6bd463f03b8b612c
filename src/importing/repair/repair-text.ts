import { Channel, keyOf } from './confusions.ts';
import { WordChooser } from './choose-word.ts';
import { joinBroken } from './broken-words.ts';
import { countLetters, learnChannel } from './learn-channel.ts';
import type { Lexicon } from './lexicon.ts';
import { tokensOf, type Token } from './tokens.ts';
import { WordChances } from './word-chances.ts';

export type WordRepair = { token: Token; to: string };
export type RepairedText = { lines: string[]; repairs: WordRepair[]; damaged: boolean };

/** Less than this share of words damaged, and a document counts as clean: nothing in it is touched. */
const DAMAGED_SHARE = 0.008;
const LEAST_DAMAGED = 3;

export function repairText(text: string, lexicon: Lexicon, other: Lexicon | null): RepairedText {
  const lines = text.split('\n');
  const tokens = joinBroken(tokensOf(lines), lines);
  const chances = new WordChances(lexicon, other);
  const lesson = learnChannel(tokens, chances);
  if (lesson.damaged < Math.max(LEAST_DAMAGED, tokens.length * DAMAGED_SHARE)) return { lines, repairs: [], damaged: false };
  const first = new WordChooser(lesson.channel, chances);
  const counts = new Map<string, number>();
  const right: string[] = [];
  const untouched: string[] = [];
  for (const token of tokens) {
    const reading = first.choose(token);
    if (!reading && chances.isWord(token.text)) untouched.push(token.text.toLowerCase());
    if (reading && !chances.isWord(token.text)) right.push(reading.word.toLowerCase());
    for (const confusion of reading?.confusions ?? []) counts.set(keyOf(confusion), (counts.get(keyOf(confusion)) ?? 0) + 1);
  }
  chances.learn([...untouched, ...right]);
  const second = new WordChooser(new Channel(counts, countLetters(untouched)), chances);
  const repairs: WordRepair[] = [];
  for (const token of tokens) {
    const reading = second.choose(token);
    if (reading) repairs.push({ token, to: reading.word });
  }
  return { lines, repairs, damaged: true };
}
