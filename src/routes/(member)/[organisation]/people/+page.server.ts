import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { mayArrangeOrganisation, maySeeOrganisation } from '#rooms/people/policy.ts';
import { findEmployees, findUnits, organisationTree } from '#rooms/people/units/read.server.ts';
import type { PageServerLoadEvent } from './$types';

const MOST_FOUND = 50;

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  found(maySeeOrganisation(member) || null);
  const search = (event.url.searchParams.get('q') ?? '').trim().slice(0, 100);
  return member.read(async (tx) => ({
    base: `/${member.organisation.slug}/people`,
    search,
    mayArrange: mayArrangeOrganisation(member),
    organisation: await organisationTree(tx),
    results:
      search === ''
        ? null
        : { employees: await findEmployees(tx, search, MOST_FOUND), units: await findUnits(tx, search, MOST_FOUND) },
  }));
});
