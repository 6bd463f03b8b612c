import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { newBlindId } from '#base/ids.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { saveBodyComment, withdrawBodyComment } from '#rooms/frameworks/hearing/bodies/commands.server.ts';
import { bodySheet } from '#rooms/frameworks/hearing/bodies/read.server.ts';
import { commentFrom, goneAfterPost, keepingWords } from '../../../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  goneAfterPost(event.request, async () => {
    const sheet = await member.read((tx) => bodySheet(tx, member, event.params));
    const { params, url } = event;
    const posted = event.request.method === 'POST';
    const known = sheet.comments.find(({ id }) => id === params.comment) ?? null;
    if (params.comment !== 'new' && !posted) found(known);
    const about = known?.statementId ?? url.searchParams.get('statement');
    const statement = about === null ? null : found(sheet.statements.find(({ statementId }) => statementId === about));
    return { gone: false as const, ...sheet, comment: known, statement, fresh: newBlindId() };
  }),
);

const atOf = ({ params }: RequestEvent) => ({ hearingId: params.hearing, bodyId: params.body });
const sheetOf = ({ params }: RequestEvent) => `/${params.organisation}/hearings/${params.hearing}/bodies/${params.body}`;

export const actions = {
  save: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keepingWords(form, async () => {
      const input = commentFrom(form);
      await saveBodyComment(member, atOf(event), input);
      redirect(303, `${sheetOf(event)}?done=saved#comment-${input.id}`);
    });
  }),
  withdraw: asMemberAction(async (member, event: RequestEvent) => {
    await withdrawBodyComment(member, atOf(event), event.params.comment);
    redirect(303, `${sheetOf(event)}?done=withdrawn`);
  }),
} satisfies Actions;
