import { fromLocal } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { roundGroups, roundNodes } from '../read.server.ts';
import { countUpwards } from './rules.ts';

export type ResponseRow = { nodeId: string; name: string; depth: number; invited: number; atLeast: number };

/** How many have answered in each part of the tree, as last counted: in steps of five, at most once a day. Parts nobody is asked in are left out. */
export async function responseRows(tx: Tx, roundId: string): Promise<{ rows: ResponseRow[]; countedOn: Date | null }> {
  const nodes = await roundNodes(tx, roundId);
  const invited = new Map(
    countUpwards(nodes, await roundGroups(tx, roundId), new Map()).map((count) => [count.nodeId, count.invited]),
  );
  const counted = await tx
    .selectFrom('round_response_counts')
    .select(['node_id', 'counted_on', 'steps_of_five'])
    .where('round_id', '=', roundId)
    .execute();
  const steps = new Map(counted.map((row) => [row.node_id, row.steps_of_five]));
  const rows = nodes
    .filter((node) => (invited.get(node.id) ?? 0) > 0)
    .map((node) => ({
      nodeId: node.id,
      name: node.name,
      depth: node.depth,
      invited: invited.get(node.id) ?? 0,
      atLeast: (steps.get(node.id) ?? 0) * 5,
    }));
  const noon = fromLocal(`${counted[0]?.counted_on ?? ''}T12:00`);
  return { rows, countedOn: noon.ok ? noon.moment : null };
}
