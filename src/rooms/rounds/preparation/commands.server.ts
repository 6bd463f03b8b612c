import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { now } from '#base/time.ts';
import type { Tenant, Tx } from '#database/tenant.ts';
import { record } from '#rooms/trail/write.server.ts';
import { postInvitations } from '../invitations/write.server.ts';
import { signManifest } from '../manifest/write.server.ts';
import { roundFacts } from '../read.server.ts';
import { makeGroupKeys, waitForUrnKeys } from '../tokens/commands.server.ts';

/**
 * Makes a launched round ready: a key per group, the urn's keys, the signed manifest, the invitations. Whatever interrupts it, it goes
 * on where it stopped, and what went wrong stands on the round's page until it is tried again.
 */
export async function prepareRound(tenant: Tenant, roundId: string, urnPatience = 20): Promise<void> {
  const round = await tenant.transaction((tx) => roundFacts(tx, roundId));
  if (round === null || round.status !== 'preparing') return;
  try {
    await makeGroupKeys(tenant, roundId);
    if (!(await waitForUrnKeys(tenant, roundId, urnPatience))) throw new Problem('busy', 'urn');
    await tenant.transaction((tx) => open(tx, roundId));
  } catch (error) {
    const failure = error instanceof Problem && error.message === 'urn' ? 'urn' : 'unexpected';
    await tenant.transaction((tx) =>
      tx.updateTable('round_launches').set({ failure }).where('round_id', '=', roundId).where('ready_at', 'is', null).execute(),
    );
    throw error;
  }
}

/** Opens the round: manifest, invitations and readiness are one, so that nobody is invited twice or to nothing. */
async function open(tx: Tx, roundId: string): Promise<void> {
  const launch = await tx
    .selectFrom('round_launches')
    .select('ready_at')
    .where('round_id', '=', roundId)
    .forUpdate()
    .executeTakeFirst();
  if (launch === undefined || launch.ready_at !== null) return;
  await signManifest(tx, roundId);
  await postInvitations(tx, roundId);
  await tx.updateTable('round_launches').set({ ready_at: now(), failure: null }).where('round_id', '=', roundId).execute();
  const round = await roundFacts(tx, roundId);
  await record(
    tx,
    { personId: null, name: m.base_product() },
    { action: 'round.ready', object: { kind: 'round', id: roundId, name: round?.title ?? '' } },
  );
}
