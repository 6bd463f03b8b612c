/** Reads lists of words by how common they are; a word in several lists has the highest. */
export function commonWords(lists: readonly [perMillion: number, words: string][]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [perMillion, words] of lists)
    for (const word of words.split(/\s+/u)) if (word !== '' && !found.has(word)) found.set(word, perMillion);
  return found;
}
