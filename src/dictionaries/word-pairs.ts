/** Words that follow one another far more often than chance: each of the first before each of the second, by this factor. */
export type PairList = readonly [factor: number, left: string, right: string];

export function readPairs(lists: readonly PairList[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [factor, lefts, rights] of lists)
    for (const left of lefts.split(/\s+/u)) for (const right of rights.split(/\s+/u)) found.set(`${left} ${right}`, factor);
  return found;
}
