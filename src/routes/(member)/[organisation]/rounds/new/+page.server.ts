import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { currentVersions } from '#rooms/frameworks/read.server.ts';
import { makeRound } from '#rooms/rounds/commands.server.ts';
import { mayArrangeRounds } from '#rooms/rounds/policy.ts';
import { NewRoundInput } from '#rooms/rounds/schema.ts';
import { keeping, textOf } from '../typed.ts';

export const load = asMember(async (member, _event: PageServerLoadEvent) => {
  if (!mayArrangeRounds(member)) throw new Problem('not_found');
  return { versions: await member.read((tx) => currentVersions(tx)) };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const input = v.safeParse(NewRoundInput, { title: textOf(form, 'title'), versionId: textOf(form, 'versionId') });
      if (!input.success) {
        const wrong = input.issues.map((issue) => v.getDotPath(issue));
        throw new Problem('invalid', '', {
          ...(wrong.includes('title') ? { title: m.rounds_problem_title() } : {}),
          ...(wrong.includes('versionId') ? { versionId: m.rounds_problem_version() } : {}),
        });
      }
      const id = await makeRound(member, input.output);
      redirect(303, `/${event.params.organisation}/rounds/${id}/themes`);
    });
  }),
} satisfies Actions;
