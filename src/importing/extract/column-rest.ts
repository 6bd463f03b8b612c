const TAB = 8;
/** The last part of a line behind a gutter. */
const LAST_PART = /^(.*\S) {3,}(\S.*)$/u;
/** The end of a page, a table of strokes. */
const NO_TEXT = /\f|^\s*\|/u;
/** A line may be set this much to the left of its column. */
const SLACK = 2;

/**
 * Where the lines end that are the rest of the longer of two columns, when `lines` before `end` stand side by side: what is set in as
 * far as the right column, or what fits into the left one and goes on with its sentence. Nothing when a line is longer than that.
 */
export function restEnd(lines: readonly string[], end: number): number {
  const last = LAST_PART.exec(withoutTabs(lines[end - 1] ?? ''));
  if (!last) return end;
  const [all = '', left = '', right = ''] = last;
  const start = all.length - right.length;
  let at = end;
  for (; (lines[at] ?? '').trim() !== ''; at++) {
    const line = withoutTabs(lines[at] ?? '').trimEnd();
    if (NO_TEXT.test(line)) return end;
    if (indentOf(line) >= start - SLACK) continue;
    if (line.length > start - SLACK || (at === end && !goesOn(left, line))) return end;
  }
  return at;
}

/** A line with its tabs as wide as they are taken to be. */
export function withoutTabs(line: string): string {
  return line.replace(/\t/gu, ' '.repeat(TAB));
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function goesOn(line: string, next: string): boolean {
  return /^\s*\p{Ll}/u.test(next) || !/[.!?:]["”’)]*$/u.test(line.trimEnd());
}
