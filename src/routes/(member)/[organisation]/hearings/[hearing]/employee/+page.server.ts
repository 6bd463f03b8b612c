import { asMember } from '#gate/gate.server.ts';
import { ownSheet } from '#rooms/frameworks/hearing/confidential/commands.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => ({
  ...(await ownSheet(member, event.params.hearing)),
  done: event.url.searchParams.get('done'),
}));
