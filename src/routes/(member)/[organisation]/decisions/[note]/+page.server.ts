import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { aroundNote, unitsToAdd } from '#rooms/plans/decisions/around/read.server.ts';
import { addToNote, beginCorrection, deleteNote } from '#rooms/plans/decisions/commands.server.ts';
import { noteFor } from '#rooms/plans/decisions/read.server.ts';
import { mayTell } from '#rooms/plans/decisions/told/read.server.ts';
import { widenNote } from '#rooms/plans/decisions/widening/commands.server.ts';
import { wideningsOf } from '#rooms/plans/decisions/widening/read.server.ts';
import { keeping } from '../../typed.ts';
import { keepingUnits } from '../../unit-search.ts';
import { additionFrom, wideningFrom } from '../note-form.ts';
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
      widenings: await wideningsOf(tx, opened.note.id),
      addable: await unitsToAdd(tx, member, opened, { chosen: [], search: '' }),
      mayTellAll: await mayTell(tx, member, { ...opened.note, reach: 'organisation' }),
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
  widen: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    const offer = (asked: { chosen: string[]; search: string }) =>
      member.read(async (tx) => found(await unitsToAdd(tx, member, await noteFor(tx, member, event.params.note), asked)));
    return keepingUnits(form, 'units', offer, async () => {
      await widenNote(member, event.params.note, wideningFrom(form));
      redirect(303, `${event.url.pathname}?done=widened`);
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
