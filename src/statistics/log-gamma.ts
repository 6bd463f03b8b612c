/**
 * Stirling's correction: ln gamma(z) minus its leading terms, for z of 10 or more; error below 1e-16.
 *
 * Source: Abramowitz and Stegun 6.1.40.
 */
export function stirlingCorrection(z: number): number {
  const terms = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];
  let sum = 0;
  let power = z;
  for (const term of terms) {
    sum += term / power;
    power *= z * z;
  }
  return sum;
}

/**
 * The natural logarithm of the gamma function for z above 0.
 *
 * Small z is moved up to 10 by gamma(z + 1) = z gamma(z); then Stirling's series. Throws for z of 0 or less.
 */
export function logGamma(z: number): number {
  if (!(z > 0)) throw new RangeError(`The logarithm of gamma is not defined here for ${z}.`);
  let product = 1;
  let raised = z;
  while (raised < 10) {
    product *= raised;
    raised += 1;
  }
  const leading = (raised - 0.5) * Math.log(raised) - raised + 0.5 * Math.log(2 * Math.PI);
  return leading + stirlingCorrection(raised) - Math.log(product);
}

/**
 * The natural logarithm of the beta function for a and b above 0.
 *
 * For a large second argument the two big gammas are subtracted before they are computed, so that degrees of freedom
 * in the millions lose no digits.
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 10) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const leading = -(large - 0.5) * Math.log1p(small / large) - small * Math.log(small + large) + small;
  return logGamma(small) + leading + stirlingCorrection(large) - stirlingCorrection(small + large);
}
