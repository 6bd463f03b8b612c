// Five-point agreement with two ways not to answer. Shared with the browser and the urn: no I/O.

/** The steps of the scale, lowest first. */
export const STEPS = [1, 2, 3, 4, 5] as const;
export const DONT_KNOW = 0;
export const NO_ANSWER = 255;

/** Is this one byte an answer this type of question can have? */
export function isAnswer(value: number): boolean {
  return value === DONT_KNOW || value === NO_ANSWER || (STEPS as readonly number[]).includes(value);
}

/** Does the answer count in figures? */
export function counts(value: number): boolean {
  return (STEPS as readonly number[]).includes(value);
}

/** Reads what a form holds for the question; what was left blank is no answer. Null when it is none of the choices. */
export function readChoice(value: string | null): number | null {
  if (value === null || value === '') return NO_ANSWER;
  const number = /^\d{1,3}$/.test(value) ? Number(value) : -1;
  return isAnswer(number) ? number : null;
}
