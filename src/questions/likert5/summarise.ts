import { counts, DONT_KNOW, STEPS } from './schema.ts';

/** Answers to one question, counted: per step of the scale, and those who did not know or did not answer. */
export type Summary = { n: number; sum: number; perStep: number[]; dontKnow: number; noAnswer: number };

/**
 * Counts the answers of a group to one question.
 *
 * `answers` are bytes as the urn hands them over (1-5, 0 = don't know, 255 = no answer). n and sum are over 1-5 only, so the mean is
 * sum / n; `perStep` has five counts, lowest step first, that add up to n. Linear in answers; an empty list gives zeros.
 */
export function summarise(answers: Iterable<number>): Summary {
  const perStep = STEPS.map(() => 0);
  const summary: Summary = { n: 0, sum: 0, perStep, dontKnow: 0, noAnswer: 0 };
  for (const answer of answers) {
    if (counts(answer)) {
      summary.n += 1;
      summary.sum += answer;
      perStep[answer - 1] = (perStep[answer - 1] ?? 0) + 1;
    } else if (answer === DONT_KNOW) summary.dontKnow += 1;
    else summary.noAnswer += 1;
  }
  return summary;
}
