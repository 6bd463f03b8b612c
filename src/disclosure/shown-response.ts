/** How many answers a page tells while answers still come in: a floor in steps of five, never the number. */
export type ShownResponse =
  | { readonly kind: 'under'; readonly limit: 5 }
  | { readonly kind: 'at least'; readonly answers: number };

/**
 * The answers so far, coarse enough that nobody sees one more come in: under 5, then at least 5, 10, 15 and so on.
 *
 * Throws when the number is no count. The caller refreshes it once a day.
 */
export function shownResponse(answers: number): ShownResponse {
  if (!Number.isInteger(answers) || answers < 0) throw new RangeError(`${answers} is not a number of answers.`);
  return answers < 5 ? { kind: 'under', limit: 5 } : { kind: 'at least', answers: answers - (answers % 5) };
}
