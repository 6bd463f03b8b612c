import { redirect } from '@sveltejs/kit';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { closeHearing, extendHearing } from '#rooms/frameworks/hearing/deadline/commands.server.ts';
import { deadlineDesk } from '#rooms/frameworks/hearing/deadline/read.server.ts';
import { closingFrom, failedClosing } from '../../closing-form.ts';
import { keeping, textOf } from '../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => ({
  ...(await member.read((tx) => deadlineDesk(tx, member, event.params.hearing))),
  done: event.url.searchParams.get('done'),
}));

export const actions = {
  extend: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    const closing = closingFrom(form);
    if (!closing.ok) return failedClosing(form, closing);
    return keeping(form, async () => {
      await extendHearing(member, event.params.hearing, closing.moment, textOf(form, 'extend_reason'));
      redirect(303, `${event.url.pathname}?done=extended`);
    });
  }),
  close: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await closeHearing(member, event.params.hearing, textOf(form, 'reason'));
      redirect(303, `${event.url.pathname}?done=closed`);
    });
  }),
} satisfies Actions;
