import type { Part } from '../schema.ts';

/** From here on two texts are so different that a finer comparison says nothing: then all of the one is gone and all of the other new. */
const MOST_EDITS = 800;

/**
 * How a text became another, word by word: the shortest way there (Myers, "An O(ND) Difference Algorithm", 1986), with words, line breaks
 * and punctuation as they stand. Putting `same` and `gone` together gives the old text, `same` and `new` the new one.
 */
export function differenceOfWords(before: string, after: string): Part[] {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const middle = editsOf(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return joined([same(old.slice(0, start)), ...middle, same(old.slice(old.length - end))]);
}

/** Words with the spaces after them apart, so that a space more or less is no changed word; each line break by itself. */
function tokensOf(text: string): string[] {
  return text.match(/\n|[^\S\n]+|[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
}

function same(tokens: readonly string[]): Part {
  return { kind: 'same', text: tokens.join('') };
}

function editsOf(old: readonly string[], now: readonly string[]): Part[] {
  const all: Part[] = [
    { kind: 'gone', text: old.join('') },
    { kind: 'new', text: now.join('') },
  ];
  if (old.length === 0 || now.length === 0) return all;
  const trace = furthestPaths(old, now);
  return trace === null ? all : walkBack(old, now, trace);
}

/** For each number of edits how far each diagonal reaches; null when there are too many. */
function furthestPaths(old: readonly string[], now: readonly string[]): Map<number, number>[] | null {
  const trace: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= Math.min(old.length + now.length, MOST_EDITS); edits++) {
    const next = new Map<number, number>();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let at = stepsDown(reach, diagonal, edits) ? (reach.get(diagonal + 1) ?? 0) : (reach.get(diagonal - 1) ?? 0) + 1;
      while (at < old.length && at - diagonal < now.length && old[at] === now[at - diagonal]) at++;
      next.set(diagonal, at);
      if (at >= old.length && at - diagonal >= now.length) return [...trace, reach];
    }
    trace.push(reach);
    reach = next;
  }
  return null;
}

function stepsDown(reach: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1);
}

function walkBack(old: readonly string[], now: readonly string[], trace: readonly Map<number, number>[]): Part[] {
  const parts: Part[] = [];
  let [x, y] = [old.length, now.length];
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reach = trace[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const down = stepsDown(reach, diagonal, edits);
    const fromX = edits === 0 ? 0 : (reach.get(down ? diagonal + 1 : diagonal - 1) ?? 0);
    const fromY = edits === 0 ? 0 : fromX - (down ? diagonal + 1 : diagonal - 1);
    for (; x > fromX && y > fromY; x--, y--) parts.push({ kind: 'same', text: old[x - 1] ?? '' });
    if (edits > 0 && down) parts.push({ kind: 'new', text: now[--y] ?? '' });
    else if (edits > 0) parts.push({ kind: 'gone', text: old[--x] ?? '' });
  }
  return parts.reverse();
}

/** Neighbours of one kind as one, what is gone before what is new, and a lone space between two changes as part of them. */
function joined(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  let gone = '';
  let fresh = '';
  const flush = (): void => {
    if (gone !== '') result.push({ kind: 'gone', text: gone });
    if (fresh !== '') result.push({ kind: 'new', text: fresh });
    [gone, fresh] = ['', ''];
  };
  const full = parts.filter((part) => part.text !== '');
  for (const [index, part] of full.entries()) {
    const between =
      part.kind === 'same' && /^[^\S\n]+$/.test(part.text) && index < full.length - 1 && gone !== '' && fresh !== '';
    if (part.kind === 'gone' || between) gone += part.text;
    if (part.kind === 'new' || between) fresh += part.text;
    if (part.kind !== 'same' || between) continue;
    flush();
    const last = result.at(-1);
    if (last?.kind === 'same') last.text += part.text;
    else result.push({ kind: 'same', text: part.text });
  }
  flush();
  return result;
}
