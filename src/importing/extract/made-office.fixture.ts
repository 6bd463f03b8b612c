import type { MadeEntry } from './made-documents.fixture.ts';

const encoded = (xml: string): Uint8Array => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${xml}`);
const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '&#10;');

/** A cell is a text, or XML of its own (a formula, an error). */
export type MadeCell = string | null | { xml: (reference: string) => string };
export type MadeSheet = { name: string; rows: MadeCell[][]; merged?: string[]; state?: string };

/** The entries of a small spreadsheet; texts stand in the shared table, as Excel writes them. */
export function xlsxEntries(sheets: MadeSheet[]): MadeEntry[] {
  const texts = [...new Set(sheets.flatMap(({ rows }) => rows.flat().filter((cell) => typeof cell === 'string')))];
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook xmlns:r="urn:r"><sheets>${sheets.map(({ name, state }, i) => `<sheet name="${safe(name)}" sheetId="${i + 1}" r:id="r${i + 1}"${state === undefined ? '' : ` state="${state}"`}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, i) => `<Relationship Id="r${i + 1}" Type="worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><t xml:space="preserve">${safe(text)}</t></si>`).join('')}</sst>`,
  };
  sheets.forEach(({ rows, merged = [] }, i) => {
    const body = rows.map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, r, c, texts)).join('')}</row>`);
    const areas = merged.map((reference) => `<mergeCell ref="${reference}"/>`).join('');
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet><sheetData>${body.join('')}</sheetData><mergeCells>${areas}</mergeCells></worksheet>`;
  });
  return Object.entries(files).map(([name, xml]) => ({ name, data: encoded(xml) }));
}

function cellXml(cell: MadeCell, row: number, column: number, texts: string[]): string {
  const reference = `${String.fromCharCode(65 + column)}${row + 1}`;
  if (cell === null) return '';
  return typeof cell === 'string' ? `<c r="${reference}" t="s"><v>${texts.indexOf(cell)}</v></c>` : cell.xml(reference);
}

const ODT =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:t" xmlns:table="urn:b" xmlns:style="urn:s" xmlns:fo="urn:f"';

/** The entries of a small OpenDocument text with the given body; list style L1 has bullets, L2 numbers, text style B is bold. */
export function odtEntries(body: string, { before = '', manifest = '' } = {}): MadeEntry[] {
  const styles =
    '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/></text:list-style>' +
    '<text:list-style style:name="L2"><text:list-level-style-number text:level="1"/></text:list-style>' +
    '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
    '<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>';
  return [
    { name: 'mimetype', data: new TextEncoder().encode('application/vnd.oasis.opendocument.text') },
    { name: 'META-INF/manifest.xml', data: encoded(`<manifest:manifest>${manifest}</manifest:manifest>`) },
    {
      name: 'content.xml',
      data: encoded(
        `${before}<office:document-content ${ODT}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
    },
  ];
}
