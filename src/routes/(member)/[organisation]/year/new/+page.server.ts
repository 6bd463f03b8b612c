import { redirect } from '@sveltejs/kit';
import { Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { localDate, now } from '#base/time.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { makeActivity } from '#rooms/plans/activities/commands.server.ts';
import { activityChoices } from '#rooms/plans/activities/page/read.server.ts';
import { mayKeepYear } from '#rooms/plans/activities/policy.ts';
import { keeping, textOf } from '../../typed.ts';
import { activityFrom } from '../activity-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, _event: PageServerLoadEvent) => {
  if (!mayKeepYear(member)) throw new Problem('not_found');
  return {
    choices: await member.read((tx) => activityChoices(tx)),
    id: newId(),
    thisYear: Number(localDate(now()).slice(0, 4)),
    here: `/${member.organisation.slug}/year`,
  };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const id = textOf(form, 'id');
      await makeActivity(member, id, activityFrom(form));
      redirect(303, `/${member.organisation.slug}/year/${id}?done=saved`);
    });
  }),
} satisfies Actions;
