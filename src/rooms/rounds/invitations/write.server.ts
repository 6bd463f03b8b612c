import { found } from '#base/errors.ts';
import type { Tx } from '#database/tenant.ts';
import { postAll } from '#rooms/messages/write.server.ts';
import { roundFacts } from '../read.server.ts';
import { dutifulByMail, invitedByMail, mailFrame } from './read.server.ts';
import { confidentialMail, namedMail } from './rules.ts';

/** Writes to everybody who is asked and has a mail address, and to the leaders who answer with their name. */
export async function postInvitations(tx: Tx, roundId: string): Promise<void> {
  const round = found(await roundFacts(tx, roundId));
  const frame = await mailFrame(tx, roundId);
  const confidential = await invitedByMail(tx, roundId, 'all');
  const named = await dutifulByMail(tx, round, 'all');
  await postAll(tx, [
    ...confidential.map((invited) => confidentialMail('invitation', frame, invited)),
    ...named.map((dutiful) => namedMail('invitation', frame, dutiful)),
  ]);
}

/** Reminds those who have not answered; the last time everybody, in the same words. Gives how many got a mail about their leader. */
export async function postReminders(tx: Tx, roundId: string, last: boolean): Promise<number> {
  const round = found(await roundFacts(tx, roundId));
  const frame = await mailFrame(tx, roundId);
  const confidential = await invitedByMail(tx, roundId, last ? 'all' : 'not_issued');
  const named = await dutifulByMail(tx, round, 'unanswered');
  await postAll(tx, [
    ...confidential.map((invited) => confidentialMail('reminder', frame, invited, last)),
    ...named.map((dutiful) => namedMail('reminder', frame, dutiful)),
  ]);
  return confidential.length;
}
