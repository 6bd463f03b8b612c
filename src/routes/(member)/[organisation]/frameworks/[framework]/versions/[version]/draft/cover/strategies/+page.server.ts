import { redirect } from '@sveltejs/kit';
import { found, Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { saveWholeStrategies } from '#rooms/frameworks/strategies/version/commands.server.ts';
import { readVersionStrategies } from '#rooms/frameworks/strategies/version/read.server.ts';
import { keeping, textOf, textsOf } from '../../../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    page: found(await member.read((tx) => readVersionStrategies(tx, event.params))),
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
    saved: event.url.searchParams.has('done'),
  };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const input = { strategies: textsOf(form, 'strategies'), seen: textOf(form, 'seen') };
      await saveWholeStrategies(member, event.params.version, input);
      redirect(303, `${event.url.pathname}?done=saved`);
    });
  }),
} satisfies Actions;
