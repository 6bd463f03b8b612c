import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { roundFacts, roundLeaders, roundNodes } from '#rooms/rounds/read.server.ts';
import { releaseOf } from '../read.server.ts';
import { mayWriteContext } from './policy.ts';
import { noteOf, unitsLed } from './rules.ts';
import type { ContextNote, WritableNote } from './schema.ts';

/** The notes of these units of a round, in the order of the tree. Says nothing about who may read them. */
export async function contextNotes(tx: Tx, roundId: string, nodeIds: Iterable<string>): Promise<ContextNote[]> {
  const wanted = [...new Set(nodeIds)].filter((id) => isId(id));
  if (!isId(roundId) || wanted.length === 0) return [];
  const rows = await tx
    .selectFrom('context_notes')
    .select(['node_id', 'number', 'text', 'written_by_name', 'written_at'])
    .where('round_id', '=', roundId)
    .where('node_id', 'in', wanted)
    .orderBy('number')
    .execute();
  if (rows.length === 0) return [];
  const frozenAt = (await releaseOf(tx, roundId))?.frozenAt ?? null;
  const written = Map.groupBy(rows, (row) => row.node_id);
  return (await roundNodes(tx, roundId)).flatMap((node) => {
    const wordings = (written.get(node.id) ?? []).map((row) => ({
      number: row.number,
      text: row.text,
      writtenBy: row.written_by_name,
      writtenAt: row.written_at,
    }));
    return noteOf({ nodeId: node.id, unit: node.name }, wordings, frozenAt) ?? [];
  });
}

/** Which of these units have a note, without its words. */
export async function unitsWithNotes(tx: Tx, roundId: string, nodeIds: Iterable<string>): Promise<string[]> {
  const wanted = new Set(nodeIds);
  if (!isId(roundId) || wanted.size === 0) return [];
  const rows = await tx
    .selectFrom('context_notes')
    .select('node_id')
    .distinctOn('node_id')
    .where('round_id', '=', roundId)
    .orderBy('node_id')
    .execute();
  return rows.map((row) => row.node_id).filter((id) => wanted.has(id));
}

/** The units a member may write about in a round, as the leader they had at launch. */
export async function writableNotes(tx: Tx, member: Member, roundId: string): Promise<WritableNote[]> {
  const round = await roundFacts(tx, roundId);
  const leader = (await roundLeaders(tx, roundId)).find((one) => one.personId === member.personId);
  if (round === null || leader === undefined || !mayWriteContext(member, leader, round)) return [];
  const led = new Set(unitsLed(leader));
  const written = new Set(await unitsWithNotes(tx, roundId, led));
  return (await roundNodes(tx, roundId))
    .filter((node) => led.has(node.id))
    .map(({ id, name }) => ({ roundId, roundTitle: round.title, nodeId: id, unit: name, written: written.has(id) }));
}

/** What a person has written in notes, for the person's own copy. */
export async function aboutMe(
  tx: Tx,
  personId: string,
): Promise<{ round: string; unit: string; text: string; writtenAt: Date }[]> {
  return tx
    .selectFrom('context_notes as c')
    .innerJoin('rounds as r', (join) =>
      join.onRef('r.organisation_id', '=', 'c.organisation_id').onRef('r.id', '=', 'c.round_id'),
    )
    .innerJoin('round_nodes as n', (join) =>
      join
        .onRef('n.organisation_id', '=', 'c.organisation_id')
        .onRef('n.round_id', '=', 'c.round_id')
        .onRef('n.id', '=', 'c.node_id'),
    )
    .select(['r.title as round', 'n.name as unit', 'c.text', 'c.written_at as writtenAt'])
    .where('c.written_by', '=', personId)
    .orderBy('c.written_at')
    .execute();
}
