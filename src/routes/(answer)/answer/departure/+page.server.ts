import { redirect } from '@sveltejs/kit';
import { asAnyone, asAnyoneAction } from '#gate/gate.server.ts';
import { leave } from '#gate/respondent.server.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asAnyone(async (event: PageServerLoadEvent) => ({ done: event.url.searchParams.has('done') }));

export const actions = {
  default: asAnyoneAction(async (event: RequestEvent) => {
    leave(event);
    redirect(303, '/answer/departure?done');
  }),
} satisfies Actions;
