import { redirect } from '@sveltejs/kit';
import { found, Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { deleteStrategy, saveStrategy } from '#rooms/frameworks/strategies/commands.server.ts';
import { readStrategyEditor } from '#rooms/frameworks/strategies/read.server.ts';
import { keeping } from '../../typed.ts';
import { strategyFrom } from '../strategy-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  return {
    ...found(await member.read((tx) => readStrategyEditor(tx, event.params.strategy))),
    list: `/${member.organisation.slug}/frameworks`,
  };
});

export const actions = {
  save: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await saveStrategy(member, event.params.strategy, strategyFrom(form));
      redirect(303, `/${member.organisation.slug}/frameworks/strategies?done=saved`);
    });
  }),
  remove: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await deleteStrategy(member, event.params.strategy);
      redirect(303, `/${member.organisation.slug}/frameworks/strategies?done=deleted`);
    });
  }),
} satisfies Actions;
