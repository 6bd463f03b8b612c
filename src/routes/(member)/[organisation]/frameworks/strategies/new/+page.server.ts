import { redirect } from '@sveltejs/kit';
import { Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { makeStrategy } from '#rooms/frameworks/strategies/commands.server.ts';
import { keeping } from '../../typed.ts';
import { strategyFrom } from '../strategy-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, _event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  return { list: `/${member.organisation.slug}/frameworks` };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await makeStrategy(member, strategyFrom(form));
      redirect(303, `/${member.organisation.slug}/frameworks/strategies?done=saved`);
    });
  }),
} satisfies Actions;
