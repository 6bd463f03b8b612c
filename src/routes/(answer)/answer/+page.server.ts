import { fail, redirect } from '@sveltejs/kit';
import { asAnyoneAction } from '#gate/gate.server.ts';
import { enterByCode } from '#gate/respondent.server.ts';
import type { Actions, RequestEvent } from './$types';

export const actions = {
  default: asAnyoneAction(async (event: RequestEvent) => {
    const typed = String((await event.request.formData()).get('code') ?? '');
    const refusal = await enterByCode(event, typed);
    if (refusal !== null) return fail(refusal.status, { typed, error: refusal.message });
    redirect(303, '/answer/ballot');
  }),
} satisfies Actions;
