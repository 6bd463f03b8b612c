import { redirect } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { localDate, now } from '#base/time.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { forkOf } from '#rooms/frameworks/forks/read.server.ts';
import { mergedVersionOf } from '#rooms/frameworks/merging/read.server.ts';
import { mayReadHealth } from '#rooms/frameworks/health/policy.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { expiredStrategies } from '#rooms/frameworks/strategies/read.server.ts';
import { makeNextVersion } from '#rooms/frameworks/versions/commands.server.ts';
import { frameworkOverview } from '#rooms/frameworks/versions/overview/read.server.ts';
import { removeOlderVersion } from '#rooms/frameworks/versions/past/commands.server.ts';
import { saveReview } from '#rooms/frameworks/versions/review/commands.server.ts';
import { keeping, textOf } from '../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const mayEdit = mayEditFrameworks(member);
  const reader = { personId: member.personId, edits: mayEdit };
  return member.read(async (tx) => {
    const overview = found(await frameworkOverview(tx, event.params.framework, reader));
    const list = `/${member.organisation.slug}/frameworks`;
    return {
      overview,
      mayEdit,
      mayReadHealth: mayReadHealth(member),
      goals: `/${member.organisation.slug}/goals/coverage`,
      expectations: `/${member.organisation.slug}/expectations`,
      decisions: `/${member.organisation.slug}/decisions`,
      year: `/${member.organisation.slug}/year`,
      expired: mayEdit
        ? (await expiredStrategies(tx, localDate(now()))).filter((one) => one.frameworkId === event.params.framework)
        : [],
      forked: mayEdit && (await forkOf(tx, event.params.framework)) !== null,
      merged: mayEdit ? await mergedVersionOf(tx, event.params.framework) : null,
      list,
      base: `${list}/${event.params.framework}`,
      done: event.url.searchParams.get('done'),
    };
  });
});

export const actions = {
  version: asMemberAction(async (member, event: RequestEvent) => {
    const { versionId } = await makeNextVersion(member, event.params.framework);
    redirect(303, `${here(event)}/versions/${versionId}/draft`);
  }),
  review: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      await saveReview(member, event.params.framework, textOf(form, 'due'));
      redirect(303, `${here(event)}?done=review#review`);
    });
  }),
  remove: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    await removeOlderVersion(member, textOf(form, 'version'));
    redirect(303, `${here(event)}?done=removed`);
  }),
} satisfies Actions;

function here(event: RequestEvent): string {
  return `/${event.params.organisation}/frameworks/${event.params.framework}`;
}
