import { redirect } from '@sveltejs/kit';
import { Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { importUpload } from '#rooms/frameworks/upload/commands.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, _event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  return { list: `/${member.organisation.slug}/frameworks` };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    const { frameworkId, versionId } = await importUpload(member, form.get('document'));
    redirect(303, `/${member.organisation.slug}/frameworks/${frameworkId}/versions/${versionId}/draft?done=imported`);
  }),
} satisfies Actions;
