import { STEPS } from './schema.ts';

/** How many kinds of answer are counted apart: one for each step of the scale. */
export const OPTIONS = STEPS.length;

/**
 * Counts the ballots of a group, answer by answer, without an object per ballot.
 *
 * `answers` are bytes as the urn hands them over (1-5, 0 = don't know, 255 = no answer), ballot after ballot, each of `width` questions.
 * `counts` has `width` x OPTIONS places from `start`, question after question, lowest step first; each answer of 1-5 adds one, the two
 * others are counted nowhere. Linear in answers.
 */
export function summarise(answers: Uint8Array, width: number, counts: Int32Array, start = 0): void {
  let question = 0;
  for (let i = 0; i < answers.length; i++) {
    const option = (answers[i] ?? 0) - STEPS[0];
    if (option >= 0 && option < OPTIONS) {
      const cell = start + question * OPTIONS + option;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    question = question + 1 === width ? 0 : question + 1;
  }
}
