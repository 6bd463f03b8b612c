import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { now } from '#base/time.ts';
import { inTenant, organisationOf } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { statementsOf } from '../../read.server.ts';
import { mayHoldHearings } from '../policy.ts';
import { lockHearing, recordHearing } from '../write.server.ts';

/** Publishes the hearing note to everybody in the organisation, with the wording the hearing has led to. */
export async function publishNote(member: Member, hearingId: string): Promise<void> {
  if (!mayHoldHearings(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    const hearing = await lockHearing(tx, hearingId);
    if (hearing.publishedAt !== null) return;
    if (hearing.treatedAt === null) throw new Problem('conflict', m.hearing_problem_not_treated());
    await tx
      .insertInto('hearing_notes')
      .values({
        organisation_id: await organisationOf(tx),
        hearing_id: hearingId,
        wording: JSON.stringify(await statementsOf(tx, hearing.versionId)),
        published_by_name: member.name,
        published_at: now(),
      })
      .execute();
    await recordHearing(tx, member, 'hearing.note_published', hearing);
  });
}
