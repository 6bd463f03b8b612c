import { DEFAULT_KIND_NAMES } from '../default-kind-names.ts';
import type { DraftElement, FrameworkDraft } from '../open-format.ts';

/** A sheet of text; hidden rows and columns are counted from 0. */
export type WrittenSheet = {
  name: string;
  rows: (string | null)[][];
  widths: number[];
  hiddenRows: number[];
  hiddenColumns: number[];
  headingRow: number;
  frozenColumns: number;
};

/** The words of the sheets, in the reader's language. */
export type WorkbookWords = Record<
  'matrix' | 'group' | 'row' | 'statements' | 'kind' | 'level' | 'title' | 'text' | 'about' | 'organisation' | 'date' | 'stamp',
  string
>;

/** A row of a matrix: what it is about, and the elements of each level in the order of the levels. */
export type MatrixLine = { group: string; row: string; rowId: string; cells: string[] };

/** A cell holds no more letters than this; longer texts go on in the next column. */
export const CELL = 32_000;

/**
 * A framework as a workbook: the matrix that people fill in (where there is one), every statement in its order, and what the framework is.
 * Machines know a sheet by its first row, which is hidden; `readWorkbook` gives the same tree again.
 */
export function writeWorkbook(
  draft: FrameworkDraft,
  matrix: readonly MatrixLine[] | null,
  words: WorkbookWords,
  language: 'da' | 'en',
): WrittenSheet[] {
  return [
    ...(matrix === null ? [] : [matrixSheet(draft, matrix, words)]),
    statementSheet(draft, words, language),
    aboutSheet(draft, words),
  ];
}

function matrixSheet(draft: FrameworkDraft, matrix: readonly MatrixLine[], words: WorkbookWords): WrittenSheet {
  const texts = new Map(draft.elements.map((element) => [element.id, element.text ?? element.title]));
  const levels = draft.levels;
  return {
    name: words.matrix,
    rows: [
      ['pejling:matrix', 'group', 'row', ...levels.map((level) => `level:${level}`), ...levels.map((level) => `id:${level}`)],
      [null, words.group, words.row, ...levels, ...levels.map(() => null)],
      ...matrix.map(({ group, row, rowId, cells }) => [rowId, group, row, ...cells.map((id) => texts.get(id) ?? null), ...cells]),
    ],
    widths: [10, 28, 30, ...levels.map(() => 44), ...levels.map(() => 10)],
    hiddenRows: [0],
    hiddenColumns: [0, ...levels.map((_, index) => 3 + levels.length + index)],
    headingRow: 1,
    frozenColumns: 3,
  };
}

function statementSheet(draft: FrameworkDraft, words: WorkbookWords, language: 'da' | 'en'): WrittenSheet {
  const parts = draft.elements.reduce((most, element) => Math.max(most, partsOf(element.text ?? '').length), 1);
  const texts = Array.from({ length: parts }, (_, index) => index);
  const rowOf = (element: DraftElement): (string | null)[] => [
    element.id,
    element.parent,
    element.kind,
    draft.kinds[element.kind] ?? DEFAULT_KIND_NAMES[element.kind][language],
    element.level,
    element.title,
    ...texts.map((part) => partsOf(element.text ?? '')[part] ?? null),
  ];
  return {
    name: words.statements,
    rows: [
      [
        'pejling:statements',
        'parent',
        'kind',
        'kindName',
        'level',
        'title',
        ...texts.map((part) => (part === 0 ? 'text' : `text:${part}`)),
      ],
      [null, null, null, words.kind, words.level, words.title, ...texts.map(() => words.text)],
      ...draft.elements.map(rowOf),
    ],
    widths: [10, 10, 10, 22, 18, 36, ...texts.map(() => 80)],
    hiddenRows: [0],
    hiddenColumns: [0, 1, 2],
    headingRow: 1,
    frozenColumns: 0,
  };
}

function aboutSheet(draft: FrameworkDraft, words: WorkbookWords): WrittenSheet {
  const { title, organisation, date, levels, kinds, stamp } = draft;
  return {
    name: words.about,
    rows: [
      ['pejling:about', 'label', 'value'],
      [null, words.about, null],
      ['title', words.title, title],
      ['organisation', words.organisation, organisation],
      ['date', words.date, date],
      ...(stamp === undefined ? [] : [['stamp', words.stamp, stamp]]),
      ...levels.map((level): (string | null)[] => ['level', words.level, level]),
      ...Object.entries(kinds).map(([kind, name]): (string | null)[] => [`kind:${kind}`, words.kind, name]),
    ],
    widths: [10, 24, 60],
    hiddenRows: [0],
    hiddenColumns: [0],
    headingRow: 1,
    frozenColumns: 0,
  };
}

/** A long text in parts of a cell each. No sign is cut in two. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = at + CELL;
    const whole = /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
    parts.push(text.slice(at, whole));
    at = whole;
  }
  return parts;
}
