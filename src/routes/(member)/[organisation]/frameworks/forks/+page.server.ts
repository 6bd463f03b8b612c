import { redirect } from '@sveltejs/kit';
import { Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { visitorOf, visitorsElsewhere } from '#gate/visitor.server.ts';
import { forkFramework } from '#rooms/frameworks/forks/commands.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { publicFrameworks } from '#rooms/frameworks/public/read.server.ts';
import { textOf } from '../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const sources = [];
  for (const visitor of await visitorsElsewhere(member)) {
    const frameworks = await visitor.read((tx) => publicFrameworks(tx));
    if (frameworks.length > 0) sources.push({ organisation: visitor.organisation, frameworks });
  }
  return { sources, list: `/${event.params.organisation}/frameworks` };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    const visitor = await visitorOf(textOf(form, 'organisation'));
    const { frameworkId, versionId } = await forkFramework(member, { visitor, address: textOf(form, 'address') });
    redirect(303, `/${event.params.organisation}/frameworks/${frameworkId}/versions/${versionId}/draft`);
  }),
} satisfies Actions;
