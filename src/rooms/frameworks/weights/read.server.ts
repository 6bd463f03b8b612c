import type { Tx } from '#database/tenant.ts';
import { statementAttributesOf } from '../attributes/read.server.ts';
import type { Weight } from '../attributes/schema.ts';
import { seenMark } from '../attributes/seen/rules.ts';
import { levelsOf, statementsOf, versionHead } from '../read.server.ts';
import { isDraft } from '../rules.ts';
import type { Level, Statement, VersionHead } from '../schema.ts';
import { isTouched, weighable } from './rules.ts';
import type { WeightRow } from './schema.ts';

export type WeightTable = {
  head: VersionHead;
  levels: Level[];
  levelsSeen: string;
  levelled: boolean;
  rows: { statement: Statement; weights: Weight[]; seen: string }[];
  /** Statements that are not in the table until all are asked for. */
  hidden: number;
};

/** The statements whose rows nobody has written in since the form was read. */
export function untouchedStatements(rows: readonly WeightRow[]): string[] {
  return rows.filter((row) => !isTouched(row)).map((row) => row.statement);
}

/** How much the statements weigh at each level. With `edit` those that can be weighed; else those that are. Null when there is nothing to see. */
export async function readWeights(
  tx: Tx,
  address: { framework: string; version: string },
  { drafts, edit, all }: { drafts: boolean; edit: boolean; all: boolean },
): Promise<WeightTable | null> {
  const head = await versionHead(tx, address.version);
  if (head === null || head.frameworkId !== address.framework) return null;
  if (isDraft(head) ? !drafts : edit) return null;
  const levels = await levelsOf(tx, head.versionId);
  const statements = await statementsOf(tx, head.versionId);
  const said = await statementAttributesOf(tx, head.versionId);
  const weighed = new Set(Object.keys(said).filter((id) => (said[id]?.weights.length ?? 0) > 0));
  const every = weighable(statements, weighed, true);
  const shown = edit ? weighable(statements, weighed, all) : statements.filter(({ statementId }) => weighed.has(statementId));
  return {
    head,
    levels,
    levelsSeen: seenMark(levels),
    levelled: statements.some((statement) => statement.level !== null),
    rows: shown.map((statement) => {
      const weights = said[statement.statementId]?.weights ?? [];
      return { statement, weights, seen: seenMark(weights) };
    }),
    hidden: edit ? every.length - shown.length : 0,
  };
}
