import type { ExtractedText } from './extract-text.ts';
import { htmlToLines } from './html-lines.ts';
import { ImportProblem } from './import-problem.ts';
import { MAX_DOCUMENT_XML } from './limits.ts';
import { readOdtStyles, type OdtStyles } from './odt-styles.ts';
import { walkXml } from './xml.ts';
import { openZip } from './zip.ts';

/** What an OpenDocument text holds beside its own words: deleted passages, comments, alternative texts, numbers of notes. */
const SKIPPED = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:forms',
  'office:scripts',
  'office:automatic-styles',
  'office:styles',
  'office:master-styles',
  'office:settings',
  'office:meta',
  'office:font-face-decls',
  'office:binary-data',
  'text:note-citation',
  'text:sequence-decls',
  'text:variable-decls',
  'svg:title',
  'svg:desc',
]);
const DEEPEST_HEADING = 6;
const MOST_SPACES = 100;

/** The text of an OpenDocument text (ODT) with its headings, lists and tables. Pictures, comments, headers and footers are left out. */
export function extractOdt(bytes: Uint8Array): ExtractedText {
  const zip = openZip(bytes);
  if (zip.textOf('META-INF/manifest.xml')?.includes('encryption-data') === true) throw new ImportProblem('encrypted');
  const content = zip.textOf('content.xml');
  if (content === null || !content.includes('<office:text')) throw new ImportProblem('unknown_kind');
  return linesOfOdt(content, zip.textOf('styles.xml') ?? '');
}

/** The same of an OpenDocument text kept as one XML file (FODT). */
export function extractFlatOdt(bytes: Uint8Array): ExtractedText {
  if (bytes.length > MAX_DOCUMENT_XML) throw new ImportProblem('too_large');
  const content = new TextDecoder().decode(bytes);
  if (!content.includes('<office:text')) throw new ImportProblem('unknown_kind');
  return linesOfOdt(content, '');
}

function linesOfOdt(content: string, styles: string): ExtractedText {
  const { lines, pages } = htmlToLines(odtToHtml(content, readOdtStyles([styles, content])));
  const paged = (pages.at(-1) ?? 1) > 1;
  return { text: lines.join('\n'), pageOf: (line) => (paged ? pages[line - 1] : undefined), furnitureLines: new Set() };
}

type Writer = {
  /** What is written to: the text itself, or the notes, which follow after it. */
  out: string[];
  text: string[];
  notes: string[];
  skipping: number;
  paragraphs: string[];
  spans: boolean[];
  lists: { tag: 'ul' | 'ol'; style: string }[];
};

function odtToHtml(content: string, styles: OdtStyles): string {
  const text: string[] = [];
  const writer: Writer = { out: text, text, notes: [], skipping: 0, paragraphs: [], spans: [], lists: [] };
  walkXml(content, {
    open: (name, attribute) => openElement(writer, name, attribute, styles),
    close: (name) => closeElement(writer, name),
    text: (words) => {
      if (writer.skipping === 0 && writer.paragraphs.length > 0) writer.out.push(escaped(words));
    },
  });
  return text.concat(writer.notes).join('');
}

function openElement(writer: Writer, name: string, attribute: (name: string) => string | null, styles: OdtStyles): void {
  if (SKIPPED.has(name) || writer.skipping > 0) writer.skipping += SKIPPED.has(name) ? 1 : 0;
  else if (name === 'text:h' || name === 'text:p') openParagraph(writer, name, attribute, styles);
  else if (name === 'text:list') openList(writer, attribute('text:style-name'), styles);
  else if (name === 'text:list-item' || name === 'text:list-header') writer.out.push('<li>');
  else if (name === 'table:table-cell') writer.out.push('<td>');
  else if (name === 'text:note') writer.out = writer.notes;
  else if (name === 'text:span') openSpan(writer, styles.bold.has(attribute('text:style-name') ?? ''));
  else if (name === 'text:s') writer.out.push(' '.repeat(Math.min(MOST_SPACES, Number(attribute('text:c') ?? 1) || 1)));
  else if (name === 'text:tab') writer.out.push(' ');
  else if (name === 'text:line-break') writer.out.push('<br>');
  else if (name === 'text:soft-page-break' && writer.paragraphs.length === 0) writer.out.push('<hr>');
}

function openParagraph(writer: Writer, name: string, attribute: (name: string) => string | null, styles: OdtStyles): void {
  const style = attribute('text:style-name') ?? '';
  const depth = name === 'text:h' ? Number(attribute('text:outline-level') ?? 1) || 1 : styles.title.has(style) ? 1 : 0;
  if (styles.newPage.has(style) && writer.paragraphs.length === 0) writer.out.push('<hr>');
  const tag = depth > 0 ? `h${Math.min(DEEPEST_HEADING, depth)}` : 'p';
  const bold = styles.bold.has(style);
  writer.paragraphs.push(bold ? `</strong></${tag}>` : `</${tag}>`);
  writer.out.push(`<${tag}>`, bold ? '<strong>' : '');
}

function openList(writer: Writer, name: string | null, styles: OdtStyles): void {
  const style = name ?? writer.lists.at(-1)?.style ?? '';
  const tag = styles.numbered.has(`${style} ${writer.lists.length + 1}`) ? 'ol' : 'ul';
  writer.lists.push({ tag, style });
  writer.out.push(`<${tag}>`);
}

function openSpan(writer: Writer, bold: boolean): void {
  writer.spans.push(bold);
  if (bold) writer.out.push('<strong>');
}

function closeElement(writer: Writer, name: string): void {
  if (SKIPPED.has(name)) writer.skipping--;
  if (writer.skipping > 0 || SKIPPED.has(name)) return;
  if (name === 'text:h' || name === 'text:p') writer.out.push(writer.paragraphs.pop() ?? '');
  else if (name === 'text:list') writer.out.push(`</${writer.lists.pop()?.tag ?? 'ul'}>`);
  else if (name === 'text:list-item' || name === 'text:list-header') writer.out.push('</li>');
  else if (name === 'table:table-cell') writer.out.push('</td>');
  else if (name === 'text:note') writer.out = writer.text;
  else if (name === 'text:span' && writer.spans.pop() === true) writer.out.push('</strong>');
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
