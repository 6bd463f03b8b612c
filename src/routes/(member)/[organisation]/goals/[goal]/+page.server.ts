import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { goalPage } from '#rooms/plans/goals/page/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => ({
  page: found(await member.read((tx) => goalPage(tx, member, event.params.goal))),
  list: `/${member.organisation.slug}/goals`,
  done: event.url.searchParams.get('done'),
}));
