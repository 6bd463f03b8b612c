/** For whom somebody may write plans: `all` for everything; `whole` for what belongs to no unit; and these units. */
export type Reach = { all: boolean; whole: boolean; units: ReadonlySet<string> };

/** May write for a unit; null stands for the organisation as a whole. */
export function mayPlanFor(reach: Reach, unitId: string | null): boolean {
  if (reach.all) return true;
  return unitId === null ? reach.whole : reach.units.has(unitId);
}

/** May write for anything at all. */
export function mayPlan(reach: Reach): boolean {
  return reach.all || reach.whole || reach.units.size > 0;
}
