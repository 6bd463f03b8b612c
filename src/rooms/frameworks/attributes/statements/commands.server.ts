import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { readElements } from '../../draft/read.server.ts';
import type { Element } from '../../draft/schema.ts';
import { levelsOf } from '../../read.server.ts';
import { strategiesOf } from '../../strategies/read.server.ts';
import { changeDraft } from '../commands.server.ts';
import { coreTasksOf, statementAttributesOf } from '../read.server.ts';
import { NO_ATTRIBUTES, type StatementAttributes, type Weight } from '../schema.ts';
import { seenMark } from '../seen/rules.ts';
import type { ManyInput, StatementInput } from './schema.ts';
import { addStatements, putStatement } from './write.server.ts';

/** Says to whom a statement speaks, what it serves and builds on, and how much it weighs at each level. */
export function saveStatement(member: Member, versionId: string, elementId: string, input: StatementInput): Promise<void> {
  return changeDraft(member, versionId, async (tx) => {
    const elements = await readElements(tx, versionId);
    const { statementId } = found(elements.find((element) => element.id === elementId));
    const stored = (await statementAttributesOf(tx, versionId))[statementId] ?? NO_ATTRIBUTES;
    if (seenMark(stored) !== input.seen) throw new Problem('conflict', m.editor_conflict());
    const said: StatementAttributes = {
      addressees: input.addressees,
      coreTasks: input.coreTasks,
      values: input.values.filter((value) => value !== statementId),
      strategies: input.strategies,
      weights: input.weights.flatMap(({ level, weight, words }): Weight[] => (weight === null ? [] : [{ level, weight, words }])),
    };
    await requireKnown(tx, versionId, elements, said);
    await putStatement(tx, versionId, statementId, said);
  });
}

/** Adds addressees, a core task or a strategy to many statements at once; what they say already stays. */
export function addToStatements(member: Member, versionId: string, input: ManyInput): Promise<void> {
  return changeDraft(member, versionId, async (tx) => {
    const elements = await readElements(tx, versionId);
    const known = new Set(elements.map((element) => element.statementId));
    if (!input.statements.every((id) => known.has(id))) throw new Problem('conflict', m.editor_problem_choice_gone());
    const said: StatementAttributes = {
      ...NO_ATTRIBUTES,
      addressees: input.addressees,
      coreTasks: input.coreTask === '' ? [] : [input.coreTask],
      strategies: input.strategy === '' ? [] : [input.strategy],
    };
    if (Object.values(said).every((part) => part.length === 0)) throw new Problem('invalid', m.editor_problem_nothing_to_add());
    await requireKnown(tx, versionId, elements, said);
    await addStatements(
      tx,
      versionId,
      input.statements.map((id) => [id, said]),
    );
  });
}

/** What a form points to can have been deleted since it was read. */
async function requireKnown(tx: Tx, versionId: string, elements: readonly Element[], said: StatementAttributes): Promise<void> {
  const tasks = new Set((await coreTasksOf(tx, versionId)).map((task) => task.id));
  const strategies = new Set((await strategiesOf(tx)).map((strategy) => strategy.id));
  const values = new Set(elements.filter((element) => element.kind === 'value').map((element) => element.statementId));
  const levels = new Set((await levelsOf(tx, versionId)).map((level) => level.position));
  const known =
    said.coreTasks.every((id) => tasks.has(id)) &&
    said.strategies.every((id) => strategies.has(id)) &&
    said.values.every((id) => values.has(id)) &&
    said.weights.every((weight) => levels.has(weight.level));
  if (!known) throw new Problem('conflict', m.editor_problem_choice_gone());
}
