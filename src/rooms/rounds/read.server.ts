import { Problem } from '#base/errors.ts';
import { isId } from '#base/ids.ts';
import { now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { mayArrangeRounds, mayReadRules } from './policy.ts';
import { closedAtOf, statusOf } from './rules.ts';
import type { RoundFacts, RoundGroup, RoundLeader, RoundNode } from './schema.ts';

/** Everything about one round but its questions and people; null when there is none with this id. */
export async function roundFacts(tx: Tx, roundId: string): Promise<RoundFacts | null> {
  if (!isId(roundId)) return null;
  const [facts] = await factsOf(tx, roundId);
  return facts ?? null;
}

/** All rounds of the organisation, newest first. */
export async function allRounds(tx: Tx): Promise<RoundFacts[]> {
  return factsOf(tx, null);
}

/** The rounds a member may read the rules of, newest first. */
export async function readableRounds(tx: Tx, member: Member): Promise<RoundFacts[]> {
  return (await allRounds(tx)).filter((round) => mayReadRules(member, round));
}

/** The round for one of those who arrange rounds; to anybody else it does not exist. */
export async function arrangedRound(tx: Tx, member: Member, roundId: string): Promise<RoundFacts> {
  const round = mayArrangeRounds(member) ? await roundFacts(tx, roundId) : null;
  if (round === null) throw new Problem('not_found');
  return round;
}

/** The round for somebody who wants to know who sees what. */
export async function readableRound(tx: Tx, member: Member, roundId: string): Promise<RoundFacts> {
  const round = await roundFacts(tx, roundId);
  if (round === null || !mayReadRules(member, round)) throw new Problem('not_found');
  return round;
}

/** The frozen tree: parents before children, siblings by name. */
export async function roundNodes(tx: Tx, roundId: string): Promise<RoundNode[]> {
  if (!isId(roundId)) return [];
  const rows = await tx
    .selectFrom('round_nodes')
    .select(['id', 'parent_id', 'unit_code', 'name', 'depth'])
    .where('round_id', '=', roundId)
    .orderBy('name', (order) => order.collate('da-x-icu'))
    .execute();
  const children = Map.groupBy(rows, (row) => row.parent_id);
  const ordered: RoundNode[] = [];
  const waiting = (children.get(null) ?? []).toReversed();
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    ordered.push({ id: row.id, parentId: row.parent_id, unitCode: row.unit_code, name: row.name, depth: row.depth });
    waiting.push(...(children.get(row.id) ?? []).toReversed());
  }
  return ordered;
}

/** The leaders asked about, by name, with the nodes they led at launch. */
export async function roundLeaders(tx: Tx, roundId: string): Promise<RoundLeader[]> {
  if (!isId(roundId)) return [];
  const rows = await tx
    .selectFrom('round_leaders')
    .select(['id', 'node_id', 'person_id', 'superior_id', 'name', 'title', 'level'])
    .where('round_id', '=', roundId)
    .orderBy('name', (order) => order.collate('da-x-icu'))
    .execute();
  const led = await tx
    .selectFrom('round_leader_nodes')
    .select(['leader_id', 'node_id'])
    .where('round_id', '=', roundId)
    .execute();
  const nodes = Map.groupBy(led, (row) => row.leader_id);
  return rows.map((row) => ({
    id: row.id,
    nodeId: row.node_id,
    personId: row.person_id,
    superiorId: row.superior_id,
    name: row.name,
    title: row.title,
    level: row.level,
    leads: (nodes.get(row.id) ?? []).map((node) => node.node_id),
  }));
}

/** One group per leader and one pool per node, with how many were invited. */
export async function roundGroups(tx: Tx, roundId: string): Promise<RoundGroup[]> {
  if (!isId(roundId)) return [];
  const rows = await tx
    .selectFrom('round_groups')
    .select(['id', 'node_id', 'leader_id', 'invited'])
    .where('round_id', '=', roundId)
    .execute();
  return rows.map((row) => ({ id: row.id, nodeId: row.node_id, leaderId: row.leader_id, invited: row.invited }));
}

async function factsOf(tx: Tx, roundId: string | null): Promise<RoundFacts[]> {
  const rows = await tx
    .selectFrom('rounds as r')
    .leftJoin('round_launches as l', (join) =>
      join.onRef('l.organisation_id', '=', 'r.organisation_id').onRef('l.round_id', '=', 'r.id'),
    )
    .leftJoin('handover.closures as c', (join) =>
      join.onRef('c.organisation_id', '=', 'r.organisation_id').onRef('c.round_id', '=', 'r.id'),
    )
    .selectAll('r')
    .select(['l.requested_at', 'l.ready_at', 'l.failure', 'c.closed_at'])
    .$if(roundId !== null, (query) => query.where('r.id', '=', roundId ?? ''))
    .orderBy('r.created_at', 'desc')
    .execute();
  const manifests = await newestManifests(tx, roundId);
  const moment = now();
  return rows.map((row) => {
    const manifest = manifests.get(row.id);
    const times = {
      launchedAt: row.requested_at,
      readyAt: row.ready_at,
      closesAt: manifest?.closes_at ?? row.closes_at,
      closedEarlyAt: row.closed_at,
    };
    return {
      id: row.id,
      title: row.title,
      versionId: row.version_id,
      status: statusOf(times, moment),
      k: row.k,
      middle: row.middle === 'shares' ? ('shares' as const) : ('mean' as const),
      asksSuperior: row.asks_superior,
      superiorSees: row.superior_sees,
      hrSees: row.hr_sees,
      employeesSee: row.employees_see,
      closesAt: times.closesAt,
      createdAt: row.created_at,
      launchedAt: times.launchedAt,
      readyAt: times.readyAt,
      closedAt: closedAtOf(times, moment),
      failure: row.failure,
      extended: (manifest?.head ?? 1) > 1,
      manifestHash: manifest?.hash.toString('hex') ?? null,
      information: {
        purpose: row.purpose,
        legalBasis: row.legal_basis,
        contact: row.contact,
        recipients: row.recipients,
        retention: row.retention,
        categories: row.categories,
      },
      medHearing: row.med_hearing,
      revision: row.revision,
    };
  });
}

type ManifestHead = { round_id: string; head: number; hash: Buffer; closes_at: Date };

async function newestManifests(tx: Tx, roundId: string | null): Promise<Map<string, ManifestHead>> {
  const heads = await tx
    .selectFrom('handover.manifests')
    .select(['round_id', 'head', 'hash', 'closes_at'])
    .$if(roundId !== null, (query) => query.where('round_id', '=', roundId ?? ''))
    .orderBy('head')
    .execute();
  return new Map(heads.map((head) => [head.round_id, head]));
}
