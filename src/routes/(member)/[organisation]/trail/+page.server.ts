import { asMember } from '#gate/gate.server.ts';
import { maySeeWorkOfAll } from '#rooms/trail/policy.ts';
import { actionChoices, trailFor } from '#rooms/trail/read.server.ts';
import type { PageServerLoadEvent } from './$types';

const PAGE_SIZE = 50;

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const query = event.url.searchParams;
  const filter = { search: (query.get('q') ?? '').trim().slice(0, 100), action: query.get('action') ?? '' };
  const page = Math.max(1, Math.min(100_000, Number(query.get('page')) || 1));
  const workOfAll = maySeeWorkOfAll(member);
  const { entries, total } = await member.read((tx) =>
    trailFor(tx, { personId: member.personId, workOfAll }, filter, page, PAGE_SIZE),
  );
  return {
    home: `/${member.organisation.slug}`,
    entries,
    filter,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    workOfAll,
    isLeader: member.has('leader'),
    actions: actionChoices(workOfAll),
  };
});
