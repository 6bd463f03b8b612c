import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { attributesOf, levelRulesOf, readNotes } from '../attributes/read.server.ts';
import type { Attributes, LevelRule, Notes } from '../attributes/schema.ts';
import { matrixOf, type Matrix } from '../matrix/rules.ts';
import { mayEditFrameworks } from '../policy.ts';
import { levelsOf, statementsOf, versionHead } from '../read.server.ts';
import type { Level, Statement, VersionHead } from '../schema.ts';
import { isInvited } from '../steps/read.server.ts';
import {
  competenceOf,
  roleDescription,
  surroundingsOf,
  type CompetencePage,
  type RoleDescription,
  type Surroundings,
} from './rules.ts';
import type { StatementElsewhere } from './schema.ts';

/** A version as its pages read it. */
export type ReadVersion = { head: VersionHead; levels: Level[]; statements: Statement[]; matrix: Matrix | null };

type Address = { framework: string; version: string };

/** A version of the framework in the address; null when there is none, or when it is a draft and drafts are not for this reader. */
export async function readVersion(tx: Tx, address: Address, { drafts }: { drafts: boolean }): Promise<ReadVersion | null> {
  const head = await versionHead(tx, address.version);
  if (head === null || head.frameworkId !== address.framework || (head.publishedAt === null && !drafts)) return null;
  const levels = await levelsOf(tx, head.versionId);
  const statements = await statementsOf(tx, head.versionId);
  return { head, levels, statements, matrix: matrixOf(statements, levels) };
}

/** The same for a member: a draft is read by those who write it, and by the bodies it has been laid before. */
export async function versionFor(tx: Tx, member: Member, address: Address): Promise<ReadVersion | null> {
  const drafts = mayEditFrameworks(member) || (isId(address.version) && (await isInvited(tx, member.personId, address.version)));
  return readVersion(tx, address, { drafts });
}

/** What a version says beside its words, for its reading pages. */
export async function besideWords(
  tx: Tx,
  version: ReadVersion,
): Promise<{ attributes: Attributes; notes: Record<string, Notes> }> {
  return {
    attributes: await attributesOf(tx, version.head.versionId),
    notes: await readNotes(tx, version.head.versionId, version.statements, version.levels),
  };
}

/** A version with the role description of one of its levels; null when the version or the level is not there for this reader. */
export async function roleFor(
  tx: Tx,
  member: Member,
  address: Address & { position: string },
): Promise<{ version: ReadVersion; role: RoleDescription } | null> {
  const version = await versionFor(tx, member, address);
  const level = version?.levels.find(({ position }) => String(position) === address.position);
  return version === null || level === undefined
    ? null
    : { version, role: roleDescription(level, version.statements, version.matrix) };
}

/** Who belongs to a level, and what the step to it asks for, as the version tells; null when it says nothing of it. */
export async function levelRuleOf(tx: Tx, versionId: string, position: number): Promise<LevelRule | null> {
  return (await levelRulesOf(tx, versionId)).find((rule) => rule.level === position) ?? null;
}

/** A version with one of its competences at all levels; null when the version or the competence is not there for this reader. */
export async function competenceFor(
  tx: Tx,
  member: Member,
  address: Address & { competence: string },
): Promise<{ version: ReadVersion; page: CompetencePage } | null> {
  const version = await versionFor(tx, member, address);
  const page = version === null ? null : competenceOf(version.statements, version.matrix, address.competence);
  return version === null || page === null ? null : { version, page };
}

/** A version with the role description of one of its levels, for files. */
export async function readRole(
  tx: Tx,
  address: Address & { position: string },
  reader: { drafts: boolean },
): Promise<{ version: ReadVersion; role: RoleDescription } | null> {
  const version = await readVersion(tx, address, reader);
  const level = version?.levels.find(({ position }) => String(position) === address.position);
  return version === null || level === undefined
    ? null
    : { version, role: roleDescription(level, version.statements, version.matrix) };
}

/** A statement where it stands in a version; null in `statement` when this version does not have it, but another readable one does. */
export type StatementPage = { version: ReadVersion; at: Surroundings | null; elsewhere: StatementElsewhere };
/** One statement of a version; null when the version is not there for this reader, or no readable version has the statement. */
export async function statementFor(
  tx: Tx,
  member: Member,
  address: Address & { statement: string },
): Promise<StatementPage | null> {
  const version = isId(address.statement) ? await versionFor(tx, member, address) : null;
  if (version === null) return null;
  const at = surroundingsOf(version.statements, version.levels, address.statement);
  const elsewhere = {
    versions: await otherVersions(tx, member, version.head, address.statement),
    successors: at === null ? await successorsOf(tx, version, address.statement) : [],
  };
  return at === null && elsewhere.versions.length === 0 ? null : { version, at, elsewhere };
}

async function otherVersions(tx: Tx, member: Member, head: VersionHead, statementId: string) {
  const rows = await tx
    .selectFrom('framework_elements as e')
    .innerJoin('framework_versions as v', (join) =>
      join.onRef('v.organisation_id', '=', 'e.organisation_id').onRef('v.id', '=', 'e.version_id'),
    )
    .select('v.id')
    .where('e.statement_id', '=', statementId)
    .where('v.framework_id', '=', head.frameworkId)
    .where('v.id', '<>', head.versionId)
    .$if(!mayEditFrameworks(member), (query) => query.where('v.published_at', 'is not', null))
    .orderBy('v.number', 'desc')
    .execute();
  const heads = [];
  for (const row of rows) heads.push(await versionHead(tx, row.id));
  return heads.flatMap((one) => (one === null ? [] : [{ versionId: one.versionId, number: one.number, title: one.title }]));
}

/** What a statement has become in a version, as its origins tell. */
export async function successorsOf(
  tx: Tx,
  version: { head: { versionId: string }; statements: readonly Statement[] },
  statementId: string,
): Promise<Statement[]> {
  const rows = await tx
    .selectFrom('framework_origins')
    .select('statement_id')
    .where('version_id', '=', version.head.versionId)
    .where('from_statement_id', '=', statementId)
    .execute();
  const ids = new Set(rows.map((row) => row.statement_id));
  return version.statements.filter((statement) => ids.has(statement.statementId));
}
