import { redirect } from '@sveltejs/kit';
import { asAnyone, asAnyoneAction } from '#gate/gate.server.ts';
import { operatorLinkIsLive, spendOperatorLink } from '#gate/operator.server.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asAnyone(async (event: PageServerLoadEvent) => {
  const { live, first } = await operatorLinkIsLive(event.params.link);
  return { live: live && !first };
});

export const actions = {
  default: asAnyoneAction(async (event: RequestEvent) => {
    await spendOperatorLink(event, event.params.link);
    redirect(303, '/operator');
  }),
} satisfies Actions;
