import { found, Problem } from '#base/errors.ts';
import { isId, newId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { noteGoal, writtenGoal } from '../commands.server.ts';
import { readFigure } from '../figures/rules.ts';
import { figureProblem } from '../figures/sentences/rules.ts';
import type { Goal } from '../schema.ts';
import { indicatorsOf } from './read.server.ts';
import { indicatorMark } from './rules.ts';
import type { Indicator, IndicatorFields, IndicatorInput } from './schema.ts';
import { addIndicator, changeIndicator, removeIndicator } from './write.server.ts';

const MOST = 20;

/** Gives a goal a figure to be seen by. The id comes with the form: sent twice, it is given once. */
export async function makeIndicator(
  member: Member,
  goalId: string,
  input: IndicatorInput,
  indicatorId: string = newId(),
): Promise<string> {
  if (!isId(indicatorId)) throw new Problem('not_found');
  return inTenant(member, async (tx) => {
    const goal = await writtenGoal(tx, member, goalId);
    const fields = fieldsFrom(input);
    const standing = await indicatorsOf(tx, goalId);
    if (standing.some(({ id }) => id === indicatorId)) return indicatorId;
    if (standing.length >= MOST) throw new Problem('invalid', m.goals_problem_indicators({ most: MOST }));
    await addIndicator(tx, { goalId, indicatorId }, fields);
    await noteGoal(tx, member, 'goal.indicator_saved', goal);
    return indicatorId;
  });
}

/** Changes an indicator; its figures stay. Refused when somebody else has changed it since the form was read. */
export async function saveIndicator(
  member: Member,
  place: { goalId: string; indicatorId: string },
  input: IndicatorInput,
): Promise<void> {
  await inTenant(member, async (tx) => {
    const { goal, indicator } = await writtenIndicator(tx, member, place);
    if (indicatorMark(indicator) !== input.seen) throw new Problem('conflict', m.goals_conflict());
    await changeIndicator(tx, place, fieldsFrom(input));
    await noteGoal(tx, member, 'goal.indicator_saved', goal);
  });
}

/** Deletes an indicator with its figures. */
export async function deleteIndicator(member: Member, place: { goalId: string; indicatorId: string }): Promise<void> {
  await inTenant(member, async (tx) => {
    const { goal } = await writtenIndicator(tx, member, place);
    await removeIndicator(tx, place);
    await noteGoal(tx, member, 'goal.indicator_deleted', goal);
  });
}

/** The indicator and its goal, held for this transaction, for one who may change them. */
export async function writtenIndicator(
  tx: Tx,
  member: Member,
  place: { goalId: string; indicatorId: string },
): Promise<{ goal: Goal; indicator: Indicator }> {
  const goal = await writtenGoal(tx, member, place.goalId);
  const indicator = found((await indicatorsOf(tx, place.goalId)).find((one) => one.id === place.indicatorId));
  return { goal, indicator };
}

/** Reads the figures of the form; each that is wrong says so at its field. */
function fieldsFrom(input: IndicatorInput): IndicatorFields {
  const wrong: Record<string, string> = {};
  const figure = (name: 'target' | 'targetTo' | 'baseline'): number | null => {
    if (input[name] === '') return null;
    const read = readFigure(input[name]);
    if (!read.ok) wrong[name] = figureProblem(read.problem, input[name]);
    return read.ok ? read.value : null;
  };
  const target = figure('target');
  const targetTo = input.direction === 'within' ? figure('targetTo') : null;
  const baseline = figure('baseline');
  if (input.target === '') wrong['target'] = m.goals_problem_target();
  if (input.direction === 'within' && input.targetTo === '') wrong['targetTo'] = m.goals_problem_target_to();
  if (target !== null && targetTo !== null && targetTo < target) wrong['targetTo'] = m.goals_problem_target_order();
  if (Object.keys(wrong).length > 0 || target === null) throw new Problem('invalid', '', wrong);
  const { seen: _seen, ...words } = input;
  return { ...words, target, targetTo, baseline, baselineOn: baseline === null ? null : input.baselineOn };
}
