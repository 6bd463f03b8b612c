// Writes a presented document as DOCX: real headings, lists and tables that a word processor and a screen reader know as such.
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
  type FileChild,
} from 'docx';
import type { PrintedDocument } from '#base/printed-document.ts';
import { childrenOf, colour } from './docx-blocks.ts';

/** A document as DOCX. Drawn figures are left out: the table beside each says the same. */
export async function writeDocx(document: PrintedDocument): Promise<Uint8Array> {
  const file = new Document({
    title: document.title,
    creator: 'Pejling',
    styles: stylesOf(document.language),
    numbering: { config: [orderedList, plainList] },
    features: { updateFields: document.contents !== undefined },
    sections: [
      {
        properties: {
          page: {
            size: { width: A4.width, height: A4.height, orientation: orientationOf(document) },
            margin: { top: 1247, bottom: 1361, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: footerOf(document) },
        children: [
          ...headOf(document),
          ...document.blocks.flatMap((block, index) => childrenOf(block, index, widthOf(document))),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

/** In twentieths of a point, the unit of the format. */
const A4 = { width: 11906, height: 16838 };
const MARGIN = 1247;
const FONT = 'IBM Plex Sans';

const orientationOf = (document: PrintedDocument) =>
  document.landscape === true ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;

const widthOf = (document: PrintedDocument): number => (document.landscape === true ? A4.height : A4.width) - MARGIN - MARGIN;

function stylesOf(language: PrintedDocument['language']) {
  const heading = (size: number, before: number, shade: string) => ({
    run: { font: FONT, size, bold: true, color: shade },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 20, color: colour('ink'), language: { value: language === 'da' ? 'da-DK' : 'en-GB' } },
        paragraph: { spacing: { after: 120, line: 276 } },
      },
      title: heading(40, 0, colour('ink')),
      heading1: heading(40, 0, colour('ink')),
      heading2: heading(28, 360, colour('accent')),
      heading3: heading(23, 280, colour('accent')),
      heading4: heading(21, 240, colour('ink')),
      heading5: heading(20, 200, colour('soft')),
    },
  };
}

const plainList = {
  reference: 'points',
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: '•',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 340, hanging: 340 } } },
    },
  ],
};
const orderedList = {
  reference: 'numbers',
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 400, hanging: 400 } } },
    },
  ],
};

function headOf(document: PrintedDocument): FileChild[] {
  const quiet = (text: string) => new Paragraph({ children: [new TextRun({ text, color: colour('soft') })] });
  return [
    ...(document.kicker === '' ? [] : [quiet(document.kicker)]),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(document.title)] }),
    ...(document.lead === '' ? [] : [quiet(document.lead)]),
    ...(document.stamp === undefined ? [] : [quiet(document.stamp)]),
    ...(document.contents === undefined
      ? []
      : [
          new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(document.contents)] }),
          new TableOfContents(document.contents, { hyperlink: true, headingStyleRange: '2-3' }),
        ]),
  ];
}

function footerOf(document: PrintedDocument): Footer {
  const words = [document.title, document.stamp ?? ''].filter((part) => part !== '').join(' · ');
  const pages = document.footer.split(/(\{pages?\})/u).map((part) => {
    if (part === '{page}') return PageNumber.CURRENT;
    return part === '{pages}' ? PageNumber.TOTAL_PAGES : part;
  });
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: widthOf(document) }],
        children: [new TextRun({ children: [words, new Tab(), ...pages], size: 16, color: colour('soft') })],
      }),
    ],
  });
}
