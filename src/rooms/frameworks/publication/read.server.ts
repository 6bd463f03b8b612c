import { locale } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { requiredSteps } from '../bodies/read.server.ts';
import { readManuscript } from '../draft/read.server.ts';
import { matrixOf, type Cell, type Matrix } from '../matrix/rules.ts';
import { countByKind, kindNamer, presentStatements } from '../presented/rules.ts';
import { kindNamesOf, levelsOf, versionHead } from '../read.server.ts';
import { isDraft } from '../rules.ts';
import type { VersionHead } from '../schema.ts';
import { stepsLeadingTo } from '../steps/chain/read.server.ts';
import { missingBefore } from '../steps/rules.ts';
import type { StepKind } from '../steps/schema.ts';
import { readConsequences, type Consequences } from './consequences/read.server.ts';
import { readinessOf, type Readiness } from './rules.ts';

export type EmptyCell = { competence: string; row: string; rowId: string; level: string };
export type Publication = {
  head: VersionHead;
  readiness: Readiness;
  counts: { kind: string; name: string; count: number }[];
  levelled: boolean;
  matrix: { filled: number; expected: number } | null;
  emptyCells: EmptyCell[];
  /** What the new version does to what the one before it is used for; null for a first version. */
  consequences: Consequences | null;
  /** The steps that the organisation requires before publishing, and that are missing. */
  missing: StepKind[];
};

/** What publishing a draft means and what its editors should look at first; null when it is no draft. */
export async function readPublication(tx: Tx, address: { framework: string; version: string }): Promise<Publication | null> {
  const head = await versionHead(tx, address.version);
  if (head === null || head.frameworkId !== address.framework || !isDraft(head)) return null;
  const manuscript = await readManuscript(tx, head.versionId);
  const levels = await levelsOf(tx, head.versionId);
  const kindName = kindNamer(await kindNamesOf(tx, head.versionId), locale());
  const matrix = matrixOf(presentStatements(manuscript.elements, levels, kindName), levels);
  return {
    head,
    readiness: readinessOf(manuscript),
    counts: countByKind(manuscript.elements, kindName),
    levelled: manuscript.elements.some((element) => element.level !== null),
    matrix: matrix && { filled: matrix.filled, expected: matrix.expected },
    emptyCells: matrix === null ? [] : emptyCellsOf(matrix),
    consequences: await readConsequences(tx, head),
    missing: missingBefore('published', await stepsLeadingTo(tx, head.versionId), await requiredSteps(tx)),
  };
}

function emptyCellsOf(matrix: Matrix): EmptyCell[] {
  const empty = (cell: Cell): boolean => cell.statements.length === 0;
  return matrix.groups.flatMap((group) =>
    group.rows.flatMap(({ row, cells }) =>
      cells.filter(empty).map((cell) => ({
        competence: group.title,
        row: row.title ?? row.text ?? '',
        rowId: row.elementId,
        level: cell.level.name,
      })),
    ),
  );
}
