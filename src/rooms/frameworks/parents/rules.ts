export type Kinship = { frameworkId: string; parentId: string };

/** All frameworks above one, however far; a ring, if there were one, is walked once. */
export function ancestorsIn(kinships: readonly Kinship[], frameworkId: string): Set<string> {
  const found = new Set<string>();
  const ways = [frameworkId];
  for (let at = ways.pop(); at !== undefined; at = ways.pop())
    for (const { frameworkId: child, parentId } of kinships)
      if (child === at && !found.has(parentId)) {
        found.add(parentId);
        ways.push(parentId);
      }
  return found;
}

/** May one framework stand under another? Not under itself, nor under what stands below it. */
export function mayStandUnder(kinships: readonly Kinship[], frameworkId: string, parentId: string): boolean {
  return frameworkId !== parentId && !ancestorsIn(kinships, parentId).has(frameworkId);
}
