import { inTenant } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from './write.server.ts';

/** Writes down that a person took a copy of everything about themselves. */
export async function noteDownload(member: Member): Promise<void> {
  await inTenant(member, (tx) =>
    record(
      tx,
      { personId: member.personId, name: member.name },
      { action: 'person.downloaded', object: { kind: 'person', id: member.personId, name: member.name }, about: member.personId },
    ),
  );
}
