import type { ExtractedText } from './extract-text.ts';
import { ImportProblem } from './import-problem.ts';

/** Groups of an RTF that hold no words of the document: fonts, styles, pictures, fields' instructions, headers and footers. */
const SKIPPED = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'listtable',
  'listoverridetable',
  'info',
  'pict',
  'object',
  'fldinst',
  'header',
  'headerl',
  'headerr',
  'headerf',
  'footer',
  'footerl',
  'footerr',
  'footerf',
  'generator',
  'themedata',
  'datastore',
  'xmlnstbl',
  'rsidtbl',
  'annotation',
]);
const WRITTEN: Record<string, string> = {
  par: '\n\n',
  sect: '\n\n',
  page: '\n\n\n\n',
  row: '\n\n',
  cell: '\n\n',
  line: '\n',
  tab: ' ',
  bullet: '•',
  endash: '–',
  emdash: '—',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
};
const DEEPEST = 200;

type State = { skip: boolean; afterUnicode: number };
type Reader = { out: string[]; states: State[]; state: State; left: number; starred: boolean };

/**
 * The text of an RTF: paragraphs, marks of lists as they stand, windows-1252 and Unicode signs. Pictures, fields and embedded objects
 * are passed over; nothing is run. Throws ImportProblem `broken` for groups nested deeper than any program writes.
 */
export function extractRtf(bytes: Uint8Array): ExtractedText {
  const source = new TextDecoder('windows-1252').decode(bytes);
  const first = { skip: false, afterUnicode: 1 };
  const reader: Reader = { out: [], states: [], state: first, left: 0, starred: false };
  for (const [sign, word, number, hex, escaped] of source.matchAll(
    /\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\([^a-z'])|[{}]|[^\\{}]/giu,
  )) {
    if (sign === '{') openGroup(reader);
    else if (sign === '}') closeGroup(reader);
    else if (word !== undefined) readWord(reader, word, number);
    else if (hex !== undefined) write(reader, new TextDecoder('windows-1252').decode(Uint8Array.of(Number.parseInt(hex, 16))));
    else if (escaped !== undefined) readEscape(reader, escaped);
    else if (sign !== '\r' && sign !== '\n') write(reader, sign);
  }
  const text = reader.out
    .join('')
    .replace(/[ \t]+\n/gu, '\n')
    .replace(/\n{5,}/gu, '\n\n\n\n');
  return { text, pageOf: () => undefined, furnitureLines: new Set() };
}

function openGroup(reader: Reader): void {
  if (reader.states.length > DEEPEST) throw new ImportProblem('broken');
  reader.states.push(reader.state);
  reader.state = { ...reader.state };
}

function closeGroup(reader: Reader): void {
  reader.state = reader.states.pop() ?? { skip: false, afterUnicode: 1 };
  reader.starred = false;
}

function readWord(reader: Reader, word: string, number: string | undefined): void {
  if (reader.starred || SKIPPED.has(word)) reader.state.skip = true;
  reader.starred = false;
  if (word === 'uc') reader.state.afterUnicode = Number(number ?? 1);
  else if (word === 'u') {
    const code = Number(number ?? 0);
    reader.left = 0;
    write(reader, String.fromCharCode(code < 0 ? code + 65_536 : code));
    reader.left = reader.state.afterUnicode;
  } else if (WRITTEN[word] !== undefined) write(reader, WRITTEN[word]);
}

function readEscape(reader: Reader, sign: string): void {
  if (sign === '*') reader.starred = true;
  else if (sign === '~') write(reader, ' ');
  else if (sign === '_') write(reader, '-');
  else if (sign === '\\' || sign === '{' || sign === '}') write(reader, sign);
}

/** After a Unicode sign stands what older programs show in its place; that is passed over. */
function write(reader: Reader, text: string): void {
  if (reader.left > 0) reader.left--;
  else if (!reader.state.skip) reader.out.push(text);
}
