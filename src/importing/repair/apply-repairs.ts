import type { Repair } from '../open-format.ts';
import type { Place, Token } from './tokens.ts';

/** A word and what takes its place. */
export type WordRepair = { token: Token; to: string };

type Change = Place & { from: string; to: string };

/** Writes the repaired words into the lines. A word broken over two lines stays broken at the same place. Lines are counted from 1. */
export function applyRepairs(lines: readonly string[], words: readonly WordRepair[]): { lines: string[]; repairs: Repair[] } {
  const changes = words.flatMap((word) => changesOf(word, lines));
  const byLine = Map.groupBy(changes, (change) => change.line);
  const repaired = lines.map((line, index) => {
    const here = (byLine.get(index) ?? []).sort((a, b) => b.start - a.start);
    return here.reduce((text, { start, end, to }) => text.slice(0, start) + to + text.slice(end), line);
  });
  changes.sort((a, b) => a.line - b.line || a.start - b.start);
  return { lines: repaired, repairs: changes.map(({ line, from, to }) => ({ line: line + 1, from, to })) };
}

function changesOf({ token, to }: WordRepair, lines: readonly string[]): Change[] {
  const written = token.parts.map((part) => (lines[part.line] ?? '').slice(part.start, part.end));
  const pieces = written.length === 2 ? cutLike(to, written[0] ?? '', written[1] ?? '') : [to];
  return token.parts.flatMap((part, i) => {
    const from = written[i] ?? '';
    const piece = pieces[i] ?? '';
    return from === piece ? [] : [{ ...part, from, to: piece }];
  });
}

/** A word cut where its old halves met: where both halves are most like what stood there. */
function cutLike(word: string, head: string, rest: string): [string, string] {
  let best = { at: Math.max(1, word.length - rest.length), cost: Infinity };
  for (let at = 1; at < word.length; at++) {
    const cost = distance(word.slice(0, at), head) + distance(word.slice(at), rest);
    if (cost < best.cost) best = { at, cost };
  }
  return [word.slice(0, best.at), word.slice(best.at)];
}

/** Number of letters to change, put in or take away. */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + same));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}
