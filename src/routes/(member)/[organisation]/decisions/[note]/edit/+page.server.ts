import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { noteChoices, noteUnits } from '#rooms/plans/decisions/around/read.server.ts';
import { dropDraft, saveNote } from '#rooms/plans/decisions/commands.server.ts';
import { noteFor } from '#rooms/plans/decisions/read.server.ts';
import { textOf } from '../../../typed.ts';
import { keepingUnits } from '../../../unit-search.ts';
import { noteFrom } from '../../note-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read(async (tx) => {
    const { note, shared, draft, mayWrite } = await noteFor(tx, member, event.params.note);
    return {
      note,
      draft: found(mayWrite ? draft : null),
      reachOpen: shared === null,
      ...(await noteChoices(tx, member, note)),
      list: `/${member.organisation.slug}/decisions`,
      done: event.url.searchParams.get('done'),
    };
  }),
);

export const actions = {
  save: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    const offer = (asked: { chosen: string[]; search: string }) =>
      member.read(async (tx) => {
        const { note, mayWrite } = await noteFor(tx, member, event.params.note);
        return noteUnits(tx, found(mayWrite ? note : null), asked);
      });
    return keepingUnits(form, 'units', offer, async () => {
      await saveNote(member, event.params.note, noteFrom(form));
      const base = `/${member.organisation.slug}/decisions/${event.params.note}`;
      redirect(303, textOf(form, 'next') === 'stay' ? `${base}/edit?done=saved` : `${base}/draft`);
    });
  }),
  drop: asMemberAction(async (member, event: RequestEvent) => {
    await dropDraft(member, event.params.note);
    redirect(303, `/${member.organisation.slug}/decisions?done=dropped`);
  }),
} satisfies Actions;
