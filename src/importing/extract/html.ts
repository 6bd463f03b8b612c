import type { ExtractedText } from './extract-text.ts';
import { htmlToLines } from './html-lines.ts';
import { decodePlainText } from './plain-text.ts';

/** Parts of a web page that are not its words. */
const NO_WORDS =
  /<(script|style|head|template|noscript|svg)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)|<![^>]*>|<\?[^>]*>/giu;
const LETTERS: Record<string, string> = {
  aelig: 'æ',
  oslash: 'ø',
  aring: 'å',
  AElig: 'Æ',
  Oslash: 'Ø',
  Aring: 'Å',
  eacute: 'é',
  ouml: 'ö',
  auml: 'ä',
  uuml: 'ü',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  bull: '•',
  hellip: '…',
  sect: '§',
  laquo: '«',
  raquo: '»',
  shy: '',
};

/** The text of a web page with its headings and lists. Nothing of it is run or fetched. */
export function extractHtml(bytes: Uint8Array): ExtractedText {
  const html = decodePlainText(bytes)
    .replace(NO_WORDS, ' ')
    .replace(/&([a-z]+);/giu, (whole, name: string) => LETTERS[name] ?? whole);
  return { text: htmlToLines(html).lines.join('\n'), pageOf: () => undefined, furnitureLines: new Set() };
}
