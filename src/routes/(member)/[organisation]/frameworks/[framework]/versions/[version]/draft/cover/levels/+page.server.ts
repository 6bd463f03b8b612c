import { redirect } from '@sveltejs/kit';
import { safeParse } from 'valibot';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { saveLevelRules } from '#rooms/frameworks/cover/level-rules/commands.server.ts';
import { readLevelRules } from '#rooms/frameworks/cover/level-rules/read.server.ts';
import { LevelRulesInput } from '#rooms/frameworks/cover/level-rules/schema.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { keeping, textOf, textsOf } from '../../../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    page: found(await member.read((tx) => readLevelRules(tx, event.params))),
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
    saved: event.url.searchParams.has('done'),
  };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const parsed = safeParse(LevelRulesInput, { rules: rulesFrom(form), seen: textOf(form, 'seen') });
      if (!parsed.success) throw new Problem('invalid', m.frameworks_problem_long());
      await saveLevelRules(member, event.params.version, parsed.output);
      redirect(303, `${event.url.pathname}?done=saved`);
    });
  }),
} satisfies Actions;

function rulesFrom(form: FormData): unknown[] {
  return textsOf(form, 'level').map((level) => ({
    level,
    definition: textOf(form, `definition-${level}`),
    refersTo: textOf(form, `refersTo-${level}`),
    transition: textOf(form, `transition-${level}`),
    positions: textsOf(form, `positions-${level}`),
  }));
}
