import { sql } from 'kysely';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { roundFacts, roundLeaders, roundNodes } from '#rooms/rounds/read.server.ts';
import type { RoundFacts } from '#rooms/rounds/schema.ts';
import { record } from '#rooms/trail/write.server.ts';
import { releaseOf } from '../read.server.ts';
import { mayWriteContext } from './policy.ts';
import { contextNotes } from './read.server.ts';
import { unitsLed } from './rules.ts';
import type { ContextInput, ContextNote } from './schema.ts';
import { addWording } from './write.server.ts';

/** What the writer of a note needs: the unit, what is written, and whether there are results already. */
export type ContextDesk = {
  round: RoundFacts;
  leaderId: string;
  unit: { id: string; name: string };
  note: ContextNote | null;
  released: boolean;
};

/** The desk of a unit's own leader. To anybody else it does not exist. */
export async function openContext(member: Member, roundId: string, nodeId: string): Promise<ContextDesk> {
  return member.read((tx) => deskOf(tx, member, roundId, nodeId));
}

/**
 * Writes what was special in a unit. Until there are results only its writer can read it, and a new wording takes the place of the old;
 * after that every wording stays. An empty text takes the note back. Refused when it was changed since the writer read it.
 */
export async function writeContext(member: Member, roundId: string, nodeId: string, input: ContextInput): Promise<void> {
  await inTenant(member, async (tx) => {
    await deskOf(tx, member, roundId, nodeId);
    await lockNote(tx, roundId, nodeId);
    const { round, unit, note, released } = await deskOf(tx, member, roundId, nodeId);
    const current = note?.current ?? null;
    if ((current?.number ?? 0) !== input.seen) throw new Problem('conflict', m.context_problem_changed());
    if ((current?.text ?? '') === input.text) {
      if (input.text === '') throw new Problem('invalid', m.context_problem_form(), { text: m.context_problem_empty() });
      return;
    }
    if (!released) await dropWordings(tx, roundId, nodeId);
    if (released || input.text !== '')
      await addWording(
        tx,
        { roundId, nodeId },
        { number: (current?.number ?? 0) + 1, text: input.text, writtenBy: member.name, personId: member.personId },
      );
    await record(tx, member, {
      action: 'context.written',
      object: { kind: 'round', id: round.id, name: `${unit.name}, ${round.title}` },
    });
  });
}

async function deskOf(tx: Tx, member: Member, roundId: string, nodeId: string): Promise<ContextDesk> {
  const round = found(await roundFacts(tx, roundId));
  const leader = found((await roundLeaders(tx, roundId)).find((one) => one.personId === member.personId));
  if (!mayWriteContext(member, leader, round) || !unitsLed(leader).includes(nodeId)) throw new Problem('not_found');
  const unit = found((await roundNodes(tx, roundId)).find((node) => node.id === nodeId));
  return {
    round,
    leaderId: leader.id,
    unit: { id: unit.id, name: unit.name },
    note: (await contextNotes(tx, roundId, [nodeId]))[0] ?? null,
    released: (await releaseOf(tx, roundId)) !== null,
  };
}

/** Two windows of one leader take turns, also about a note that is not there yet. */
async function lockNote(tx: Tx, roundId: string, nodeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${roundId} ${nodeId}`}, 0))`.execute(tx);
}

async function dropWordings(tx: Tx, roundId: string, nodeId: string): Promise<void> {
  await tx.deleteFrom('context_notes').where('round_id', '=', roundId).where('node_id', '=', nodeId).execute();
}
