import { redirect } from '@sveltejs/kit';
import { Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { localDate, now } from '#base/time.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { makeActivity } from '#rooms/plans/activities/commands.server.ts';
import { activityChoices, activityUnits } from '#rooms/plans/activities/page/read.server.ts';
import { mayKeepYear } from '#rooms/plans/activities/policy.ts';
import { textOf } from '../../typed.ts';
import { keepingUnits } from '../../unit-search.ts';
import { activityFrom } from '../activity-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, _event: PageServerLoadEvent) => {
  if (!mayKeepYear(member)) throw new Problem('not_found');
  return {
    choices: await member.read((tx) => activityChoices(tx, null)),
    id: newId(),
    thisYear: Number(localDate(now()).slice(0, 4)),
    here: `/${member.organisation.slug}/year`,
  };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    if (!mayKeepYear(member)) throw new Problem('not_found');
    const offer = (asked: { chosen: string[]; search: string }) => member.read((tx) => activityUnits(tx, asked));
    return keepingUnits(form, 'unit', offer, async () => {
      const id = textOf(form, 'id');
      await makeActivity(member, id, activityFrom(form));
      redirect(303, `/${member.organisation.slug}/year/${id}?done=saved`);
    });
  }),
} satisfies Actions;
