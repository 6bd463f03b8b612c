import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { inTenant } from '#database/tenant.ts';
import { enqueue } from '#jobs/enqueue.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayArrangeRounds } from '../policy.ts';
import { roundFacts } from '../read.server.ts';
import { readiness } from './read.server.ts';
import { startLaunch } from './write.server.ts';

/** Launches a round. Somebody who presses twice, or two people at once, launch it once. */
export async function launchRound(member: Member, roundId: string): Promise<void> {
  await inTenant(member, async (tx) => {
    if (!mayArrangeRounds(member)) throw new Problem('not_found');
    found(await roundFacts(tx, roundId));
    await tx.selectFrom('rounds').select('id').where('id', '=', roundId).forUpdate().execute();
    const round = found(await roundFacts(tx, roundId));
    if (round.status !== 'draft') return;
    const { obstacles } = await readiness(tx, round);
    if (obstacles.length > 0) throw new Problem('conflict', m.rounds_problem_not_ready());
    await startLaunch(tx, roundId, { by: member.personId });
    await record(tx, member, { action: 'round.launched', object: { kind: 'round', id: roundId, name: round.title } });
  });
}

/** Tries again to prepare a round whose preparation stopped. */
export async function retryPreparation(member: Member, roundId: string): Promise<void> {
  await inTenant(member, async (tx) => {
    if (!mayArrangeRounds(member)) throw new Problem('not_found');
    const round = found(await roundFacts(tx, roundId));
    if (round.status !== 'preparing') return;
    await tx.updateTable('round_launches').set({ failure: null }).where('round_id', '=', roundId).execute();
    await enqueue(
      tx,
      'rounds.prepare',
      { organisation: member.organisation.id, round: roundId },
      { singletonKey: `${roundId} again` },
    );
  });
}
