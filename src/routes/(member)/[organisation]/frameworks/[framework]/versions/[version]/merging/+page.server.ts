import { redirect } from '@sveltejs/kit';
import { found, Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { decidePair } from '#rooms/frameworks/merging/commands.server.ts';
import { mergeDesk } from '#rooms/frameworks/merging/read.server.ts';
import { PairInput } from '#rooms/frameworks/merging/schema.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { parsed } from '../../../../parsed.ts';
import { keeping, textOf } from '../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const desk = found(await member.read((tx) => mergeDesk(tx, event.params.version)));
  if (desk.head.frameworkId !== event.params.framework) throw new Problem('not_found');
  const list = `/${member.organisation.slug}/frameworks`;
  return { desk, list, base: `${list}/${event.params.framework}`, done: event.url.searchParams.get('done') };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const fields = Object.fromEntries(['pair', 'decision', 'title', 'text'].map((name) => [name, textOf(form, name)]));
      await decidePair(member, event.params.version, parsed(PairInput, fields));
      const { organisation, framework, version } = event.params;
      redirect(303, `/${organisation}/frameworks/${framework}/versions/${version}/merging?done=saved`);
    });
  }),
} satisfies Actions;
