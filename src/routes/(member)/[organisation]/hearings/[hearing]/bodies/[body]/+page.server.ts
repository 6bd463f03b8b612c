import { redirect } from '@sveltejs/kit';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { sendReply, takeBackReply } from '#rooms/frameworks/hearing/bodies/commands.server.ts';
import { bodySheet } from '#rooms/frameworks/hearing/bodies/read.server.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => ({
  ...(await member.read((tx) => bodySheet(tx, member, event.params))),
  done: event.url.searchParams.get('done'),
}));

const atOf = ({ params }: RequestEvent) => ({ hearingId: params.hearing, bodyId: params.body });

export const actions = {
  send: asMemberAction(async (member, event: RequestEvent) => {
    await sendReply(member, atOf(event));
    redirect(303, `${event.url.pathname}?done=sent`);
  }),
  take_back: asMemberAction(async (member, event: RequestEvent) => {
    await takeBackReply(member, atOf(event));
    redirect(303, `${event.url.pathname}?done=taken_back`);
  }),
} satisfies Actions;
