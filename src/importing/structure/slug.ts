const LETTERS: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa', ß: 'ss', ð: 'd', þ: 'th', ł: 'l' };
const LONGEST = 48;

/** A short name for addresses: small letters, digits and hyphens; never empty. The same text gives the same slug. */
export function slug(text: string): string {
  const plain = text
    .slice(0, 200)
    .toLowerCase()
    .replace(/[æøåßðþł]/gu, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  if (plain.length <= LONGEST) return plain || 'x';
  const cut = plain.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), 12)).replace(/-+$/u, '');
}
