import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { openContext, writeContext } from '#rooms/results/context/commands.server.ts';
import { ContextInput, LONGEST_NOTE } from '#rooms/results/context/schema.ts';
import { keeping, textOf } from '../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const { round, leaderId, unit, note, released } = await openContext(member, event.params.round, event.params.node);
  return {
    title: round.title,
    leaderId,
    unit,
    note,
    released,
    home: `/${event.params.organisation}/rounds/${round.id}`,
    done: event.url.searchParams.get('done'),
  };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const { round, node, organisation } = event.params;
      const input = v.safeParse(ContextInput, { text: textOf(form, 'text'), seen: textOf(form, 'seen') });
      if (!input.success)
        throw new Problem('invalid', m.context_problem_form(), { text: m.context_problem_long({ most: LONGEST_NOTE }) });
      await writeContext(member, round, node, input.output);
      redirect(303, `/${organisation}/rounds/${round}/context/${node}?done=${input.output.text === '' ? 'back' : 'saved'}`);
    });
  }),
} satisfies Actions;
