import type { Use, UseKind } from '../schema.ts';
import type { LinkedUse } from './schema.ts';

/** A use with its address. Where a kind has places, a use without one is not shown; a kind without places is told in words. */
export function linkUses(
  uses: readonly Use[],
  places: ReadonlyMap<UseKind, ReadonlyMap<string, string>>,
): Map<string, LinkedUse[]> {
  const linked = uses.flatMap((use): LinkedUse[] => {
    const known = places.get(use.kind);
    if (known === undefined) return [{ ...use, href: null }];
    const href = known.get(use.usedId);
    return href === undefined ? [] : [{ ...use, href }];
  });
  return Map.groupBy(linked, (use) => use.statementId);
}
