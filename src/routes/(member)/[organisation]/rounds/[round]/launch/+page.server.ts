import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { launchRound } from '#rooms/rounds/launch/commands.server.ts';
import { readiness } from '#rooms/rounds/launch/read.server.ts';
import { roundQuestions } from '#rooms/rounds/questions/read.server.ts';
import { arrangedRound } from '#rooms/rounds/read.server.ts';
import { keeping } from '../../typed.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const facts = await member.read(async (tx) => {
    const round = await arrangedRound(tx, member, event.params.round);
    if (round.status !== 'draft') return null;
    const { obstacles, notices, plan } = await readiness(tx, round);
    return {
      round,
      obstacles,
      notices,
      questions: (await roundQuestions(tx, round.id)).length,
      raters: plan.raters.length,
      leaders: plan.leaders.length,
    };
  });
  if (facts === null) redirect(303, `/${event.params.organisation}/rounds/${event.params.round}`);
  return facts;
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await launchRound(member, event.params.round);
      redirect(303, `/${event.params.organisation}/rounds/${event.params.round}`);
    });
  }),
} satisfies Actions;
