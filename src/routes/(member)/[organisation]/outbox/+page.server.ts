import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { installation } from '#gate/installation.server.ts';
import { mayReadLetters, maySeeOutbox } from '#rooms/messages/policy.ts';
import { outbox } from '#rooms/messages/read.server.ts';
import type { PageServerLoadEvent } from './$types';

const PAGE_SIZE = 50;

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  found(maySeeOutbox(member) || null);
  const query = event.url.searchParams;
  const filter = { search: (query.get('q') ?? '').trim().slice(0, 100), state: query.get('state') ?? '' };
  const page = Math.max(1, Math.min(100_000, Number(query.get('page')) || 1));
  const { lines, total } = await member.read((tx) => outbox(tx, filter, page, PAGE_SIZE));
  return {
    base: `/${member.organisation.slug}/outbox`,
    lines,
    filter,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    mayRead: mayReadLetters(member, installation()),
    kept: installation().mailsAreKept,
  };
});
