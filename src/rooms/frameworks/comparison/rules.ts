import type { Part } from '../difference/schema.ts';
import { differenceOfWords } from '../difference/words/rules.ts';
import type { Matrix } from '../matrix/rules.ts';
import type { Level, Statement } from '../schema.ts';

/** What one behaviour asks for at two levels. `parts` mark the words that differ, where the texts are alike enough for that to help. */
export type ComparedRow = {
  row: Statement;
  from: Statement[];
  to: Statement[];
  change: 'same' | 'changed' | 'new' | 'gone' | 'none';
  parts: { from: Part[]; to: Part[] } | null;
};
export type LevelComparison = {
  from: Level;
  to: Level;
  groups: { id: string; title: string; rows: ComparedRow[] }[];
  /** Rows by what happens between the levels. */
  counts: Record<ComparedRow['change'], number>;
};

/** Fewer shared words than this, and marking the different ones would mark nearly everything. */
const ALIKE = 0.4;

/** Two levels beside each other, behaviour by behaviour: what stays, what changes, what comes and what goes. */
export function compareLevels(from: Level, to: Level, matrix: Matrix): LevelComparison {
  const groups = matrix.groups.map((group) => ({
    id: group.id,
    title: group.title,
    rows: group.rows.map(({ row, cells }) => {
      const at = (level: Level): Statement[] => cells.find((cell) => cell.level.position === level.position)?.statements ?? [];
      return compareCells(row, at(from), at(to));
    }),
  }));
  const counts = { same: 0, changed: 0, new: 0, gone: 0, none: 0 };
  for (const { change } of groups.flatMap((group) => group.rows)) counts[change]++;
  return { from, to, groups, counts };
}

function compareCells(row: Statement, from: Statement[], to: Statement[]): ComparedRow {
  const [before, after] = [wordsOf(from), wordsOf(to)];
  if (before === '' && after === '') return { row, from, to, change: 'none', parts: null };
  if (before === '') return { row, from, to, change: 'new', parts: null };
  if (after === '') return { row, from, to, change: 'gone', parts: null };
  if (before === after) return { row, from, to, change: 'same', parts: null };
  return { row, from, to, change: 'changed', parts: partsOf(before, after) };
}

function partsOf(before: string, after: string): ComparedRow['parts'] {
  const parts = differenceOfWords(before, after);
  const length = (kind: Part['kind']): number =>
    parts.filter((part) => part.kind === kind).reduce((sum, part) => sum + part.text.trim().length, 0);
  const shared = length('same');
  if (shared < ALIKE * Math.max(shared + length('gone'), shared + length('new'))) return null;
  return { from: parts.filter((part) => part.kind !== 'new'), to: parts.filter((part) => part.kind !== 'gone') };
}

function wordsOf(statements: readonly Statement[]): string {
  return statements
    .map((statement) => (statement.text ?? statement.title ?? '').trim())
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The levels right above and below a level; null where there is none. Levels stand highest first. */
export function neighboursOf(levels: readonly Level[], position: number): { above: Level | null; below: Level | null } {
  const at = levels.findIndex((level) => level.position === position);
  return at < 0 ? { above: null, below: null } : { above: levels[at - 1] ?? null, below: levels[at + 1] ?? null };
}
