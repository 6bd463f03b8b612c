import { GOAL_STATES, type Goal, type GoalState } from '../schema.ts';

/** goals: all but those that were dropped. followed: reached, or in work and measured within the last year. */
export type FollowUp = { goals: number; followed: number; unmeasured: number; states: { state: GoalState; count: number }[] };

/** What became of some goals. `measured`: the newest days each goal has figures of; `yearAgo` is the day a year before today. */
export function followUpOf(
  goals: readonly Pick<Goal, 'id' | 'state'>[],
  measured: ReadonlyMap<string, readonly string[]>,
  yearAgo: string,
): FollowUp {
  const inState = (state: GoalState) => goals.filter((goal) => goal.state.state === state);
  const open = [...inState('planned'), ...inState('running')];
  const seen = open.filter(({ id }) => (measured.get(id) ?? []).some((day) => day >= yearAgo));
  const reached = inState('reached').length;
  return {
    goals: open.length + reached,
    followed: seen.length + reached,
    unmeasured: open.length - seen.length,
    states: GOAL_STATES.map((state) => ({ state, count: inState(state).length })).filter(({ count }) => count > 0),
  };
}
