import { locale } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { readElements } from '../../draft/read.server.ts';
import { shortName } from '../../draft/removals/rules.ts';
import { kindNamer, presentStatements } from '../../presented/rules.ts';
import { kindNamesOf, levelsOf, usesOf, versionHead } from '../../read.server.ts';
import { isDraft } from '../../rules.ts';
import type { Level, Statement, VersionHead } from '../../schema.ts';
import { strategiesOf } from '../../strategies/read.server.ts';
import type { Strategy } from '../../strategies/schema.ts';
import { attributesOf, readNotes } from '../read.server.ts';
import { addresseesOf, coreTasksServed } from '../rules.ts';
import { NO_ATTRIBUTES, type Addressee, type CoreTask, type Notes, type StatementAttributes } from '../schema.ts';
import { seenMark } from '../seen/rules.ts';
import { sentencesOf } from '../sentences/rules.ts';

type Address = { framework: string; version: string };

export type StatementList = {
  head: VersionHead;
  statements: Statement[];
  notes: Record<string, Notes>;
  coreTasks: CoreTask[];
  strategies: Strategy[];
  levels: Level[];
  /** Statements that something measures, but that serve no core task. */
  measuredWithoutTask: Statement[];
};

/** The statements of a draft with what is said about them; null when it is no draft. */
export async function readStatementList(tx: Tx, address: Address): Promise<StatementList | null> {
  const head = await versionHead(tx, address.version);
  if (head === null || head.frameworkId !== address.framework || !isDraft(head)) return null;
  const levels = await levelsOf(tx, head.versionId);
  const statements = await statementsOfDraft(tx, head.versionId, levels);
  const notes = await readNotes(tx, head.versionId, statements, levels);
  const attributes = await attributesOf(tx, head.versionId);
  const served = coreTasksServed(statements, attributes);
  const uses = await usesOf(
    tx,
    statements.map((statement) => statement.statementId),
  );
  return {
    head,
    statements,
    notes,
    levels,
    coreTasks: attributes.coreTasks,
    strategies: await strategiesOf(tx),
    measuredWithoutTask: statements.filter(
      ({ statementId }) =>
        uses.get(statementId)?.some((use) => use.kind === 'question' || use.kind === 'goal') === true &&
        served.get(statementId)?.length === 0,
    ),
  };
}

export type StatementEditor = {
  head: VersionHead;
  statement: Statement;
  said: StatementAttributes;
  seen: string;
  /** Whom it speaks to when it says nothing itself. */
  inherited: Addressee[];
  levels: Level[];
  coreTasks: CoreTask[];
  values: { statementId: string; name: string }[];
  strategies: Strategy[];
  /** The statements that its text would become; none when it is one sentence. */
  sentences: string[];
  revision: number;
};

/** One statement of a draft with what is said about it and what could be; null when it is not there. */
export async function readStatementEditor(tx: Tx, address: Address & { element: string }): Promise<StatementEditor | null> {
  const head = await versionHead(tx, address.version);
  if (head === null || head.frameworkId !== address.framework || !isDraft(head)) return null;
  const levels = await levelsOf(tx, head.versionId);
  const statements = await statementsOfDraft(tx, head.versionId, levels);
  const statement = statements.find((candidate) => candidate.elementId === address.element);
  if (statement === undefined) return null;
  const attributes = await attributesOf(tx, head.versionId);
  const said = attributes.statements[statement.statementId] ?? NO_ATTRIBUTES;
  const silent = { ...attributes, statements: { ...attributes.statements, [statement.statementId]: NO_ATTRIBUTES } };
  const sentences = sentencesOf(statement.text ?? '');
  return {
    head,
    statement,
    said,
    seen: seenMark(said),
    inherited: addresseesOf(statements, silent).get(statement.statementId) ?? [],
    levels,
    coreTasks: attributes.coreTasks,
    values: statements
      .filter((value) => value.kind === 'value' && value.statementId !== statement.statementId)
      .map((value) => ({ statementId: value.statementId, name: shortName(value) })),
    strategies: await strategiesOf(tx),
    sentences: sentences.length > 1 ? sentences : [],
    revision: head.revision,
  };
}

async function statementsOfDraft(tx: Tx, versionId: string, levels: readonly Level[]): Promise<Statement[]> {
  const kindName = kindNamer(await kindNamesOf(tx, versionId), locale());
  return presentStatements(await readElements(tx, versionId), levels, kindName);
}
