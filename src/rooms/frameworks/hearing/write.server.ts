import { isId } from '#base/ids.ts';
import { found } from '#base/errors.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import type { TrailAction } from '#rooms/trail/schema.ts';
import { hearingFacts } from './read.server.ts';
import type { HearingFacts } from './schema.ts';

/** Takes a hearing for this transaction, so that what is done to it is done one after the other. */
export async function lockHearing(tx: Tx, hearingId: string): Promise<HearingFacts> {
  if (isId(hearingId)) await tx.selectFrom('hearings').select('id').where('id', '=', hearingId).forUpdate().execute();
  return found(await hearingFacts(tx, hearingId));
}

/** Writes down what somebody did with a hearing. Never called for what an employee says in confidence. */
export async function recordHearing(
  tx: Tx,
  member: Member,
  action: Extract<TrailAction, `hearing.${string}`>,
  hearing: { id: string; title: string },
): Promise<void> {
  await record(
    tx,
    { personId: member.personId, name: member.name },
    { action, object: { kind: 'hearing', id: hearing.id, name: hearing.title } },
  );
}
