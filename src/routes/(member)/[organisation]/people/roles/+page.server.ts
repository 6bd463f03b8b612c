import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { mayArrangeOrganisation } from '#rooms/people/policy.ts';
import { roleHolders } from '#rooms/people/roles/read.server.ts';
import { findPersons } from '#rooms/people/units/read.server.ts';
import type { PageServerLoadEvent } from './$types';

const MOST_FOUND = 30;

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  found(mayArrangeOrganisation(member) || null);
  const search = (event.url.searchParams.get('q') ?? '').trim().slice(0, 100);
  return member.read(async (tx) => ({
    base: `/${member.organisation.slug}/people`,
    search,
    holders: await roleHolders(tx),
    persons: search === '' ? null : await findPersons(tx, search, MOST_FOUND),
    most: MOST_FOUND,
    saved: event.url.searchParams.get('saved'),
  }));
});
