import { asMember } from '#gate/gate.server.ts';
import { goalList } from '#rooms/plans/goals/list/read.server.ts';
import { GOAL_STATES, PERSPECTIVES, SORTS } from '#rooms/plans/goals/schema.ts';
import type { PageServerLoadEvent } from './$types';

const SIZE = 50;

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const asked = event.url.searchParams;
  const filter = {
    search: (asked.get('q') ?? '').trim().slice(0, 100),
    perspective: PERSPECTIVES.find((one) => one === asked.get('perspective')) ?? ('' as const),
    state: ([...GOAL_STATES, 'open'] as const).find((one) => one === asked.get('state')) ?? ('' as const),
    unit: asked.get('unit') ?? '',
  };
  const sort = SORTS.find((one) => one === asked.get('sort')) ?? 'title';
  const descending = asked.get('order') === 'down';
  const page = Math.max(1, Math.min(10_000, Math.trunc(Number(asked.get('page'))) || 1));
  const list = await member.read((tx) => goalList(tx, member, { filter, sort, descending, page, size: SIZE }));
  return {
    list,
    filter,
    sort,
    descending,
    page,
    pages: Math.max(1, Math.ceil(list.total / SIZE)),
    base: `/${member.organisation.slug}/goals`,
    done: asked.get('done'),
  };
});
