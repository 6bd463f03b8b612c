import { redirect } from '@sveltejs/kit';
import { Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { beginNote } from '#rooms/plans/decisions/commands.server.ts';
import { mayBeginNotes, unitsToDecide } from '#rooms/plans/decisions/read.server.ts';
import { keeping } from '../../typed.ts';
import { newNoteFrom } from '../note-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, _event: PageServerLoadEvent) =>
  member.read(async (tx) => {
    if (!(await mayBeginNotes(tx, member))) throw new Problem('not_found');
    return { units: await unitsToDecide(tx, member), id: newId(), list: `/${member.organisation.slug}/decisions` };
  }),
);

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const noteId = await beginNote(member, newNoteFrom(form));
      redirect(303, `/${member.organisation.slug}/decisions/${noteId}/edit`);
    });
  }),
} satisfies Actions;
