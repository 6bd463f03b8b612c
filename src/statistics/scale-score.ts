import { mean } from './mean.ts';
import type { Scale } from './scale.ts';

/** Turns an answer to a reversed item round: the lowest option becomes the highest. */
export function reverseAnswer(answer: number, scale: Scale): number {
  return scale.lowest + scale.highest - answer;
}

/**
 * One person's score on a theme: the mean of the items answered, or null when fewer than half of them were.
 *
 * Half rule: at least ceil(items / 2) answers. `reversed` holds the positions of reversed items.
 * The score stays inside the method annex; beside published item means it would give one person's answer away.
 * Source: Newman 2014, Organizational Research Methods 17 (use all available items).
 */
export function personScore(answers: readonly (number | null)[], scale: Scale, reversed: readonly number[] = []): number | null {
  const given: number[] = [];
  answers.forEach((answer, item) => {
    if (answer !== null) given.push(reversed.includes(item) ? reverseAnswer(answer, scale) : answer);
  });
  return given.length > 0 && given.length >= Math.ceil(answers.length / 2) ? mean(given) : null;
}

/** The share of persons, 0 to 1, that the half rule drops although they answered something; null without persons. */
export function shareDropped(rows: readonly (readonly (number | null)[])[], scale: Scale): number | null {
  const begun = rows.filter((row) => row.some((answer) => answer !== null));
  if (begun.length === 0) return null;
  return begun.filter((row) => personScore(row, scale) === null).length / begun.length;
}

/** A score on the answer scale moved to 0-100. */
export function toHundred(score: number, scale: Scale): number {
  return (100 * (score - scale.lowest)) / (scale.highest - scale.lowest);
}
