import { redirect } from '@sveltejs/kit';
import { asAnyone, asAnyoneAction } from '#gate/gate.server.ts';
import { linkIsLive, spendLink } from '#gate/sign-in.server.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asAnyone(async (event: PageServerLoadEvent) => ({ live: await linkIsLive(event.params.link) }));

export const actions = {
  default: asAnyoneAction(async (event: RequestEvent) => {
    redirect(303, `/${await spendLink(event, event.params.link)}`);
  }),
} satisfies Actions;
