import { redirect } from '@sveltejs/kit';
import { safeParse } from 'valibot';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { saveCoreTasks } from '#rooms/frameworks/cover/core-tasks/commands.server.ts';
import { readCoreTasks } from '#rooms/frameworks/cover/core-tasks/read.server.ts';
import { CoreTasksInput } from '#rooms/frameworks/cover/core-tasks/schema.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { keeping, textOf, textsOf } from '../../../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    page: found(await member.read((tx) => readCoreTasks(tx, event.params))),
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
    saved: event.url.searchParams.has('done'),
  };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const names = textsOf(form, 'name');
      const parsed = safeParse(CoreTasksInput, {
        tasks: textsOf(form, 'id').map((id, index) => ({ id, name: names[index] ?? '' })),
        sure: form.get('sure') !== null,
        seen: textOf(form, 'seen'),
      });
      if (!parsed.success) throw new Problem('invalid', m.frameworks_problem_long());
      await saveCoreTasks(member, event.params.version, parsed.output);
      redirect(303, `${event.url.pathname}?done=saved`);
    });
  }),
} satisfies Actions;
