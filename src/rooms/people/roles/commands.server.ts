import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { inTenant } from '#database/tenant.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayArrangeOrganisation } from '../policy.ts';
import type { Member } from '../proof.server.ts';
import type { AssignedRole } from '../schema.ts';
import { assignRoles, lockOrganisation } from '../write.server.ts';
import { roleHolders, rolesOfPerson } from './read.server.ts';

/** Gives a person exactly these roles. Somebody must always be left with HR's. */
export async function saveRoles(member: Member, personId: string, roles: AssignedRole[]): Promise<void> {
  if (!mayArrangeOrganisation(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    await lockOrganisation(tx);
    const person = found(await rolesOfPerson(tx, personId));
    const hr = (await roleHolders(tx)).filter((holder) => holder.roles.includes('hr') && !holder.resting);
    if (!roles.includes('hr') && hr.length === 1 && hr[0]?.personId === personId)
      throw new Problem('invalid', m.people_roles_last_hr(), { roles: m.people_roles_last_hr() });
    const removed = person.roles.filter((role) => !roles.includes(role));
    const added = roles.filter((role) => !person.roles.includes(role));
    if (removed.length + added.length === 0) return;
    if (removed.length > 0)
      await tx.deleteFrom('role_assignments').where('person_id', '=', personId).where('role', 'in', removed).execute();
    await assignRoles(
      tx,
      added.map((role) => ({ personId, role })),
    );
    const name = `${person.name}: ${roles.join(', ') || '–'}`;
    await record(
      tx,
      { personId: member.personId, name: member.name },
      { action: 'roles.changed', object: { kind: 'person', id: personId, name }, about: personId },
    );
  });
}
