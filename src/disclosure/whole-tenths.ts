const NEAR_HALF = 1e-9;
const ON_HALF = 1e-12;

/**
 * The number of whole tenths nearest to a value (-100 to 100), halves up, as if it had twelve digits: a mean of 3.45 that the machine
 * holds as 3.4499999999999997 has 35 tenths. Only next to a half can the twelve digits matter, so only there are they written out,
 * which takes twenty times as long, unless it is so near that they can only be those of the half.
 */
export function wholeTenths(value: number): number {
  const tenths = value * 10;
  const below = Math.floor(tenths);
  const fromHalf = Math.abs(tenths - below - 0.5);
  if (fromHalf > NEAR_HALF) return Math.round(tenths);
  // From one tenth on, the twelfth digit stands for 1e-11 or more: what is this near is the half itself.
  if (fromHalf < ON_HALF && Math.abs(tenths) >= 1) return below + 1;
  return Math.round(Number(tenths.toPrecision(12)));
}
