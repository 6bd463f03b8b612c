// The blocks of a presented document as parts of a DOCX.
import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type ParagraphChild,
} from 'docx';
import type { PrintedBlock, Run, Words } from '#base/printed-document.ts';
import { documentColours } from '#ui/print-palette.ts';

/** A colour as the format writes it. */
export const colour = (name: keyof typeof documentColours): string => documentColours[name].replace('#', '');

const HEADINGS = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
  5: HeadingLevel.HEADING_5,
} as const;

/** A block; `index` keeps numbered lists apart, `width` is that of the lines, in twentieths of a point. */
export function childrenOf(block: PrintedBlock, index: number, width: number): FileChild[] {
  if (block.kind === 'heading') {
    const { level, text, ownPage } = block;
    return [new Paragraph({ heading: HEADINGS[level], pageBreakBefore: ownPage === true, children: [new TextRun(text)] })];
  }
  if (block.kind === 'kicker')
    return [new Paragraph({ keepNext: true, children: [new TextRun({ text: block.text, size: 17, color: colour('soft') })] })];
  if (block.kind === 'text') return [new Paragraph({ children: runsOf(block.text) })];
  if (block.kind === 'list') {
    const numbering = { reference: block.ordered === true ? 'numbers' : 'points', level: 0, instance: index };
    return block.items.map((item) => new Paragraph({ numbering, spacing: { after: 60 }, children: runsOf(item) }));
  }
  if (block.kind === 'terms')
    return block.items.flatMap(({ term, text }) => [
      new Paragraph({ keepNext: true, spacing: { after: 20 }, children: [new TextRun({ text: term, color: colour('soft') })] }),
      new Paragraph({ indent: { left: 340 }, children: runsOf(text) }),
    ]);
  if (block.kind === 'table') return tableOf(block, width);
  if (block.kind === 'picture') return [pictureOf(block)];
  if (block.kind === 'note' || block.kind === 'talk') return boxOf(block);
  return [];
}

function boxOf(block: Extract<PrintedBlock, { kind: 'note' | 'talk' }>): FileChild[] {
  const border = { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: colour('accent') } };
  const lines = [new TextRun({ text: block.title, bold: true }), new TextRun(block.text)];
  if (block.kind === 'talk') lines.push(new TextRun({ text: block.ask, italics: true }));
  return lines.map((line, at) => new Paragraph({ border, keepNext: at < lines.length - 1, children: [line] }));
}

function pictureOf(block: Extract<PrintedBlock, { kind: 'picture' }>): Paragraph {
  const scale = Math.min(1, 480 / block.width, 260 / block.height);
  const transformation = { width: Math.round(block.width * scale), height: Math.round(block.height * scale) };
  const altText = { name: block.caption, title: block.caption, description: block.alt };
  const data = Buffer.from(block.bytes, 'base64');
  // Word has no WebP; the words of the picture stand in its place.
  if (block.format === 'webp') return new Paragraph({ children: [new TextRun({ text: block.alt, italics: true })] });
  const type = block.format === 'png' ? 'png' : 'jpg';
  return new Paragraph({ children: [new ImageRun({ type, data, transformation, altText })] });
}

function tableOf(block: Extract<PrintedBlock, { kind: 'table' }>, width: number): FileChild[] {
  const columns = block.columns.map(() => Math.floor(width / block.columns.length));
  const cell = (words: Words, at: number, strong: boolean): TableCell =>
    new TableCell({
      width: { size: columns[at] ?? 0, type: WidthType.DXA },
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: [
        new Paragraph({
          spacing: { after: 0 },
          alignment: block.numeric[at] === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: runsOf(words, strong),
        }),
      ],
    });
  const row = (words: Words[], header: boolean): TableRow =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: words.map((one, at) => cell(one, at, header || (at === 0 && block.rowHeadings === true))),
    });
  const caption = new Paragraph({ keepNext: true, children: [new TextRun({ text: block.caption, bold: true })] });
  return [
    ...(block.shown === true ? [caption] : []),
    new Table({
      columnWidths: columns,
      width: { size: width, type: WidthType.DXA },
      borders: tableBorders,
      rows: [row(block.columns, true), ...block.rows.map((words) => row(words, false))],
    }),
    new Paragraph({ spacing: { after: 0 }, children: [] }),
  ];
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thin = { style: BorderStyle.SINGLE, size: 4, color: colour('line') };
const tableBorders = { top: none, left: none, right: none, bottom: thin, insideHorizontal: thin, insideVertical: none };

function runsOf(words: Words, strong = false): ParagraphChild[] {
  const runs: Run[] = typeof words === 'string' ? [{ text: words }] : words;
  return runs.map((run) => {
    const text = new TextRun({
      text: run.text,
      bold: strong || run.mark === 'strong',
      italics: run.mark === 'emphasis',
      strike: run.mark === 'deleted',
      ...(run.mark === 'inserted' ? { underline: {}, color: colour('accent') } : {}),
      ...(run.href === undefined ? {} : { style: 'Hyperlink' }),
    });
    return run.href === undefined ? text : new ExternalHyperlink({ link: run.href, children: [text] });
  });
}
