import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { addFromBank, addSuggestions, moveQuestion, removeQuestion } from '#rooms/rounds/questions/commands.server.ts';
import { questionDesk } from '#rooms/rounds/questions/desk/read.server.ts';
import { arrangedRound } from '#rooms/rounds/read.server.ts';
import { keeping, textOf } from '../../typed.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read(async (tx) => {
    const round = await arrangedRound(tx, member, event.params.round);
    return { round, desk: await questionDesk(tx, round) };
  }),
);

const back = (event: RequestEvent, anchor = '', found = ''): never =>
  redirect(
    303,
    `/${event.params.organisation}/rounds/${event.params.round}/questions${found}${anchor === '' ? '' : `#${anchor}`}`,
  );

export const actions = {
  suggest: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => back(event, '', `?found=${await addSuggestions(member, event.params.round)}`));
  }),
  add: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const statementId = textOf(form, 'statement');
      await addFromBank(member, event.params.round, { itemId: textOf(form, 'item'), statementId });
      back(event, `s-${statementId}`);
    });
  }),
  remove: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await removeQuestion(member, event.params.round, textOf(form, 'code'));
      back(event, textOf(form, 'anchor'));
    });
  }),
  move: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const [what, step] = found(/^(question|theme) (up|down)$/.exec(textOf(form, 'move'))).slice(1);
      const code = textOf(form, 'code');
      await moveQuestion(member, event.params.round, {
        code,
        what: what === 'theme' ? 'theme' : 'question',
        step: step === 'up' ? -1 : 1,
      });
      back(event, code);
    });
  }),
} satisfies Actions;
