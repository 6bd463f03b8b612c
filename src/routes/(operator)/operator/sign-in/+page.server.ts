import { redirect } from '@sveltejs/kit';
import { asAnyone, asAnyoneAction } from '#gate/gate.server.ts';
import { operatorMailsAreSent, sendOperatorLink } from '#gate/operator.server.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asAnyone(async (event: PageServerLoadEvent) => ({
  sent: event.url.searchParams.has('sent'),
  mailsAreSent: operatorMailsAreSent(),
}));

export const actions = {
  default: asAnyoneAction(async (event: RequestEvent) => {
    await sendOperatorLink(String((await event.request.formData()).get('email') ?? ''));
    redirect(303, '/operator/sign-in?sent');
  }),
} satisfies Actions;
