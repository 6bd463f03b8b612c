import { BODY_KINDS, type BodyKind } from '../../bodies/schema.ts';
import { readDate } from '../../steps/dates/rules.ts';
import { STEP_KINDS, type StepKind } from '../../steps/schema.ts';
import { readJsonHistory } from './json/rules.ts';
import { cellsOf, separatorOf } from './table/rules.ts';
import type { PastHistory, PastProblem, PastStep, ReadHistory } from './schema.ts';

const MOST_LINES = 1000;
const LINK = /^https?:\/\/[^\s]+$/i;

/** What a column may be called, in Danish, in English and in code. */
const COLUMNS = {
  version: ['version'],
  kind: ['trin', 'step', 'kind'],
  body: ['organ', 'body'],
  bodyKind: ['organtype', 'body type', 'bodykind'],
  began: ['fra', 'dato', 'from', 'date', 'began'],
  ended: ['til', 'to', 'ended'],
  title: ['titel', 'hvad', 'title', 'what'],
  decision: ['beslutning', 'decision'],
  documentName: ['dokument', 'document'],
  documentLink: ['link'],
} as const;
type Column = keyof typeof COLUMNS;
export type PastRow = Partial<Record<Column, string>> & { line: number };

const STEP_WORDS: Record<StepKind, readonly string[]> = {
  draft: ['udkast', 'kladde', 'draft'],
  internal_discussion: ['drøftelse', 'intern drøftelse', 'discussion', 'internal discussion', 'internal_discussion'],
  hearing: ['høring', 'hearing'],
  reworked: ['bearbejdning', 'bearbejdet', 'rework', 'reworked'],
  recommended: ['indstilling', 'indstillet', 'recommendation', 'recommended'],
  approved: ['godkendelse', 'godkendt', 'approval', 'approved'],
  published: ['udgivelse', 'udgivet', 'publication', 'published'],
  superseded: ['afløst', 'superseded'],
};
const BODY_WORDS: Record<BodyKind, readonly string[]> = {
  political: ['politisk', 'political'],
  management: ['ledelse', 'management'],
  med: ['med', 'med-udvalg'],
  hr: ['hr'],
  other: ['andet', 'other', ''],
};

/** Reads a history that was written as a table (CSV, or pasted from a spreadsheet) or as JSON. What cannot be read is said line by line. */
export function readHistory(text: string): ReadHistory {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return refused(1, 'empty');
  if (trimmed.startsWith('{')) {
    const json = readJsonHistory(trimmed);
    return 'problem' in json ? refused(1, json.problem) : withSteps(json.rows, json.versions);
  }
  const rows = readTable(trimmed);
  return 'problem' in rows ? refused(1, rows.problem) : withSteps(rows.rows, []);
}

function refused(line: number, why: PastProblem['why']): ReadHistory {
  return { history: { steps: [], versions: [] }, problems: [{ line, why, detail: '' }] };
}

function readTable(text: string): { rows: PastRow[] } | { problem: PastProblem['why'] } {
  const records = cellsOf(text, separatorOf(text));
  const [header, ...lines] = records;
  if (header === undefined || lines.length === 0) return { problem: 'empty' };
  if (lines.length > MOST_LINES) return { problem: 'too_long' };
  const columns = header.cells.map((cell) => columnOf(cell));
  if (!columns.includes('version') || !columns.includes('kind') || !columns.includes('began')) return { problem: 'header' };
  return {
    rows: lines.map(({ line, cells }) => {
      const row: PastRow = { line };
      for (const [index, column] of columns.entries()) if (column !== null) row[column] = (cells[index] ?? '').trim();
      return row;
    }),
  };
}

function columnOf(cell: string): Column | null {
  const name = cell.trim().toLowerCase();
  const columns = Object.keys(COLUMNS) as Column[];
  return columns.find((column) => (COLUMNS[column] as readonly string[]).includes(name)) ?? null;
}

function withSteps(rows: readonly PastRow[], versions: PastHistory['versions']): ReadHistory {
  const read = rows.map(stepOf);
  return {
    history: { steps: read.flatMap((one) => ('step' in one ? [one.step] : [])), versions },
    problems: read.flatMap((one) => ('problem' in one ? [one.problem] : [])),
  };
}

function stepOf(row: PastRow): { step: PastStep } | { problem: PastProblem } {
  const wrong = (why: PastProblem['why'], detail = ''): { problem: PastProblem } => ({
    problem: { line: row.line, why, detail },
  });
  const version = Number(row.version);
  if (!Number.isInteger(version) || version < 1 || version > 99) return wrong('version', row.version ?? '');
  const kind = STEP_KINDS.find((known) => STEP_WORDS[known].includes((row.kind ?? '').toLowerCase()));
  if (kind === undefined) return wrong('kind', row.kind ?? '');
  const began = readDate(row.began ?? '');
  const ended = row.ended ? readDate(row.ended) : null;
  if (began === null) return wrong('date', row.began ?? '');
  if (row.ended && (ended === null || ended.last < began.first)) return wrong('date', row.ended);
  const bodyKind = BODY_KINDS.find((known) => BODY_WORDS[known].includes((row.bodyKind ?? '').toLowerCase()));
  if (bodyKind === undefined) return wrong('body', row.bodyKind ?? '');
  if (row.documentLink && !LINK.test(row.documentLink)) return wrong('link', row.documentLink);
  const { line, body = '', title = '', decision = '', documentName = '', documentLink = '' } = row;
  const step = { line, version, kind, began, ended, title, decision, documentName, documentLink };
  return { step: { ...step, body: body.slice(0, 200), bodyKind: row.bodyKind ? bodyKind : null } };
}
