import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { closeRound } from '#rooms/rounds/closing/commands.server.ts';
import { ClosureInput } from '#rooms/rounds/closing/schema.ts';
import { arrangedRound } from '#rooms/rounds/read.server.ts';
import { keeping, textOf } from '../../typed.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read(async (tx) => ({ round: await arrangedRound(tx, member, event.params.round) })),
);

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const input = v.safeParse(ClosureInput, { reason: textOf(form, 'reason'), understood: textOf(form, 'understood') });
      if (!input.success) {
        const wrong = input.issues.map((issue) => v.getDotPath(issue));
        throw new Problem('invalid', '', {
          ...(wrong.includes('reason') ? { reason: m.rounds_problem_reason() } : {}),
          ...(wrong.includes('understood') ? { understood: m.rounds_problem_understood() } : {}),
        });
      }
      await closeRound(member, event.params.round, input.output);
      redirect(303, `/${event.params.organisation}/rounds/${event.params.round}?done=closed`);
    });
  }),
} satisfies Actions;
