import { isBrokenWord } from '../structure/piece.ts';

/** A text with words broken at line ends put together on the line where they begin. */
export function joinLines(text: string): string {
  const lines = text.split('\n');
  for (let at = 0; at < lines.length - 1; at++) {
    const next = nextLine(lines, at);
    const line = (lines[at] ?? '').trimEnd();
    if (next === 0 || !isBrokenWord(line, (lines[next] ?? '').trimStart())) continue;
    const [rest = ''] = /^\S+/u.exec((lines[next] ?? '').trimStart()) ?? [];
    lines[at] = line.slice(0, -1) + rest;
    lines[next] = (lines[next] ?? '').trimStart().slice(rest.length).trimStart();
  }
  return lines.join('\n');
}

const FARTHEST = 3;

function nextLine(lines: readonly string[], at: number): number {
  for (let next = at + 1; next <= at + FARTHEST && next < lines.length; next++) if (lines[next]?.trim() !== '') return next;
  return 0;
}
