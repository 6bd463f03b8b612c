import { redirect } from '@sveltejs/kit';
import { Problem } from '#base/errors.ts';
import { localDate, now } from '#base/time.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { saveActivity } from '#rooms/plans/activities/commands.server.ts';
import { activityChoices, activityUnits } from '#rooms/plans/activities/page/read.server.ts';
import { mayKeepYear } from '#rooms/plans/activities/policy.ts';
import { activityOf } from '#rooms/plans/activities/read.server.ts';
import { keepingUnits } from '../../../unit-search.ts';
import { activityFrom } from '../../activity-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayKeepYear(member)) throw new Problem('not_found');
  return member.read(async (tx) => {
    const activity = await activityOf(tx, event.params.activity);
    return {
      activity,
      choices: await activityChoices(tx, activity.unitId),
      thisYear: Number(localDate(now()).slice(0, 4)),
      here: `/${member.organisation.slug}/year`,
    };
  });
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    if (!mayKeepYear(member)) throw new Problem('not_found');
    const offer = (asked: { chosen: string[]; search: string }) => member.read((tx) => activityUnits(tx, asked));
    return keepingUnits(form, 'unit', offer, async () => {
      await saveActivity(member, event.params.activity, activityFrom(form));
      redirect(303, `/${member.organisation.slug}/year/${event.params.activity}?done=saved`);
    });
  }),
} satisfies Actions;
