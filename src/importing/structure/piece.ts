import type { Repair } from '../open-format.ts';

/** The smallest thing the pipeline moves about: words that stand together on one line. Every piece ends in exactly one place. */
export type Piece = { line: number; text: string };

const HYPHENS = new Set(['-', '\u2010', '\u00ad']);
/** Longer runs of letters are no words; looking at them would cost time without end in a mistaken file. */
const LONGEST_WORD = 200;
/** A small letter, or a small l that a scan reads as I; no Danish word goes on like that after a hyphen. */
const SMALL_START = /^((?:\p{Ll}|I[gb])[\p{L}\p{M}\p{N}]*)/u;
/** After "ledelses-" these words begin something new: the hyphen stands for a part left out and stays. */
const HYPHEN_STAYS = new Set(['og', 'eller', 'samt']);

/** The part of a word before the hyphen that ends a text, or null. */
function brokenHead(text: string): string | null {
  if (!HYPHENS.has(text.slice(-1))) return null;
  let start = text.length - 1;
  // Half of a letter beyond the basic plane is no letter by itself, so such a word is left as it stands.
  while (start > 0 && text.length - start <= LONGEST_WORD && /[\p{L}\p{M}\p{N}]/u.test(text.charAt(start - 1))) start--;
  const head = text.slice(start, -1);
  const whole = start === 0 || !/[\p{L}\p{M}\p{N}\p{Cs}]/u.test(text.charAt(start - 1));
  return whole && /\p{L}\p{M}*$/u.test(head) ? head : null;
}

/** Whether a word is broken between the end of one line and the start of the next. */
export function isBrokenWord(end: string, start: string): boolean {
  const next = SMALL_START.exec(start)?.[1];
  return next !== undefined && brokenHead(end) !== null && !HYPHEN_STAYS.has(next);
}

/**
 * The pieces as running text. Words broken at line ends are joined; each join is added to `repairs` with the line where the
 * word begins. Nothing else changes.
 */
export function joinPieces(pieces: readonly Piece[], repairs: Repair[]): string {
  const parts: string[] = [];
  let tail = '';
  let line = 0;
  for (const piece of pieces) {
    const next = piece.text.trim();
    if (next === '') continue;
    if (isBrokenWord(tail, next)) {
      const head = brokenHead(tail) ?? '';
      const rest = SMALL_START.exec(next)?.[1] ?? '';
      repairs.push({ line, from: `${head}- ${rest}`, to: head + rest });
      parts.push((parts.pop() ?? '').slice(0, -1), next);
      tail = head + next;
    } else {
      if (parts.length > 0) parts.push(separator(tail, next));
      parts.push(next);
      tail = next;
    }
    line = piece.line;
  }
  return parts.join('');
}

function separator(text: string, next: string): string {
  return /\p{Lu}-$/u.test(text.slice(-3)) && /^\p{Lu}/u.test(next) ? '' : ' ';
}

/** First and last line of the pieces. */
export function linesOf(pieces: readonly Piece[]): [number, number] {
  let first = Infinity;
  let last = 0;
  for (const piece of pieces) {
    first = Math.min(first, piece.line);
    last = Math.max(last, piece.line);
  }
  return [Number.isFinite(first) ? first : 1, last || 1];
}

/** The pieces' words without counting repairs, for rules that only look. */
export function peek(pieces: readonly Piece[]): string {
  return joinPieces(pieces, []);
}
