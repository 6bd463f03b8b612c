/** A whole-numbered answer scale: the lowest and the highest option, for instance 1 and 5. */
export interface Scale {
  readonly lowest: number;
  readonly highest: number;
}

/** How many options the scale has. Throws when the ends are not whole numbers in rising order. */
export function optionsOf(scale: Scale): number {
  if (!Number.isInteger(scale.lowest) || !Number.isInteger(scale.highest) || scale.lowest >= scale.highest) {
    throw new RangeError(`A scale needs two whole numbers in rising order, not ${scale.lowest} and ${scale.highest}.`);
  }
  return scale.highest - scale.lowest + 1;
}

/** Throws unless every value is one of the scale's options. */
export function requireOnScale(values: ArrayLike<number>, scale: Scale): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === undefined || !Number.isInteger(value) || value < scale.lowest || value > scale.highest) {
      throw new RangeError(`${value} is not an option on the scale ${scale.lowest} to ${scale.highest}.`);
    }
  }
}

/** Moves a figure that fell outside the scale to the nearest end. */
export function clampToScale(value: number, scale: Scale): number {
  return Math.min(Math.max(value, scale.lowest), scale.highest);
}
