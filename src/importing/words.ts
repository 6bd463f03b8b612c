/** What counts as a word in the law of imports: a run of letters, marks and digits. Punctuation and list marks are not words. */
export const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text in order, exactly as written. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** A bag of words: how many times each word stands in the given texts. */
export function bagOfWords(texts: Iterable<string>): Map<string, number> {
  const bag = new Map<string, number>();
  for (const text of texts) for (const word of wordsOf(text)) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}
