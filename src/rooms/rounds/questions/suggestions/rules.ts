import type { Statement } from '#rooms/frameworks/schema.ts';
import { nameOf } from '../rules.ts';
import type { BankQuestion, Wording, Wordings } from '../schema.ts';

/** How much a keyword tells by where it is found. */
const WEIGHT = { title: 4, text: 3, levels: 2, path: 1 };

/** The words that speak for one statement: its own, those of its wordings per level, and what stands above it. */
export type StatementWords = { title: string; text: string; levels: string; path: string };

export function wordsOf(statement: Statement, all: readonly Statement[]): StatementWords {
  const levels = all.filter((one) => one.parentId === statement.elementId && one.level !== null);
  return {
    title: statement.title ?? '',
    text: statement.text ?? '',
    levels: levels.map((one) => `${one.title ?? ''} ${one.text ?? ''}`).join(' '),
    path: statement.path.join(' '),
  };
}

/** The bank's questions that fit a statement, best first: those whose keywords begin words of the statement. */
export function suggestionsFor(words: StatementWords, bank: readonly BankQuestion[], most = 3): BankQuestion[] {
  const places = (Object.keys(WEIGHT) as (keyof StatementWords)[]).map((place) => ({
    weight: WEIGHT[place],
    words: split(words[place]),
  }));
  return bank
    .map((item) => ({ item, score: scoreOf(item, places) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ item }) => item);
}

/** One question for each statement that nobody asks about yet, each question of the bank used once, the best fits first. */
export function oneForEach(
  open: readonly { statementId: string; words: StatementWords }[],
  bank: readonly BankQuestion[],
): Map<string, BankQuestion> {
  const fits = open
    .flatMap(({ statementId, words }) => suggestionsFor(words, bank, 8).map((item, rank) => ({ statementId, item, rank })))
    .sort((a, b) => a.rank - b.rank);
  const chosen = new Map<string, BankQuestion>();
  const used = new Set<string>();
  for (const { statementId, item } of fits) {
    if (chosen.has(statementId) || used.has(item.id)) continue;
    chosen.set(statementId, item);
    used.add(item.id);
  }
  return chosen;
}

/** A first draft of a question from a statement's own words, for a person to finish; English gets only its beginning. */
export function draftWording(statement: Pick<Statement, 'title' | 'text'>): Wording {
  const words = nameOf(statement, 240).replace(/[.:;]+$/, '');
  const predicate = words.replace(/^(du|lederen|min leder|jeg|vi|som leder)\s+/i, '');
  const lowered = predicate.charAt(0).toLowerCase() + predicate.slice(1);
  const da: Wordings = {
    other: `Min leder ${inThird(lowered)}.`,
    self: `Jeg ${inFirst(lowered)}.`,
    superior: `Lederen ${inThird(lowered)}.`,
  };
  return { da, en: { other: 'My leader ', self: 'I ', superior: 'The leader ' } };
}

function scoreOf(item: BankQuestion, places: { weight: number; words: string[] }[]): number {
  let score = 0;
  for (const keyword of item.keywords) {
    const place = places.find(({ words }) => words.some((word) => word.startsWith(keyword)));
    score += place?.weight ?? 0;
  }
  return score;
}

function split(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
}

const THIRD: Record<string, string> = {
  dine: 'sine',
  din: 'sin',
  dit: 'sit',
  dig: 'sig',
  mine: 'sine',
  min: 'sin',
  mit: 'sit',
  mig: 'sig',
  du: 'lederen',
  jeg: 'lederen',
};
const FIRST: Record<string, string> = {
  dine: 'mine',
  din: 'min',
  dit: 'mit',
  dig: 'mig',
  sine: 'mine',
  sin: 'min',
  sit: 'mit',
  sig: 'mig',
  du: 'jeg',
  lederen: 'jeg',
};
const inThird = (text: string) => swapped(text, THIRD);
const inFirst = (text: string) => swapped(text, FIRST);

function swapped(text: string, words: Record<string, string>): string {
  return text.replace(/[\p{L}]+/gu, (word) => words[word] ?? word);
}
