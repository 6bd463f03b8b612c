import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { aroundNote } from '#rooms/plans/decisions/around/read.server.ts';
import { shareNote } from '#rooms/plans/decisions/commands.server.ts';
import { missingBefore, noteFor } from '#rooms/plans/decisions/read.server.ts';
import { whoIsTold } from '#rooms/plans/decisions/told/read.server.ts';
import { textOf } from '../../../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read(async (tx) => {
    const { note, draft, mayWrite } = await noteFor(tx, member, event.params.note);
    const version = found(draft);
    const missing = missingBefore(version);
    return {
      note,
      version,
      mayWrite,
      missing,
      told: mayWrite && missing.length === 0 ? await whoIsTold(tx, member, note) : null,
      ...(await aroundNote(tx, member, version)),
      list: `/${member.organisation.slug}/decisions`,
    };
  }),
);

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    const tell = form.get('tell') !== null;
    await shareNote(member, event.params.note, { revision: Number(textOf(form, 'revision')), tell });
    redirect(303, `/${member.organisation.slug}/decisions/${event.params.note}?done=shared`);
  }),
} satisfies Actions;
