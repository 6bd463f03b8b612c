import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { newBlindId } from '#base/ids.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { ownSheet, saveOwnComment, withdrawOwnComment } from '#rooms/frameworks/hearing/confidential/commands.server.ts';
import { commentFrom, goneAfterPost, keepingWords } from '../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  goneAfterPost(event.request, async () => {
    const sheet = await ownSheet(member, event.params.hearing);
    const known = sheet.comments.find(({ id }) => id === event.params.comment) ?? null;
    if (event.params.comment !== 'new' && event.request.method !== 'POST') found(known);
    const about = known?.statementId ?? event.url.searchParams.get('statement');
    const statement = about === null ? null : found(sheet.statements.find(({ statementId }) => statementId === about));
    return { gone: false as const, ...sheet, comment: known, statement, fresh: newBlindId() };
  }),
);

const sheetOf = ({ params }: RequestEvent) => `/${params.organisation}/hearings/${params.hearing}/employee`;

export const actions = {
  save: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keepingWords(form, async () => {
      const input = commentFrom(form);
      await saveOwnComment(member, event.params.hearing, input);
      redirect(303, `${sheetOf(event)}?done=saved#comment-${input.id}`);
    });
  }),
  withdraw: asMemberAction(async (member, event: RequestEvent) => {
    await withdrawOwnComment(member, event.params.hearing, event.params.comment);
    redirect(303, `${sheetOf(event)}?done=withdrawn`);
  }),
} satisfies Actions;
