import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { closingMoves } from '#rooms/rounds/closing/read.server.ts';
import { retryPreparation } from '#rooms/rounds/launch/commands.server.ts';
import { launchedNumbers, preparationProgress, readiness } from '#rooms/rounds/launch/read.server.ts';
import { mayArrangeRounds } from '#rooms/rounds/policy.ts';
import { chosenThemes, roundQuestions } from '#rooms/rounds/questions/read.server.ts';
import { arrangedRound } from '#rooms/rounds/read.server.ts';
import { nextReminder, remindersOf } from '#rooms/rounds/reminders/read.server.ts';
import { responseRows } from '#rooms/rounds/response/read.server.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayArrangeRounds(member)) redirect(303, `/${event.params.organisation}/rounds/${event.params.round}/rules`);
  return member.read(async (tx) => {
    const round = await arrangedRound(tx, member, event.params.round);
    if (round.status === 'draft') {
      const { obstacles, notices, plan } = await readiness(tx, round);
      const questions = (await roundQuestions(tx, round.id)).length;
      return {
        round,
        draft: { obstacles, notices, questions, themes: (await chosenThemes(tx, round.id)).length, raters: plan.raters.length },
      };
    }
    return {
      round,
      launched: {
        numbers: await launchedNumbers(tx, round.id),
        progress: await preparationProgress(tx, round.id),
        response: await responseRows(tx, round.id),
        reminders: await remindersOf(tx, round.id),
        may: { ...closingMoves(round), remind: (await nextReminder(tx, round)).may === 'yes' },
      },
    };
  });
});

export const actions = {
  retry: asMemberAction(async (member, event: RequestEvent) => {
    await retryPreparation(member, event.params.round);
    redirect(303, `/${event.params.organisation}/rounds/${event.params.round}`);
  }),
} satisfies Actions;
