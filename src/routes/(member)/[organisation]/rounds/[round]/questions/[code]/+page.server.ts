import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { changeQuestion } from '#rooms/rounds/questions/commands.server.ts';
import { questionPaper } from '#rooms/rounds/questions/desk/read.server.ts';
import { arrangedRound } from '#rooms/rounds/read.server.ts';
import { keeping } from '../../../typed.ts';
import { questionFrom } from '../question-form.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read(async (tx) => {
    const round = await arrangedRound(tx, member, event.params.round);
    const paper = found(await questionPaper(tx, round, { code: event.params.code }));
    return { round, paper };
  }),
);

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await changeQuestion(member, event.params.round, event.params.code, questionFrom(form));
      redirect(303, `/${event.params.organisation}/rounds/${event.params.round}/questions#${event.params.code}`);
    });
  }),
} satisfies Actions;
