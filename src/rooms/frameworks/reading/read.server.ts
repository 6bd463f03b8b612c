import type { Tx } from '#database/tenant.ts';
import { matrixOf, type Matrix } from '../matrix/rules.ts';
import { roleDescription, type RoleDescription } from './rules.ts';
import { levelsOf, statementsOf, usesOf, versionHead } from '../read.server.ts';
import type { Level, Statement, Use, VersionHead } from '../schema.ts';

/** A version as its pages read it. */
export type ReadVersion = {
  head: VersionHead;
  levels: Level[];
  statements: Statement[];
  matrix: Matrix | null;
  uses: Record<string, Use[]>;
};

/** A version of the framework in the address; null when there is none, or when it is a draft and drafts are not for this reader. */
export async function readVersion(
  tx: Tx,
  address: { framework: string; version: string },
  { drafts }: { drafts: boolean },
): Promise<ReadVersion | null> {
  const head = await versionHead(tx, address.version);
  if (head === null || head.frameworkId !== address.framework || (head.publishedAt === null && !drafts)) return null;
  const levels = await levelsOf(tx, head.versionId);
  const statements = await statementsOf(tx, head.versionId);
  const uses = await usesOf(
    tx,
    statements.map((statement) => statement.statementId),
  );
  return { head, levels, statements, matrix: matrixOf(statements, levels), uses: Object.fromEntries(uses) };
}

/** A version with the role description of one of its levels; null when the version or the level is not there for this reader. */
export async function readRole(
  tx: Tx,
  address: { framework: string; version: string; position: string },
  reader: { drafts: boolean },
): Promise<{ version: ReadVersion; role: RoleDescription } | null> {
  const version = await readVersion(tx, address, reader);
  const level = version?.levels.find(({ position }) => String(position) === address.position);
  return version === null || level === undefined
    ? null
    : { version, role: roleDescription(level, version.statements, version.matrix) };
}
