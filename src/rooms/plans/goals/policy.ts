import { mayPlanFor, type Reach } from '../reach/policy.ts';

/** Who may write for a unit may change its goals, their indicators and their figures. Every member reads them. */
export function mayWriteGoal(reach: Reach, goal: { unitId: string | null }): boolean {
  return mayPlanFor(reach, goal.unitId);
}
