import type { Tx } from '#database/tenant.ts';
import { usesOf } from '../read.server.ts';
import { USE_KINDS, type UseKind } from '../schema.ts';
import { linkUses } from './rules.ts';
import type { LinkedUse, Places } from './schema.ts';

/** Where statements are used, by statement, as far as this reader may see it, each use with its address. */
export async function linkedUses(tx: Tx, statementIds: readonly string[], places: Places): Promise<Record<string, LinkedUse[]>> {
  const uses = [...(await usesOf(tx, statementIds)).values()].flat();
  const known = new Map<UseKind, ReadonlyMap<string, string>>();
  for (const kind of USE_KINDS) {
    const find = places[kind];
    const ids = uses.filter((use) => use.kind === kind).map((use) => use.usedId);
    if (find !== undefined) known.set(kind, await find([...new Set(ids)]));
  }
  return Object.fromEntries(linkUses(uses, known));
}
