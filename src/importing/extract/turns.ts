import { smallShare, tieOf, widthOf, type KnownWords } from './line-ties.ts';

/**
 * Lines from `from` to before `to` that may stand in turn. `gain` is how much likelier that is than that they stand in order, `turned`
 * how much likelier than that they have nothing to do with each other, `said` the gain without the room at line ends, `margin` how much
 * likelier than that they begin or end elsewhere; all logarithms.
 */
export type Turn = { from: number; to: number; gain: number; turned: number; said: number; margin: number };

/** What it costs to let lines in turn begin within a block, or one column end before the other: it is seldom so. */
const EDGE = 3;
const FEWEST = 8;

/** Sums over the lines before an index: of how well each goes on with the line before it, and with the one before that. */
type Sums = { near: number[]; far: number[]; nearSaid: number[]; farSaid: number[] };

/** The stretch of a block's lines that likeliest stands in turn, however little likely that is. */
export function likeliestTurn(block: readonly string[], words: KnownWords): Turn {
  const sums = sumsOf(block, words);
  const all = gainOf(sums.near, sums.far);
  const gain = (from: number, to: number): number => all(from, to) - EDGE * unevenness(from, to, block.length);
  let best = { from: 0, to: block.length };
  let from = 0;
  for (let to = FEWEST; to <= block.length; to++) {
    if (gain(to - FEWEST, to) > gain(from, to)) from = to - FEWEST;
    if (gain(from, to) > gain(best.from, best.to)) best = { from, to };
  }
  const turned = (sums.far[best.to] ?? 0) - (sums.far[best.from + 2] ?? 0);
  const said = gainOf(sums.nearSaid, sums.farSaid)(best.from, best.to);
  return {
    ...best,
    gain: gain(best.from, best.to),
    turned,
    said,
    margin: gain(best.from, best.to) - secondOf(block.length, best, gain),
  };
}

/** The gain of the likeliest stretch that begins or ends elsewhere. */
function secondOf(lines: number, { from, to }: { from: number; to: number }, gain: (from: number, to: number) => number): number {
  let second = -Infinity;
  for (let end = from + FEWEST; end <= lines; end++) if (end !== to) second = Math.max(second, gain(from, end));
  for (let begin = 0; begin + FEWEST <= to; begin++) if (begin !== from) second = Math.max(second, gain(begin, to));
  return second;
}

function unevenness(from: number, to: number, lines: number): number {
  return (from > 0 ? 1 : 0) + (to < lines || (to - from) % 2 === 1 ? 1 : 0);
}

/** How much likelier lines are in turn than in order. The first two of them go on with nothing. */
function gainOf(near: readonly number[], far: readonly number[]): (from: number, to: number) => number {
  return (from, to) => (far[to] ?? 0) - (far[from + 2] ?? 0) - (near[to] ?? 0) + (near[from + 1] ?? 0);
}

function sumsOf(block: readonly string[], words: KnownWords): Sums {
  const small = smallShare(block);
  const width = widthOf(block);
  const widths = [0, 1].map((side) => widthOf(block.filter((_, i) => i % 2 === side)));
  const sums: Sums = { near: [0], far: [0], nearSaid: [0], farSaid: [0] };
  block.forEach((line, i) => {
    const near = tieOf(block[i - 1], line, { width, small }, words);
    const far = tieOf(block[i - 2], line, { width: widths[i % 2] ?? width, small }, words);
    sums.near.push((sums.near[i] ?? 0) + near.said + near.room);
    sums.far.push((sums.far[i] ?? 0) + far.said + far.room);
    sums.nearSaid.push((sums.nearSaid[i] ?? 0) + near.said);
    sums.farSaid.push((sums.farSaid[i] ?? 0) + far.said);
  });
  return sums;
}
