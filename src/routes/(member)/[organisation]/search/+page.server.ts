import * as v from 'valibot';
import { asMember } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { SearchInput } from '#rooms/frameworks/search/schema.ts';
import { searchEverything } from '#rooms/plans/search/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const input = v.parse(SearchInput, Object.fromEntries(event.url.searchParams));
  const drafts = mayEditFrameworks(member);
  const found = await searchEverything(member, { ...input, drafts });
  return { ...found, input, home: `/${member.organisation.slug}` };
});
