import { found, Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { now } from '#base/time.ts';
import { inTenant, type Tenant } from '#database/tenant.ts';
import { enqueue } from '#jobs/enqueue.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { postReminders } from '../invitations/write.server.ts';
import { mayArrangeRounds } from '../policy.ts';
import { roundFacts } from '../read.server.ts';
import { remindersOf } from './read.server.ts';
import { inFives, isLastReminder, mayRemindNow } from './rules.ts';

/** Asks for a reminder. Who gets it is found by the job, and told to nobody. */
export async function remindRound(member: Member, roundId: string): Promise<void> {
  await inTenant(member, async (tx) => {
    if (!mayArrangeRounds(member)) throw new Problem('not_found');
    found(await roundFacts(tx, roundId));
    await tx.selectFrom('round_launches').select('round_id').where('round_id', '=', roundId).forUpdate().execute();
    const round = found(await roundFacts(tx, roundId));
    const [newest] = await remindersOf(tx, roundId);
    const answer = mayRemindNow(round, newest?.askedAt ?? null, now());
    if (answer === 'not_open') throw new Problem('closed', m.rounds_problem_not_open());
    if (answer === 'too_soon') throw new Problem('conflict', m.rounds_problem_reminded_today());
    const organisation = member.organisation.id;
    const reminder = newId();
    await tx
      .insertInto('round_reminders')
      .values({
        organisation_id: organisation,
        round_id: roundId,
        id: reminder,
        asked_by: member.personId,
        asked_at: now(),
        last: isLastReminder(round, now()),
      })
      .execute();
    await record(tx, member, { action: 'round.reminded', object: { kind: 'round', id: roundId, name: round.title } });
    await enqueue(tx, 'rounds.remind', { organisation, round: roundId, reminder });
  });
}

/** Sends a reminder that was asked for, once; and writes down how many got it, rounded down to fives. */
export async function sendReminder(tenant: Tenant, roundId: string, reminderId: string): Promise<void> {
  await tenant.transaction(async (tx) => {
    const row = await tx
      .selectFrom('round_reminders')
      .select(['done_at', 'last'])
      .where('round_id', '=', roundId)
      .where('id', '=', reminderId)
      .forUpdate()
      .executeTakeFirst();
    const round = await roundFacts(tx, roundId);
    if (row === undefined || round === null || row.done_at !== null || round.status !== 'open') return;
    const sent = inFives(await postReminders(tx, roundId, row.last));
    await tx
      .updateTable('round_reminders')
      .set({ done_at: now(), sent })
      .where('round_id', '=', roundId)
      .where('id', '=', reminderId)
      .execute();
    await record(
      tx,
      { personId: null, name: m.base_product() },
      {
        action: 'round.reminded',
        object: { kind: 'round', id: roundId, name: m.rounds_trail_reminded({ round: round.title, count: sent }) },
      },
    );
  });
}
