/*
 * Scans of Danish lose æ, ø and å and confuse l with I. These functions compare words as a reader would: by what is left
 * standing. They never change a text.
 */

const DAMAGE: Record<string, string> = {
  æ: '(?:æ|aee|ae|ee|ea|ze|zz|xe|fe|se|za|aa|[aeézx&£s])',
  ø: '(?:ø|oe|gg|g@|@d|[goe@0¢2éd])',
  å: '(?:å|aa|ad|dd|[aédàá&3@s])',
  l: '[lI1|]',
  i: '[i1l|]',
};

/** A pattern that finds a Danish word stem also when a scan has damaged its letters. `stem` in small letters. */
export function damaged(stem: string, before = '(?<![\\p{L}])', after = ''): RegExp {
  const body = [...stem].map((letter) => DAMAGE[letter] ?? letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('');
  return new RegExp(before + body + after, 'iu');
}

/**
 * The consonants that survive a scan, in order. Vowels, and the consonants that damage puts in or takes away (d g l q x z),
 * are left out, so two scans of one word nearly always agree.
 */
export function skeleton(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^bcfhjkmnprstvw]/g, '');
}

/** A key for one word: its skeleton when that says enough, else the letters themselves. */
export function wordKey(word: string): string {
  const bones = skeleton(word);
  return bones.length >= 2 ? bones : unfolded(word);
}

/** Small letters with æ, ø, å written out and the strokes that scans mix up (l, 1, |) as i. */
function unfolded(text: string): string {
  return text.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').replace(/[l1|]/gu, 'i');
}

/** Number of single-letter edits between two short strings, counted only up to `limit` + 1. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const value = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      current.push(value);
      if (value < best) best = value;
    }
    if (best > limit) return limit + 1;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}

/** Longer texts must agree letter for letter: the comparison costs the square of the length. */
const LONGEST_FUZZY = 120;

/** Whether two skeletons are the same words for a reader: at most one edit per seven letters. */
export function sameBones(a: string, b: string): boolean {
  if (a === b) return a !== '';
  if (a.length > LONGEST_FUZZY || b.length > LONGEST_FUZZY) return false;
  const limit = Math.floor(Math.min(a.length, b.length) / 7);
  return limit > 0 && editDistance(a, b, limit) <= limit;
}

/** Whether two texts say the same words, scan damage and line breaks aside. Short words are compared letter by letter. */
export function sameText(a: string, b: string): boolean {
  const [first, second] = [skeleton(a), skeleton(b)];
  if (first.length >= 4 || second.length >= 4) return sameBones(first, second);
  const letters = (text: string): string => unfolded(text).replace(/[^\p{L}]/gu, '');
  const [left, right] = [letters(a), letters(b)];
  if (left.length > LONGEST_FUZZY || right.length > LONGEST_FUZZY) return left === right;
  const limit = Math.floor(Math.max(left.length, right.length) / 4);
  return left !== '' && editDistance(left, right, limit) <= limit;
}
