// Writes sheets of text as XLSX. Our own few lines rather than a package: identifiers lie in hidden rows and columns.
import { strToU8, zipSync } from 'fflate';

/** A sheet of text. Rows and columns are counted from 0; `widths` are in letters; a hidden one is there, and not seen. */
export type Sheet = {
  name: string;
  rows: (string | null)[][];
  widths: number[];
  hiddenRows: number[];
  hiddenColumns: number[];
  /** The row of headings: bold, and standing still with all above it. */
  headingRow: number;
  /** So many columns at the left stand still. */
  frozenColumns: number;
};

/** The most letters that a cell takes. */
export const CELL_LIMIT = 32_767;

/** The sheets as one file. */
export function writeXlsx(sheets: readonly Sheet[], title: string): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([
      ['officeDocument', 'xl/workbook.xml'],
      ['metadata/core-properties', 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escape(title)}</dc:title><dc:creator>Pejling</dc:creator></cp:coreProperties>`,
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
  };
  sheets.forEach((sheet, index) => (files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet)));
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Letters that XML has no way to write are left out; what looks like an escape of the format stays what it is. */
function escape(text: string): string {
  return text
    .replaceAll(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu,
      '',
    )
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '_x000D_');
}

function contentTypes(sheets: number): string {
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const each = Array.from({ length: sheets }, (_, i) => override(`xl/worksheets/sheet${i + 1}.xml`, `${TYPES}.worksheet+xml`));
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', `${TYPES}.sheet.main+xml`)}${override('xl/styles.xml', `${TYPES}.styles+xml`)}${override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}${each.join('')}</Types>`;
}

function relations(parts: [type: string, target: string][]): string {
  const typeOf = (type: string): string =>
    type.startsWith('metadata/') ? `http://schemas.openxmlformats.org/package/2006/relationships/${type}` : `${OFFICE}/${type}`;
  const each = parts.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${typeOf(type)}" Target="${target}"/>`);
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const each = sheets.map(({ name }, i) => `<sheet name="${escape(name.slice(0, 31))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each.join('')}</sheets></workbook>`;
}

/** Two looks: text that wraps, and the same in bold for headings. Every cell is text: nothing becomes a date or a formula. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left/><right/><top/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" borderId="1" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="bottom" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function sheetXml(sheet: Sheet): string {
  const still = sheet.headingRow + 1;
  const corner = `${columnName(sheet.frozenColumns)}${still + 1}`;
  const pane =
    sheet.frozenColumns > 0
      ? `<pane xSplit="${sheet.frozenColumns}" ySplit="${still}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`
      : `<pane ySplit="${still}" topLeftCell="${corner}" activePane="bottomLeft" state="frozen"/>`;
  const columns = sheet.widths.map(
    (width, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"${sheet.hiddenColumns.includes(i) ? ' hidden="1"' : ''}/>`,
  );
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${sheet.rows.map((row, at) => rowXml(row, at, sheet)).join('')}</sheetData><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

function rowXml(row: readonly (string | null)[], at: number, sheet: Sheet): string {
  const cells = row.map((text, column) => {
    if (text === null || text === '') return '';
    const place = `${columnName(column)}${at + 1}`;
    const look = at === sheet.headingRow ? 2 : 1;
    return `<c r="${place}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
  });
  return `<row r="${at + 1}"${sheet.hiddenRows.includes(at) ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
}

/** A for 0, Z for 25, AA for 26. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
