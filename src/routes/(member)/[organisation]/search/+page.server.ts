import * as v from 'valibot';
import { asMember } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { searchComments } from '#rooms/frameworks/search/comments/read.server.ts';
import { searchFrameworks } from '#rooms/frameworks/search/read.server.ts';
import { SearchInput } from '#rooms/frameworks/search/schema.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const input = v.parse(SearchInput, Object.fromEntries(event.url.searchParams));
  const reader = { personId: member.personId, drafts: mayEditFrameworks(member) };
  const found = await member.read(async (tx) => ({
    result: await searchFrameworks(tx, input, reader),
    comments: await searchComments(tx, member, input),
  }));
  return { ...found, input, home: `/${member.organisation.slug}` };
});
