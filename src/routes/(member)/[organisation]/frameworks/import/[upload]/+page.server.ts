import { redirect } from '@sveltejs/kit';
import { found, Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { stopUpload } from '#rooms/frameworks/upload/commands.server.ts';
import { uploadOf } from '#rooms/frameworks/upload/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** How often a page without a script asks again. */
const LOOK_AGAIN_SECONDS = 3;

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const upload = found(await member.read((tx) => uploadOf(tx, event.params.upload)));
  const list = `/${member.organisation.slug}/frameworks`;
  if (upload.draft !== null && upload.pastOf !== null)
    redirect(303, `${list}/${upload.pastOf}/past?draft=${upload.draft.versionId}#older`);
  if (upload.draft !== null)
    redirect(303, `${list}/${upload.draft.frameworkId}/versions/${upload.draft.versionId}/draft?done=imported`);
  if (upload.state !== 'failed') event.setHeaders({ refresh: String(LOOK_AGAIN_SECONDS) });
  return { list, upload };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    await stopUpload(member, event.params.upload);
    redirect(303, `/${member.organisation.slug}/frameworks/import?done=stopped`);
  }),
} satisfies Actions;
