import { redirect } from '@sveltejs/kit';
import { asAnyone, asAnyoneAction } from '#gate/gate.server.ts';
import { signOut } from '#gate/sign-in.server.ts';
import type { Actions, RequestEvent } from './$types';

export const load = asAnyone(() => Promise.resolve({}));

export const actions = {
  default: asAnyoneAction(async (event: RequestEvent) => {
    await signOut(event);
    redirect(303, '/sign-in');
  }),
} satisfies Actions;
