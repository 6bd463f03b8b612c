import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { daysAfter, now } from '#base/time.ts';
import { inTenant, type Tenant, type Tx } from '#database/tenant.ts';
import { enqueue } from '#jobs/enqueue.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { closeEarly, extendClosing } from '../manifest/write.server.ts';
import { mayArrangeRounds } from '../policy.ts';
import { roundFacts } from '../read.server.ts';
import type { RoundFacts } from '../schema.ts';
import { destroyKeys } from '../tokens/write.server.ts';
import { canClose, canExtend } from './rules.ts';
import type { ClosureInput } from './schema.ts';

const KEEPS_INVITATIONS_DAYS = 30;
/** What an invitation keeps after that: who was asked about whom, and neither ways in nor whether it was used. */
const FORGOTTEN = { link_hash: null, code_hash: null, email: null, issued: false };

/** Closes a round before its time, for good. */
export async function closeRound(member: Member, roundId: string, input: ClosureInput): Promise<void> {
  await inTenant(member, async (tx) => {
    const round = await lockLaunched(tx, member, roundId);
    if (!canClose(round)) throw new Problem('closed', m.rounds_problem_not_open());
    await closeEarly(tx, roundId, input.reason);
    await record(tx, member, { action: 'round.closed', object: { kind: 'round', id: roundId, name: round.title } });
    await enqueue(tx, 'rounds.close', { organisation: member.organisation.id, round: roundId });
  });
}

/** Moves the closing to a later moment, once. */
export async function extendRound(member: Member, roundId: string, closesAt: Date): Promise<void> {
  await inTenant(member, async (tx) => {
    const round = await lockLaunched(tx, member, roundId);
    if (!canExtend(round))
      throw new Problem('closed', round.extended ? m.rounds_problem_extended() : m.rounds_problem_not_open());
    if (round.closesAt !== null && closesAt <= round.closesAt)
      throw new Problem('invalid', '', { closes: m.rounds_problem_not_later() });
    await extendClosing(tx, roundId, closesAt);
    await record(tx, member, { action: 'round.extended', object: { kind: 'round', id: roundId, name: round.title } });
  });
}

/** After closing: the groups' private keys and all that could lead from an invitation to a ballot are wiped; later the ways in and who took part. */
export async function sealRound(tenant: Tenant, roundId: string): Promise<void> {
  await tenant.transaction(async (tx) => {
    const round = await roundFacts(tx, roundId);
    if (round === null || round.closedAt === null) return;
    await destroyKeys(tx, roundId);
    if (daysAfter(round.closedAt, KEEPS_INVITATIONS_DAYS) <= now())
      await tx.updateTable('round_raters').set(FORGOTTEN).where('round_id', '=', roundId).execute();
  });
}

/** Whether a closed round still holds something that is to be wiped by now. */
export async function needsSealing(tx: Tx, round: RoundFacts): Promise<boolean> {
  if (round.closedAt === null) return false;
  const keys = await tx
    .selectFrom('round_keys')
    .select('group_id')
    .where('round_id', '=', round.id)
    .where('sealed_private_key', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (keys !== undefined) return true;
  if (daysAfter(round.closedAt, KEEPS_INVITATIONS_DAYS) > now()) return false;
  const ways = await tx
    .selectFrom('round_raters')
    .select('id')
    .where('round_id', '=', round.id)
    .where('link_hash', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return ways !== undefined;
}

/** The launched round, held so that two people cannot close and move it at the same moment. */
async function lockLaunched(tx: Tx, member: Member, roundId: string): Promise<RoundFacts> {
  if (!mayArrangeRounds(member)) throw new Problem('not_found');
  found(await roundFacts(tx, roundId));
  await tx.selectFrom('round_launches').select('round_id').where('round_id', '=', roundId).forUpdate().execute();
  return found(await roundFacts(tx, roundId));
}
