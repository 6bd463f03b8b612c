import { redirect } from '@sveltejs/kit';
import { Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { importUpload } from '#rooms/frameworks/upload/commands.server.ts';
import { uploadsOnTheirWay } from '#rooms/frameworks/upload/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  return {
    list: `/${member.organisation.slug}/frameworks`,
    uploads: await member.read((tx) => uploadsOnTheirWay(tx)),
    stopped: event.url.searchParams.get('done') === 'stopped',
  };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    const list = `/${member.organisation.slug}/frameworks`;
    const { id, draft } = await importUpload(member, form.get('document'));
    if (draft === null) redirect(303, `${list}/import/${id}`);
    redirect(303, `${list}/${draft.frameworkId}/versions/${draft.versionId}/draft?done=imported`);
  }),
} satisfies Actions;
