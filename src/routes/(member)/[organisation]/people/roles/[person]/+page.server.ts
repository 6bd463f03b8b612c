import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { mayArrangeOrganisation } from '#rooms/people/policy.ts';
import { saveRoles } from '#rooms/people/roles/commands.server.ts';
import { rolesOfPerson } from '#rooms/people/roles/read.server.ts';
import { ASSIGNED_ROLES } from '#rooms/people/schema.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  found(mayArrangeOrganisation(member) || null);
  return {
    base: `/${member.organisation.slug}/people`,
    person: found(await member.read((tx) => rolesOfPerson(tx, event.params.person))),
  };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const chosen = (await event.request.formData()).getAll('roles');
    await saveRoles(
      member,
      event.params.person,
      ASSIGNED_ROLES.filter((role) => chosen.includes(role)),
    );
    redirect(303, `/${member.organisation.slug}/people/roles?saved=${event.params.person}`);
  }),
} satisfies Actions;
