/** Words that follow each other far more often than chance; they tell apart words a scan makes alike. By hand, for Pejling. */
const PAIRS: readonly [factor: number, pairs: string][] = [
  [
    40,
    `lige før, året før, dagen før, ugen før, måneden før, aldrig før, end før, før jul, før tid, som før, kort før, længe før, både før,
    før og, allerede før, timer før, dage før, tid før, ikke før, før eller, først før, møde før, mødet før, før mødet, før hvert,
    før samtalen, før næste, før beslutninger, før beslutningen, før møder, før vi, før du, før man, før i, før de, før der,
    det først, for at, for den, for det, for en, for et, for de, for alle, for vores, for jeres, for borgerne, for medarbejderne,
    ansvar for, grund for, rammer for, rammen for, brug for, behov for, tak for, sørge for, sørger for, ud for, inden for, uden for,
    over for, frem for, bange for, ansvaret for, plads til`,
  ],
];

export const DANISH_PAIRS: Map<string, number> = readPairs(PAIRS);

export function readPairs(lists: readonly [factor: number, pairs: string][]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [factor, pairs] of lists) for (const pair of pairs.split(/,\s*/u)) found.set(pair.trim(), factor);
  return found;
}
