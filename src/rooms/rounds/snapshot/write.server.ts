import { found } from '#base/errors.ts';
import { newBlindId } from '#base/ids.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { liveOrganisation } from '#rooms/people/read.server.ts';
import { invitationSecrets } from '../tokens/write.server.ts';
import { planSnapshot } from './rules.ts';
import type { SnapshotIds, SnapshotPlan } from './schema.ts';

const AT_ONCE = 1000;

/** Freezes the living organisation for a round: its tree, leaders, groups and who is asked. */
export async function takeSnapshot(tx: Tx, roundId: string): Promise<SnapshotIds> {
  const round = found(await tx.selectFrom('rounds').select('k').where('id', '=', roundId).executeTakeFirst());
  return writeSnapshot(tx, roundId, planSnapshot(await liveOrganisation(tx), round.k));
}

/** Writes a planned snapshot. Every id is random and made for this round, so that none can be found again elsewhere. */
export async function writeSnapshot(tx: Tx, roundId: string, plan: SnapshotPlan): Promise<SnapshotIds> {
  const wall = { organisation_id: await organisationOf(tx), round_id: roundId };
  const ids = newIds(plan);
  const node = (key: string) => found(ids.nodes.get(key));
  await inBatches(plan.nodes, async (nodes) => {
    const rows = nodes.map((one) => ({
      ...wall,
      id: node(one.key),
      parent_id: one.parentKey === null ? null : node(one.parentKey),
      unit_code: one.unitCode,
      name: one.name,
      depth: one.depth,
    }));
    await tx.insertInto('round_nodes').values(rows).execute();
  });
  await writeLeaders(tx, wall, plan, ids);
  await inBatches(plan.groups, async (groups) => {
    const rows = groups.map((group) => ({
      ...wall,
      id: found(group.leaderId === null ? ids.pools.get(group.nodeKey) : ids.groups.get(group.leaderId)),
      node_id: node(group.nodeKey),
      leader_id: group.leaderId === null ? null : found(ids.leaders.get(group.leaderId)),
      invited: group.invited,
    }));
    await tx.insertInto('round_groups').values(rows).execute();
  });
  await writeRaters(tx, wall, plan, ids);
  return ids;
}

type Wall = { organisation_id: number; round_id: string };
type AllIds = SnapshotIds & { pools: Map<string, string> };

function newIds(plan: SnapshotPlan): AllIds {
  const nodes = new Map(plan.nodes.map((node) => [node.key, newBlindId()]));
  const leaders = new Map(plan.leaders.map((leader) => [leader.personId, newBlindId()]));
  const groups = new Map(plan.leaders.map((leader) => [leader.personId, newBlindId()]));
  const pools = new Map(plan.nodes.map((node) => [node.key, newBlindId()]));
  const raterGroup = new Map(
    plan.raters.map((rater) => [rater.personId, found(rater.pooled ? pools.get(rater.nodeKey) : groups.get(rater.aboutId))]),
  );
  return { nodes, leaders, groups, pools, raterGroup };
}

async function writeLeaders(tx: Tx, wall: Wall, plan: SnapshotPlan, ids: AllIds): Promise<void> {
  await inBatches(plan.leaders, async (leaders) => {
    const rows = leaders.map((leader) => ({
      ...wall,
      id: found(ids.leaders.get(leader.personId)),
      node_id: found(ids.nodes.get(leader.nodeKey)),
      person_id: leader.personId,
      superior_id: leader.superiorId,
      name: leader.name,
      title: leader.title,
      level: leader.level,
    }));
    await tx.insertInto('round_leaders').values(rows).execute();
    const led = leaders.flatMap((leader) =>
      leader.unitIds.map((unit) => ({
        ...wall,
        leader_id: found(ids.leaders.get(leader.personId)),
        node_id: found(ids.nodes.get(unit)),
      })),
    );
    await tx.insertInto('round_leader_nodes').values(led).execute();
  });
}

async function writeRaters(tx: Tx, wall: Wall, plan: SnapshotPlan, ids: AllIds): Promise<void> {
  await inBatches(plan.raters, async (raters) => {
    const rows = raters.map((rater) => {
      const id = newBlindId();
      const secrets = invitationSecrets(wall.organisation_id, id);
      return {
        ...wall,
        id,
        group_id: found(ids.raterGroup.get(rater.personId)),
        leader_id: found(ids.leaders.get(rater.aboutId)),
        person_id: rater.personId,
        name: rater.name,
        email: rater.email,
        language: rater.language,
        unit_name: rater.unitName,
        link_hash: secrets.linkHash,
        code_hash: secrets.codeHash,
      };
    });
    await tx.insertInto('round_raters').values(rows).execute();
  });
}

async function inBatches<T>(rows: readonly T[], work: (batch: T[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < rows.length; start += AT_ONCE) await work(rows.slice(start, start + AT_ONCE));
}
