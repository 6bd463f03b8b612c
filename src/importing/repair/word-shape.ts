/** How a word is written. Repairs are looked for in small letters and put back in the shape the word had. */
export type Shape = 'small' | 'title' | 'capitals' | 'mixed';

export function shapeOf(text: string): Shape {
  const letters = text.replace(/[^\p{L}]/gu, '');
  const small = letters.replace(/[^\p{Ll}]/gu, '').length;
  const capitals = letters.replace(/[^\p{Lu}]/gu, '').length;
  if (capitals === 0) return 'small';
  if (small === 0) return capitals > 1 || !/^\p{Lu}/u.test(text) ? 'capitals' : 'title';
  if (capitals > 3 && small * 3 < capitals) return 'capitals';
  if (/^[^\p{L}]*\p{Lu}/u.test(text) && capitals === 1) return 'title';
  // A capital I inside or before small letters may be a small l; all else is a spelling somebody chose.
  const rest = text.replace(/(?<=.)I/gu, 'i');
  return /^\p{Ll}[^\p{Lu}]*$/u.test(rest) ? 'small' : /^\p{Lu}[^\p{Lu}]*$/u.test(rest) ? 'title' : 'mixed';
}

/** The word in small letters as the scan shows it, with a capital I kept where it may be an l. */
export function seenLetters(text: string, shape: Shape): string {
  if (shape === 'capitals' || shape === 'mixed') return text.toLowerCase();
  return text.replace(/[^I]+/gu, (run) => run.toLowerCase());
}

/** The repaired word in the shape of the old one. A sign that stood for a first letter tells nothing of its size; the place does. */
export function shapedLike(word: string, { text, opens }: { text: string; opens: boolean }, shape: Shape): string {
  if (shape === 'capitals') return word.toUpperCase();
  if (opens && shape === 'small' && word.length > text.length && word.endsWith(text)) return titled(word);
  if (/^\p{L}/u.test(text) ? shape === 'small' : !opens) return word;
  // The capital was the stroke of a small l; where a sentence opens, of a large one.
  if (!opens && text.startsWith('I') && word.startsWith('l')) return word;
  return titled(word);
}

/** A word in small letters with a capital in front. */
export function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
