import { redirect } from '@sveltejs/kit';
import { safeParse } from 'valibot';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { saveDuties } from '#rooms/frameworks/cover/duties/commands.server.ts';
import { readDutiesPage } from '#rooms/frameworks/cover/duties/read.server.ts';
import { DutiesInput } from '#rooms/frameworks/cover/duties/schema.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { keeping, textOf, textsOf } from '../../../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    page: found(await member.read((tx) => readDutiesPage(tx, event.params))),
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
    saved: event.url.searchParams.has('done'),
  };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const parsed = safeParse(DutiesInput, { duties: dutiesFrom(form), seen: textOf(form, 'seen') });
      if (!parsed.success) throw new Problem('invalid', m.frameworks_problem_long());
      await saveDuties(member, event.params.version, parsed.output);
      redirect(303, `${event.url.pathname}?done=saved`);
    });
  }),
} satisfies Actions;

function dutiesFrom(form: FormData): unknown[] {
  const levels = textsOf(form, 'level');
  return textsOf(form, 'duty').map((id, row) => ({
    id,
    task: textOf(form, `task-${row}`),
    parts: levels.map((level) => ({
      level,
      part: textOf(form, `part-${row}-${level}`),
      who: textOf(form, `who-${row}-${level}`),
    })),
  }));
}
