import { Problem } from '#base/errors.ts';
import { localDate, now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { mayPlan, mayPlanFor, type Reach } from '../../reach/policy.ts';
import { reachOf, unitsOfToday } from '../../reach/read.server.ts';
import { seenMark } from '../../seen/rules.ts';
import { currentStatements, statementChoices } from '../../statements/read.server.ts';
import type { FrameworkChoice } from '../../statements/schema.ts';
import { offerUnits } from '../../units/rules.ts';
import type { OfferedUnits } from '../../units/schema.ts';
import { indicatorsOf } from '../indicators/read.server.ts';
import { indicatorMark } from '../indicators/rules.ts';
import type { Indicator } from '../indicators/schema.ts';
import { mayWriteGoal } from '../policy.ts';
import { fieldsOf, goalOf, statementsOfGoal, statesOf } from '../read.server.ts';
import { unseenPerspectives } from '../rules.ts';
import type { Goal, Perspective, WholeGoal } from '../schema.ts';

/** unmeasured: from where quality is seen by the goal and by none of its indicators. */
export type GoalPage = WholeGoal & { unmeasured: Perspective[]; mayWrite: boolean; today: string };

/** A goal as every member reads it; null when it is not there. */
export async function goalPage(tx: Tx, member: Member, goalId: string): Promise<GoalPage | null> {
  const goal = await goalOf(tx, goalId);
  if (goal === null) return null;
  const known = await currentStatements(tx, member.organisation.slug);
  const chosen = await statementsOfGoal(tx, goalId);
  const indicators = await indicatorsOf(tx, goalId);
  return {
    goal,
    restsOn: chosen.map(({ statementId, name }) => known.get(statementId) ?? { statementId, name, framework: '', href: null }),
    states: await statesOf(tx, goalId),
    indicators,
    unmeasured: unseenPerspectives({ goal, indicators }),
    seen: seenMark(fieldsOf(goal)),
    mayWrite: mayWriteGoal(await reachOf(tx, member), goal),
    today: localDate(now()),
  };
}

export type GoalForm = {
  goal: Goal | null;
  seen: string;
  whole: boolean;
  units: OfferedUnits;
  /** Whose goal a new one is unless something else is chosen. */
  usual: string;
  frameworks: FrameworkChoice[];
  /** Statements the goal rests on that no framework has today: they can stay, but not be chosen anew. */
  gone: { statementId: string; name: string }[];
};

/** What a goal's form is filled in from: for a new one when no goal is named. Null when the member may not write it. */
export async function goalForm(tx: Tx, member: Member, goalId: string | null): Promise<GoalForm | null> {
  const goal = goalId === null ? null : await goalOf(tx, goalId);
  const reach = await reachOf(tx, member);
  if (goalId !== null && (goal === null || !mayWriteGoal(reach, goal))) return null;
  const whole = mayPlanFor(reach, null);
  const first = (await unitsOfToday(tx)).find((unit) => mayPlanFor(reach, unit.id))?.id;
  if (!whole && first === undefined) return null;
  const usual = whole ? 'whole' : (first ?? '');
  const frameworks = await statementChoices(tx);
  const known = new Set(
    frameworks.flatMap(({ parts }) => parts.flatMap((part) => part.statements.map((one) => one.statementId))),
  );
  const chosen = goal === null ? [] : await statementsOfGoal(tx, goal.id);
  return {
    goal,
    seen: goal === null ? '' : seenMark(fieldsOf(goal)),
    whole,
    units: await unitsOffered(tx, reach, { chosen: [goal?.unitId ?? usual], search: '' }),
    usual,
    frameworks,
    gone: chosen.filter(({ statementId }) => !known.has(statementId)),
  };
}

/** The units whose goals a member may write, as far as they were searched for. To those who write none it is not there. */
export async function goalUnits(tx: Tx, member: Member, asked: { chosen: string[]; search: string }): Promise<OfferedUnits> {
  const reach = await reachOf(tx, member);
  if (!mayPlan(reach)) throw new Problem('not_found');
  return unitsOffered(tx, reach, asked);
}

async function unitsOffered(tx: Tx, reach: Reach, asked: { chosen: string[]; search: string }): Promise<OfferedUnits> {
  return offerUnits(await unitsOfToday(tx), (unitId) => mayPlanFor(reach, unitId), asked);
}

export type IndicatorPage = { goal: Goal; indicator: Indicator; seen: string; today: string };

/** An indicator for one who may change it and its figures; null for anybody else, or when it is not there. */
export async function indicatorPage(
  tx: Tx,
  member: Member,
  place: { goal: string; indicator: string },
): Promise<IndicatorPage | null> {
  const goal = await goalOf(tx, place.goal);
  if (goal === null || !mayWriteGoal(await reachOf(tx, member), goal)) return null;
  const indicator = (await indicatorsOf(tx, goal.id)).find((one) => one.id === place.indicator);
  if (indicator === undefined) return null;
  return { goal, indicator, seen: indicatorMark(indicator), today: localDate(now()) };
}
