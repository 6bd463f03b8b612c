import { redirect } from '@sveltejs/kit';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { publishNote } from '#rooms/frameworks/hearing/note/commands.server.ts';
import { noteFor } from '#rooms/frameworks/hearing/note/read.server.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => ({
  ...(await member.read((tx) => noteFor(tx, member, event.params.hearing))),
  done: event.url.searchParams.get('done'),
}));

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    await publishNote(member, event.params.hearing);
    redirect(303, `${event.url.pathname}?done=published`);
  }),
} satisfies Actions;
