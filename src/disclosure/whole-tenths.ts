const NEAR_HALF = 1e-9;

/**
 * The number of whole tenths nearest to a value (-100 to 100), halves up, as if it had twelve digits: a mean of 3.45 that the machine
 * holds as 3.4499999999999997 has 35 tenths. Only next to a half can the twelve digits matter, so only there are they written out,
 * which takes twenty times as long.
 */
export function wholeTenths(value: number): number {
  const tenths = value * 10;
  const rest = tenths - Math.floor(tenths);
  return Math.round(Math.abs(rest - 0.5) > NEAR_HALF ? tenths : Number(tenths.toPrecision(12)));
}
