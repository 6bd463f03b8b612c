import { found, Problem } from '#base/errors.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { roundFacts, roundLeaders, roundNodes } from '#rooms/rounds/read.server.ts';
import type { RoundFacts, RoundLeader } from '#rooms/rounds/schema.ts';
import { contextNotes, unitsWithNotes, writableNotes } from '../context/read.server.ts';
import { notedUnits, unitsLed } from '../context/rules.ts';
import type { ContextNote, WritableNote } from '../context/schema.ts';
import { ownLeaderOf, type OwnLeader } from '../mine/read.server.ts';
import { mayReadAudit, mayReadOwnLeader, mayReadReport, mayReadRolls } from '../policy.ts';
import { refusalOf, releaseOf, shownSubjects, type Release } from '../read.server.ts';
import { rollOf, rollTree, type Roll, type RollNode } from '../rolls/read.server.ts';

/** A report the reader may open. */
export type ReportEntry = {
  leaderId: string;
  nodeId: string;
  /** The units the leader led. */
  leads: string[];
  name: string;
  title: string;
  unit: string;
  own: boolean;
  shown: boolean;
};

/** What a member finds on a round's results page. */
export type Overview = {
  round: { id: string; title: string; status: RoundFacts['status']; closedAt: Date | null; closesAt: Date | null; k: number };
  released: boolean;
  refused: boolean;
  reports: ReportEntry[];
  hasOwnLeader: boolean;
  top: Roll | null;
  tree: RollNode[];
  /** The units whose leader has written a note that the reader may read, and the note about the unit on top. */
  noted: string[];
  topNotes: ContextNote[];
  /** The units the reader may write such a note about. */
  writable: WritableNote[];
  mayReadAudit: boolean;
};

/** Everything a member may find about a round's results. Not found for a round that is not launched. */
export async function overviewOf(tx: Tx, member: Member, roundId: string): Promise<Overview> {
  const round = await launchedRound(tx, roundId);
  const release = await releaseOf(tx, roundId);
  const leaders = await roundLeaders(tx, roundId);
  const readable = leaders.filter((leader) => mayReadReport(member, leader, round));
  const tree = mayReadRolls(member, round) ? await rollTree(tx, roundId, new Set(readable.map((leader) => leader.id))) : [];
  const top = tree.find((node) => node.state === 'open');
  return {
    round: {
      id: round.id,
      title: round.title,
      status: round.status,
      closedAt: round.closedAt,
      closesAt: round.closesAt,
      k: round.k,
    },
    released: release !== null,
    refused: release === null && mayReadAudit(member) && (await refusalOf(tx, roundId)) !== null,
    reports: release === null ? [] : await reportEntries(tx, member, roundId, readable),
    hasOwnLeader: mayReadOwnLeader(round) && release !== null && (await ownLeaderOf(tx, roundId, member.personId)) !== null,
    top: top === undefined ? null : await rollOf(tx, roundId, top.id),
    tree,
    noted: release === null ? [] : await unitsWithNotes(tx, roundId, notedUnits(openIn(tree), readable)),
    topNotes: top === undefined ? [] : await contextNotes(tx, roundId, [top.id]),
    writable: await writableNotes(tx, member, roundId),
    mayReadAudit: mayReadAudit(member),
  };
}

/** A roll-up with its path and the units below it, for a member who may open it. Anything else is not found. */
export async function rollFor(
  tx: Tx,
  member: Member,
  roundId: string,
  nodeId: string,
): Promise<{ round: RoundFacts; roll: Roll; path: RollNode[]; below: RollNode[]; notes: ContextNote[] }> {
  const round = await launchedRound(tx, roundId);
  if (!mayReadRolls(member, round)) throw new Problem('not_found');
  const readable = (await roundLeaders(tx, roundId)).filter((leader) => mayReadReport(member, leader, round));
  const tree = await rollTree(tx, roundId, new Set(readable.map((leader) => leader.id)));
  const node = found(tree.find((one) => one.id === nodeId && one.state === 'open'));
  const below = tree.filter((one) => one.parentId === node.id);
  const noted = notedUnits(openIn(tree), readable);
  return {
    round,
    roll: found(await rollOf(tx, roundId, node.id)),
    path: pathTo(tree, node),
    below,
    notes: await contextNotes(
      tx,
      roundId,
      [node, ...below].map(({ id }) => id).filter((id) => noted.has(id)),
    ),
  };
}

/** What an employee may see about the own leader. Not found when the round does not let employees see it, or asked nothing of them. */
export async function mineFor(tx: Tx, member: Member, roundId: string): Promise<{ round: RoundFacts; mine: OwnLeader }> {
  const round = await launchedRound(tx, roundId);
  if (!mayReadOwnLeader(round) || (await releaseOf(tx, roundId)) === null) throw new Problem('not_found');
  return { round, mine: found(await ownLeaderOf(tx, roundId, member.personId)) };
}

/** What was done to keep the answers of a round confidential, for those who look after it. */
export async function auditFor(
  tx: Tx,
  member: Member,
  roundId: string,
): Promise<{ round: RoundFacts; release: Release | null; refusal: { refusedAt: Date; leaks: number } | null }> {
  const round = await launchedRound(tx, roundId);
  if (!mayReadAudit(member)) throw new Problem('not_found');
  return { round, release: await releaseOf(tx, roundId), refusal: await refusalOf(tx, roundId) };
}

const openIn = (tree: RollNode[]): string[] => tree.filter((node) => node.state === 'open').map((node) => node.id);

async function launchedRound(tx: Tx, roundId: string): Promise<RoundFacts> {
  const round = found(await roundFacts(tx, roundId));
  if (round.status === 'draft') throw new Problem('not_found');
  return round;
}

async function reportEntries(tx: Tx, member: Member, roundId: string, readable: RoundLeader[]): Promise<ReportEntry[]> {
  if (readable.length === 0) return [];
  const { own } = await shownSubjects(tx, roundId);
  const nodes = await roundNodes(tx, roundId);
  const order = new Map(nodes.map((node, position) => [node.id, { position, name: node.name }]));
  return readable
    .toSorted((a, b) => (order.get(a.nodeId)?.position ?? 0) - (order.get(b.nodeId)?.position ?? 0))
    .map((leader) => ({
      leaderId: leader.id,
      nodeId: leader.nodeId,
      leads: unitsLed(leader),
      name: leader.name,
      title: leader.title,
      unit: order.get(leader.nodeId)?.name ?? '',
      own: leader.personId === member.personId,
      shown: own.has(leader.id),
    }));
}

function pathTo(tree: RollNode[], node: RollNode): RollNode[] {
  const known = new Map(tree.map((one) => [one.id, one]));
  const path: RollNode[] = [];
  for (let above = known.get(node.parentId ?? ''); above !== undefined; above = known.get(above.parentId ?? ''))
    path.unshift(above);
  return path;
}
