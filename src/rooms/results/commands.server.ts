import { found, Problem } from '#base/errors.ts';
import { inTenant } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { roundFacts } from '#rooms/rounds/read.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayReadReport } from './policy.ts';
import { releaseOf } from './read.server.ts';
import { reportOf, type Report } from './report/read.server.ts';

/**
 * Opens a leader's report. Everybody but the leader leaves a trail that the leader can read: who read it, and when.
 * What the reader has no right to is not found, exactly like what does not exist.
 */
export async function openReport(
  member: Member,
  roundId: string,
  leaderId: string,
  as: 'read' | 'downloaded' = 'read',
): Promise<{ report: Report; own: boolean }> {
  return inTenant(member, async (tx) => {
    const round = found(await roundFacts(tx, roundId));
    if ((await releaseOf(tx, roundId)) === null) throw new Problem('not_found');
    const report = found(await reportOf(tx, roundId, leaderId));
    if (!mayReadReport(member, { personId: report.leader.personId, superiorId: report.superiorId }, round))
      throw new Problem('not_found');
    const own = report.leader.personId === member.personId;
    if (!own) {
      const object = { kind: 'report', id: leaderId, name: `${report.leader.name}, ${round.title}` };
      await record(
        tx,
        { personId: member.personId, name: member.name },
        { action: as === 'read' ? 'report.read' : 'report.downloaded', object, about: report.leader.personId },
      );
    }
    return { report, own };
  });
}
