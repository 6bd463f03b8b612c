import { organisationOf, type Tx } from '#database/tenant.ts';
import { enqueue } from '#jobs/enqueue.ts';
import { announce } from '../manifest/write.server.ts';
import { takeSnapshot } from '../snapshot/write.server.ts';

/** Launches a round: freezes who is asked about whom, tells the urn, and leaves the keys and invitations to the worker. */
export async function startLaunch(tx: Tx, roundId: string, { by }: { by: string }): Promise<void> {
  const organisation = await organisationOf(tx);
  await takeSnapshot(tx, roundId);
  await tx.insertInto('round_launches').values({ organisation_id: organisation, round_id: roundId, launched_by: by }).execute();
  await announce(tx, roundId);
  await enqueue(tx, 'rounds.prepare', { organisation, round: roundId }, { singletonKey: roundId });
}

/** A finished round of an invented organisation, after its snapshot is written: launched and over, without keys and without an urn. */
export async function recordFinished(
  tx: Tx,
  roundId: string,
  times: { by: string; launchedAt: Date; closedAt: Date },
): Promise<void> {
  const organisation = await organisationOf(tx);
  await tx.updateTable('rounds').set({ closes_at: times.closedAt }).where('id', '=', roundId).execute();
  await tx
    .insertInto('round_launches')
    .values({
      organisation_id: organisation,
      round_id: roundId,
      launched_by: times.by,
      requested_at: times.launchedAt,
      ready_at: times.launchedAt,
    })
    .execute();
}
