import { asMember } from '#gate/gate.server.ts';
import { aboutHearing } from '#rooms/frameworks/hearing/about/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => ({
  ...(await member.read((tx) => aboutHearing(tx, member, event.params.hearing))),
  done: event.url.searchParams.get('done'),
}));
