/** Lines of text with marks, and the page each line stands on (counted from explicit page breaks). */
export type MarkedLines = { lines: string[]; pages: number[] };

type Writer = MarkedLines & {
  buffer: string;
  mark: string;
  page: number;
  lists: ('bullet' | number)[];
  bold: boolean;
  strong: boolean;
};

const BLOCK_END = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'td', 'th', 'tr', 'table', 'ul', 'ol', 'div']);
const LONGEST_BOLD_HEADING = 80;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * The HTML that mammoth writes as marked lines. Only text and the structure of paragraphs, headings, lists and tables is taken;
 * every attribute is dropped, so nothing of the source can be run or fetched.
 */
export function htmlToLines(html: string): MarkedLines {
  const writer: Writer = { lines: [], pages: [], buffer: '', mark: '', page: 1, lists: [], bold: true, strong: false };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    writeText(writer, html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    const close = html.indexOf('>', open);
    if (close < 0) break;
    readTag(writer, html.slice(open + 1, close));
    at = close + 1;
  }
  flush(writer);
  return { lines: writer.lines, pages: writer.pages };
}

function readTag(writer: Writer, tag: string): void {
  const name = /^\/?\s*([a-z0-9]+)/iu.exec(tag)?.[1]?.toLowerCase() ?? '';
  const closing = tag.startsWith('/');
  if (name === 'strong') writer.strong = !closing;
  else if (name === 'br') flush(writer, false);
  else if (name === 'hr') breakPage(writer);
  else if (!BLOCK_END.has(name)) return;
  else if (closing) closeBlock(writer, name);
  else openBlock(writer, name);
}

function openBlock(writer: Writer, name: string): void {
  flush(writer);
  if (name === 'ul') writer.lists.push('bullet');
  if (name === 'ol') writer.lists.push(0);
  if (/^h[1-6]$/u.test(name)) writer.mark = `${'#'.repeat(Number(name[1]))} `;
  if (name !== 'li') return;
  const list = writer.lists.at(-1);
  if (typeof list === 'number') writer.lists[writer.lists.length - 1] = list + 1;
  writer.mark = typeof list === 'number' ? `${list + 1}. ` : '- ';
}

function closeBlock(writer: Writer, name: string): void {
  flush(writer);
  if (name === 'ul' || name === 'ol') writer.lists.pop();
  writer.mark = '';
}

function breakPage(writer: Writer): void {
  flush(writer);
  writer.page++;
  for (let i = 0; i < 3; i++) addLine(writer, '');
}

function writeText(writer: Writer, raw: string): void {
  if (raw === '') return;
  if (!writer.strong && raw.trim() !== '') writer.bold = false;
  writer.buffer += raw
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/giu, (whole, name: string) => decodeEntity(whole, name))
    .replace(/[\n\r\t\u00ad]+/gu, (gap) => (gap.includes('\u00ad') ? '' : ' '));
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** Ends the line; a paragraph wholly in bold and short is a heading that was never marked as one. */
function flush(writer: Writer, paragraph = true): void {
  const text = writer.buffer.trim();
  writer.buffer = '';
  if (text !== '') {
    const heading =
      paragraph && writer.bold && writer.mark === '' && text.length <= LONGEST_BOLD_HEADING && !/[.:;,!?]$/u.test(text);
    addLine(writer, (heading ? '#### ' : writer.mark) + text);
    if (writer.mark.startsWith('-') || /^\d/u.test(writer.mark)) writer.mark = '';
  }
  if (paragraph) {
    writer.bold = true;
    if (writer.lines.length > 0 && writer.lines.at(-1) !== '' && writer.lists.length === 0) addLine(writer, '');
  }
}

function addLine(writer: Writer, line: string): void {
  writer.lines.push(line);
  writer.pages.push(writer.page);
}
