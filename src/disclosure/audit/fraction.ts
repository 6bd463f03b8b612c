/** An exact rational number in lowest terms; the bottom is above 0. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

export const zero: Fraction = { top: 0n, bottom: 1n };
export const one: Fraction = { top: 1n, bottom: 1n };

/** top / bottom in lowest terms. Throws when the bottom is 0. */
export function fraction(top: bigint, bottom: bigint): Fraction {
  if (bottom === 0n) throw new RangeError('A fraction over zero.');
  const sign = bottom < 0n ? -1n : 1n;
  const shared = greatestShared(top < 0n ? -top : top, bottom * sign);
  return { top: (sign * top) / shared, bottom: (sign * bottom) / shared };
}

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.top, a.bottom * b.bottom);
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.top * b.bottom, a.bottom * b.top);
export const isZero = (a: Fraction): boolean => a.top === 0n;

/** The nearest double; also right when top and bottom are far beyond what a double holds. */
export function toNumber(a: Fraction): number {
  const direct = Number(a.top) / Number(a.bottom);
  if (Number.isFinite(direct)) return direct;
  const shift = BigInt(Math.max(a.top.toString(2).length, a.bottom.toString(2).length) - 1000);
  return Number(a.top >> shift) / Number(a.bottom >> shift);
}

/** As text: "3", "-1/2". */
export const toText = (a: Fraction): string => (a.bottom === 1n ? `${a.top}` : `${a.top}/${a.bottom}`);

/** The greatest common divisor of two numbers of 0 or more; 1 for twice 0. */
export function greatestShared(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

/**
 * Reads a coefficient: a number, "0.5", "1e-3" or "1/3". Throws on anything else.
 *
 * A number that is the double nearest to a fraction with a bottom of at most 10,000 is read as that fraction, so that a third
 * that went through a computer is a third again and cancels against other thirds.
 */
export function readFraction(value: number | string): Fraction {
  if (typeof value === 'number') return simpleFraction(value) ?? readDecimal(String(value));
  const [top, bottom, ...rest] = value.split('/');
  if (top === undefined || rest.length > 0) throw new RangeError(`"${value}" is not a number.`);
  if (bottom === undefined) return readDecimal(top);
  return over(readDecimal(top), readDecimal(bottom));
}

function readDecimal(text: string): Fraction {
  const match = /^\s*([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,4}))?\s*$/.exec(text);
  const digits = `${match?.[2] ?? ''}${match?.[3] ?? ''}`;
  if (!match || digits === '') throw new RangeError(`"${text}" is not a number.`);
  const exponent = Number(match[4] ?? 0) - (match[3] ?? '').length;
  const size = 10n ** BigInt(Math.abs(exponent));
  const whole = BigInt(digits) * (match[1] === '-' ? -1n : 1n);
  return exponent < 0 ? fraction(whole, size) : fraction(whole * size, 1n);
}

function simpleFraction(value: number): Fraction | null {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number.`);
  let [before, top] = [0, 1];
  let [beforeBottom, bottom] = [1, 0];
  let rest = value;
  for (let step = 0; step < 24; step++) {
    const whole = Math.floor(rest);
    [before, top] = [top, whole * top + before];
    [beforeBottom, bottom] = [bottom, whole * bottom + beforeBottom];
    if (bottom > 10_000 || !Number.isSafeInteger(top)) return null;
    if (top / bottom === value) return fraction(BigInt(top), BigInt(bottom));
    rest = 1 / (rest - whole);
  }
  return null;
}
