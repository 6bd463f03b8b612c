import { dayAfter, localDate, now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { mayPlan, mayPlanFor, type Reach } from '../../reach/policy.ts';
import { reachOf, unitsOfToday } from '../../reach/read.server.ts';
import { withUnitsBelow } from '../../reach/rules.ts';
import { indicatorsAtNewest } from '../indicators/read.server.ts';
import type { Indicator } from '../indicators/schema.ts';
import { allGoals } from '../read.server.ts';
import { countByPerspective, filtered, needingAttention, sorted, type Attention } from '../rules.ts';
import { PERSPECTIVES, type Goal, type GoalFilter, type Perspective, type Sort } from '../schema.ts';
import { latestOf, standingOf } from '../standing/rules.ts';

/** A goal in the list, with how many of its measured indicators are at their target. */
export type ListedGoal = Goal & { indicators: number; measured: number; reached: number };

export type GoalList = {
  goals: ListedGoal[];
  /** How many the filter leaves, and how many there are. */
  total: number;
  all: number;
  mayMake: boolean;
  /** Open goals of the whole organisation by place to see from. */
  perspectives: Record<Perspective, number>;
  units: { id: string; name: string; depth: number }[];
  /** Goals that the reader may change and nobody can follow. */
  attention: Attention[];
};

/** One page of the organisation's goals, and what they are counted by. */
export async function goalList(
  tx: Tx,
  member: Member,
  asked: { filter: GoalFilter; sort: Sort; descending: boolean; page: number; size: number },
): Promise<GoalList> {
  const goals = await allGoals(tx);
  const units = await unitsOfToday(tx);
  const reach = await reachOf(tx, member);
  const indicators = Map.groupBy(await indicatorsAtNewest(tx), (one) => one.goalId);
  const left = filtered(goals, asked.filter, withUnitsBelow(units, [asked.filter.unit]));
  const first = (asked.page - 1) * asked.size;
  return {
    goals: sorted(left, asked.sort, asked.descending)
      .slice(first, first + asked.size)
      .map((goal) => {
        const latest = (indicators.get(goal.id) ?? []).map((one) => ({ one, value: latestOf(one.values) }));
        const measured = latest.filter(({ value }) => value !== null);
        const reached = measured.filter(({ one, value }) => value !== null && standingOf(one, value.value).reached);
        return { ...goal, indicators: latest.length, measured: measured.length, reached: reached.length };
      }),
    total: left.length,
    all: goals.length,
    mayMake: mayPlan(reach),
    perspectives: countByPerspective(
      goals.filter((goal) => goal.state.state === 'planned' || goal.state.state === 'running'),
      PERSPECTIVES,
    ),
    units: unitsWithGoals(units, goals),
    attention: attentionIn(goals, indicators, reach),
  };
}

/** Goals that the member may change and nobody can follow: what a first page reminds of. */
export async function goalsToLookAt(tx: Tx, member: Member): Promise<Attention[]> {
  const reach = await reachOf(tx, member);
  if (!mayPlan(reach)) return [];
  return attentionIn(
    await allGoals(tx),
    Map.groupBy(await indicatorsAtNewest(tx), (one) => one.goalId),
    reach,
  );
}

function attentionIn(goals: readonly Goal[], indicators: ReadonlyMap<string, Indicator[]>, reach: Reach): Attention[] {
  const own = goals.filter((goal) => mayPlanFor(reach, goal.unitId));
  const dated = own.map((goal) => ({
    goal,
    madeOn: localDate(goal.madeAt),
    indicators: (indicators.get(goal.id) ?? []).map((one) => ({
      latestOn: latestOf(one.values)?.on ?? null,
      madeOn: localDate(one.madeAt),
    })),
  }));
  return needingAttention(dated, dayAfter(localDate(now()), { years: -1 }));
}

/** Units that have goals, and those above them, so that a filter can be set to an area. */
function unitsWithGoals(
  units: readonly { id: string; name: string; parentId: string | null; depth: number }[],
  goals: readonly Goal[],
): { id: string; name: string; depth: number }[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const wanted = new Set<string>();
  for (const goal of goals)
    for (let at = byId.get(goal.unitId ?? ''); at !== undefined && !wanted.has(at.id); at = byId.get(at.parentId ?? ''))
      wanted.add(at.id);
  return units.filter((unit) => wanted.has(unit.id)).map(({ id, name, depth }) => ({ id, name, depth }));
}
