import type { Block } from './blocks.ts';

/** Looks like a heading by itself: few words, a capital first, no full stop at the end. */
export function isTitleLike(block: Block | undefined): boolean {
  if (!block || block.words === 0 || block.words > 9 || block.pieces.length > 3) return false;
  if (block.mark?.type === 'bullet') return false;
  return /^["“|]?\s?\p{Lu}|^\|/u.test(block.text) && !/[.!,;:]["”]?$/u.test(block.text) && !/[.!]\s/u.test(block.text);
}

/** Running text that can stand under a heading. */
export function isProse(block: Block | undefined): boolean {
  if (!block || block.mark !== null || block.text.endsWith('?')) return false;
  return /^["“|]?\s?[\p{Lu}|]/u.test(block.text) && (block.words >= 10 || (block.words >= 5 && /[.:]$/u.test(block.text)));
}

export function isQuestion(block: Block | undefined): boolean {
  return block !== undefined && block.text.endsWith('?') && block.words >= 2;
}

export function isListItem(block: Block | undefined): boolean {
  return block?.mark?.type === 'bullet' || block?.mark?.type === 'number';
}

/** A short line that opens a row of questions: "Ledergruppen" followed by what it should ask itself. */
export function isSetting(block: Block, next: Block | undefined): boolean {
  if (isQuestion(block) || !isQuestion(next) || block.mark?.type === 'bullet') return false;
  return isTitleLike(block) || (block.words <= 8 && block.text.endsWith(':'));
}

/** A paragraph that announces a list: it ends in a colon, or stops without a full stop right before list items. */
export function isIntroduction(block: Block, next: Block | undefined): boolean {
  if (block.mark !== null || !next) return false;
  if (block.text.endsWith(':')) return true;
  return isListItem(next) && /,/u.test(block.text) && !/[.!?]["”]?$/u.test(block.text);
}

/** The rank of a heading (1 is highest), or null when the block is none. Marked headings keep their own depth. */
export function headingRank(block: Block, next: Block | undefined): number | null {
  if (block.mark?.type === 'heading') return block.mark.depth;
  if (block.mark?.type === 'number') return isTitleLike(block) && isProse(next) ? 6 : null;
  if (!isTitleLike(block)) return null;
  const divider = block.newPage && (next === undefined || (next.newPage && next.gap >= 2)) && block.words <= 5;
  const carries = isProse(next) || (isListItem(next) && block.words <= 6 && block.gap > 0);
  if (!divider && !carries) return null;
  if (block.text.endsWith('?') && !isProse(next)) return null;
  return /\p{Lu}{3}/u.test(block.text) && !/\p{Ll}/u.test(block.text) ? 3 : 4;
}
