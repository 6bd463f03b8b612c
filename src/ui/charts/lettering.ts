// No browser measures text for us on the server, so widths are estimated from classes of letters in IBM Plex Sans.

const NARROW = /[ijlt.,:;'’|!()/ \-–·fr\u00a0]/;
const WIDE = /[mwMWÆ@%]/;
const CAPITAL = /[A-ZÅØ]/;

/** The estimated width of a text in the units of its font size. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += NARROW.test(letter) ? 0.34 : WIDE.test(letter) ? 0.88 : CAPITAL.test(letter) ? 0.66 : 0.57;
  return width * size;
}

/** The text in at most `lines` lines of `width`; what does not fit ends in an ellipsis. */
export function wrap(text: string, width: number, size: number, lines: number): string[] {
  const wrapped: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = wrapped.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) wrapped[wrapped.length - 1] = `${last} ${word}`;
    else wrapped.push(word);
  }
  const kept = wrapped.slice(0, lines).map((line) => shorten(line, width, size));
  if (wrapped.length > lines) kept[lines - 1] = shorten(`${kept[lines - 1] ?? ''} …`, width, size);
  return kept;
}

function shorten(line: string, width: number, size: number): string {
  if (textWidth(line, size) <= width) return line;
  let short = line.replace(/ ?…$/, '');
  while (short.length > 1 && textWidth(`${short}…`, size) > width) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}
