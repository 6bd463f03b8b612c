import { ImportProblem } from './import-problem.ts';
import { MAX_CELLS, MAX_CHARACTERS, MAX_COLUMNS, MAX_LINES, MAX_SHEETS } from './limits.ts';
import { walkXml } from './xml.ts';
import { openZip, type OpenedZip } from './zip.ts';

/** A sheet of a workbook: its rows of cell texts (null = empty), and merged areas [row, column, last row, last column], counted from 0. */
export type Sheet = { name: string; rows: (string | null)[][]; merged: [number, number, number, number][] };

/**
 * The sheets of a spreadsheet (XLSX) that are not hidden, as texts. Of a formula the value that was stored with it is taken; nothing
 * is computed, no link to another file is followed. Throws ImportProblem `too_large` for more cells than a framework can have.
 */
export function readXlsx(bytes: Uint8Array): Sheet[] {
  const zip = openZip(bytes);
  const strings = sharedStrings(zip.textOf('xl/sharedStrings.xml') ?? '');
  const places = relations(zip.textOf('xl/_rels/workbook.xml.rels') ?? '');
  const budget = { cells: MAX_CELLS, characters: MAX_CHARACTERS };
  const sheets = sheetsOf(zip.textOf('xl/workbook.xml') ?? '').map(({ name, relation }) => {
    const xml = textOfSheet(zip, places.get(relation) ?? '');
    return { name, ...readSheet(xml, strings, budget) };
  });
  if (sheets.length === 0) throw new ImportProblem('broken');
  return sheets;
}

/** Targets are names inside the ZIP, from its root or from xl/; anything that climbs out names nothing. */
function textOfSheet(zip: OpenedZip, target: string): string {
  const name = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  const xml = zip.textOf(name);
  if (xml === null) throw new ImportProblem('broken');
  return xml;
}

function relations(xml: string): Map<string, string> {
  const places = new Map<string, string>();
  walkXml(xml, {
    open: (name, attribute) => {
      if (local(name) === 'Relationship' && attribute('TargetMode') !== 'External')
        places.set(attribute('Id') ?? '', attribute('Target') ?? '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  return places;
}

function sheetsOf(xml: string): { name: string; relation: string }[] {
  const sheets: { name: string; relation: string; hidden: boolean }[] = [];
  walkXml(xml, {
    open: (name, attribute) => {
      if (local(name) !== 'sheet') return;
      const hidden = /hidden/iu.test(attribute('state') ?? '');
      sheets.push({ name: attribute('name') ?? '', relation: attribute('r:id') ?? attribute('d3p1:id') ?? '', hidden });
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (sheets.length > MAX_SHEETS) throw new ImportProblem('too_large');
  return sheets.filter((sheet) => !sheet.hidden);
}

/** The table of texts that cells point to; readings beside Japanese signs are not part of a text. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let current: string | null = null;
  let inText = false;
  let reading = 0;
  walkXml(xml, {
    open: (name, _, closed) => {
      const tag = local(name);
      if (tag === 'si') current = '';
      if (tag === 't') inText = !closed;
      if (tag === 'rPh') reading++;
    },
    close: (name) => {
      const tag = local(name);
      if (tag === 't') inText = false;
      if (tag === 'rPh') reading--;
      if (tag === 'si') strings.push(current ?? '');
    },
    text: (text) => {
      if (inText && reading === 0 && current !== null) current += text;
    },
  });
  return strings;
}

type Cell = { row: number; column: number; type: string; text: string };
type Budget = { cells: number; characters: number };

function readSheet(xml: string, strings: readonly string[], budget: Budget): Pick<Sheet, 'rows' | 'merged'> {
  const rows: (string | null)[][] = [];
  const merged: Sheet['merged'] = [];
  let cell: Cell | null = null;
  let next = { row: 0, column: 0 };
  let reading = false;
  walkXml(xml, {
    open: (name, attribute, closed) => {
      const tag = local(name);
      if (tag === 'row') next = { row: Number(attribute('r') ?? next.row + 1) - 1, column: 0 };
      if (tag === 'c') cell = cellAt(attribute('r'), attribute('t'), next);
      if (tag === 'v' || tag === 't') reading = !closed;
      const area = tag === 'mergeCell' ? areaOf(attribute('ref') ?? '') : null;
      if (area !== null && merged.length < MAX_LINES) merged.push(area);
    },
    close: (name) => {
      const tag = local(name);
      if (tag === 'v' || tag === 't') reading = false;
      if (tag === 'row') next.row++;
      if (tag !== 'c' || cell === null) return;
      next.column = cell.column + 1;
      put(rows, cell, textOf(cell, strings), budget);
      cell = null;
    },
    text: (text) => {
      if (reading && cell !== null) cell.text += text;
    },
  });
  return { rows: Array.from(rows, (row: (string | null)[] | undefined) => row ?? []), merged };
}

function cellAt(reference: string | null, type: string | null, next: { row: number; column: number }): Cell {
  const place = reference === null ? next : placeOf(reference);
  if (place === null) throw new ImportProblem('broken');
  return { ...place, type: type ?? 'n', text: '' };
}

function textOf(cell: Cell, strings: readonly string[]): string {
  if (cell.type === 's') return strings[Number(cell.text)] ?? '';
  if (cell.type === 'b') return '';
  return cell.type === 'e' ? '' : cell.text;
}

function put(rows: (string | null)[][], { row, column }: Cell, raw: string, budget: Budget): void {
  const text = raw.replace(/_x([0-9A-F]{4})_/gu, (_, code: string) => (code === '005F' ? '_' : ' ')).trim();
  if (text === '') return;
  budget.cells--;
  budget.characters -= text.length;
  if (row >= MAX_LINES || column >= MAX_COLUMNS || budget.cells < 0 || budget.characters < 0)
    throw new ImportProblem('too_large');
  const line = (rows[row] ??= []);
  while (line.length < column) line.push(null);
  line[column] = text;
}

function placeOf(reference: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}

function areaOf(reference: string): [number, number, number, number] | null {
  const [from, to] = reference.split(':').map(placeOf);
  return from && to ? [from.row, from.column, to.row, to.column] : null;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
