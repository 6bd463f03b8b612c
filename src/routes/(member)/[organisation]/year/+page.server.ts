import { asMember } from '#gate/gate.server.ts';
import { yearPage } from '#rooms/plans/activities/year/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => ({
  ...(await member.read((tx) => yearPage(tx, member, event.url.searchParams.get('year')))),
  here: `/${member.organisation.slug}/year`,
  organisation: member.organisation.name,
  done: event.url.searchParams.get('done'),
}));
