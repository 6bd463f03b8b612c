import { redirect } from '@sveltejs/kit';
import { asAnyone, asAnyoneAction } from '#gate/gate.server.ts';
import { enterByLink, invitationIsKnown } from '#gate/respondent.server.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asAnyone(async (event: PageServerLoadEvent) => ({ known: await invitationIsKnown(event.params.link) }));

export const actions = {
  default: asAnyoneAction(async (event: RequestEvent) => {
    await enterByLink(event, event.params.link);
    redirect(303, '/answer/ballot');
  }),
} satisfies Actions;
