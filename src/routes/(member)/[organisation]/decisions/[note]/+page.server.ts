import { redirect } from '@sveltejs/kit';
import { newId } from '#base/ids.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { aroundNote } from '#rooms/plans/decisions/around/read.server.ts';
import { addToNote, beginCorrection, deleteNote } from '#rooms/plans/decisions/commands.server.ts';
import { noteFor } from '#rooms/plans/decisions/read.server.ts';
import { keeping } from '../../typed.ts';
import { additionFrom } from '../note-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const list = `/${member.organisation.slug}/decisions`;
  return member.read(async (tx) => {
    const opened = await noteFor(tx, member, event.params.note);
    const { shared } = opened;
    // A note that was never shared has its draft to read, and nothing here.
    if (shared === null) redirect(303, `${list}/${event.params.note}/draft`);
    return {
      ...opened,
      shared,
      ...(await aroundNote(tx, member, shared)),
      list,
      newId: newId(),
      done: event.url.searchParams.get('done'),
    };
  });
});

export const actions = {
  add: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await addToNote(member, event.params.note, additionFrom(form));
      redirect(303, `${event.url.pathname}?done=added#additions`);
    });
  }),
  correct: asMemberAction(async (member, event: RequestEvent) => {
    await beginCorrection(member, event.params.note);
    redirect(303, `${event.url.pathname}/edit`);
  }),
  remove: asMemberAction(async (member, event: RequestEvent) => {
    await deleteNote(member, event.params.note);
    redirect(303, `/${member.organisation.slug}/decisions?done=deleted`);
  }),
} satisfies Actions;
