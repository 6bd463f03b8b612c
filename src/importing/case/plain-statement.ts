/** Marks that programs write into statements. Anything else between angle brackets stays: "n < 5 and m > 3" is no mark. */
const TAGS =
  'a|abbr|b|big|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|img|li|math|ol|p|pre|s|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul';
const BLOCK = /<\/?(?:blockquote|br|div|h[1-6]|hr|li|ol|p|pre|table|tr|ul)\b[^<>]*>/giu;
const INLINE = new RegExp(`</?(?:${TAGS})\\b[^<>]*>`, 'giu');
const UNSEEN = /<(script|style|template|iframe|object)\b[^<>]*>/giu;
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aelig: 'æ',
  oslash: 'ø',
  aring: 'å',
  AElig: 'Æ',
  Oslash: 'Ø',
  Aring: 'Å',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
};

/** The words of a statement that may hold HTML: blocks become lines, other marks go, entities become letters. */
export function plainStatement(text: string): string {
  const words = withoutUnseen(text).replaceAll(BLOCK, '\n').replaceAll(INLINE, '');
  return words
    .replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/giu, (match, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? match;
      const code = decimal === undefined ? parseInt(hex ?? '0', 16) : Number(decimal);
      return code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
    })
    .replaceAll(/[ \t\u00a0]+/gu, ' ')
    .replaceAll(/ *\n\s*/gu, '\n')
    .trim();
}

/** Without what no reader sees: scripts and the like with all they hold. A mark that is never closed stays; it is looked for once only. */
function withoutUnseen(text: string): string {
  const open = new Set<string>();
  let [seen, at] = ['', 0];
  for (const match of text.matchAll(UNSEEN)) {
    const tag = (match[1] ?? '').toLowerCase();
    if (match.index < at || open.has(tag)) continue;
    const closing = new RegExp(`</${tag}\\s*>`, 'giu');
    closing.lastIndex = match.index + match[0].length;
    if (closing.test(text)) {
      seen += `${text.slice(at, match.index)} `;
      at = closing.lastIndex;
    } else open.add(tag);
  }
  return seen + text.slice(at);
}
