import { m } from '#base/text.ts';
import type { MatrixLine } from '#importing/exchange/write-workbook.ts';
import { shortName } from '../../draft/removals/rules.ts';
import type { ReadVersion } from '../../reading/read.server.ts';
import type { Level, Statement } from '../../schema.ts';
import { PILLARS } from '../poster/rules.ts';

/** The matrix as rows of a sheet; empty for a version without one. Of several texts in a cell the first stands in it. */
export function matrixLines({ matrix }: Pick<ReadVersion, 'matrix'>): MatrixLine[] {
  return (matrix?.groups ?? []).flatMap((group) =>
    group.rows.map(({ row, cells }) => ({
      group: group.title,
      row: shortName(row, 200),
      rowId: row.slug,
      cells: cells.map((cell) => cell.statements[0]?.slug ?? ''),
    })),
  );
}

/** The pillars that have a document of their own, and the levels that have a role description. */
export function partsWithFiles(version: ReadVersion): { competences: Statement[]; levels: Level[] } {
  const { statements, levels } = version;
  const parents = new Set(statements.map((statement) => statement.parentId));
  const groups = new Set((version.matrix?.groups ?? []).map((group) => group.id));
  const has = (one: Statement): boolean =>
    groups.has(one.elementId) || (PILLARS.has(one.kind) && one.title !== null && parents.has(one.elementId));
  return {
    competences: statements.filter(has),
    levels: statements.some((statement) => statement.level !== null) ? levels : [],
  };
}

/** What a file of a version is called. */
export function fileName(version: ReadVersion, part = ''): string {
  const { title, number } = version.head;
  return [title, part, m.exchange_stamp_version({ number })].filter((words) => words !== '').join(' – ');
}
