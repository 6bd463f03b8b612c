import { redirect } from '@sveltejs/kit';
import { Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { mergeFrameworks } from '#rooms/frameworks/merging/commands.server.ts';
import { MergeInput } from '#rooms/frameworks/merging/schema.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { frameworkList } from '#rooms/frameworks/read.server.ts';
import { parsed } from '../parsed.ts';
import { keeping, textOf } from '../typed.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const frameworks = await member.read((tx) => frameworkList(tx, { drafts: true }));
  return { frameworks, list: `/${event.params.organisation}/frameworks` };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    return keeping(form, async () => {
      const fields = { first: textOf(form, 'first'), second: textOf(form, 'second'), title: textOf(form, 'title') };
      const { frameworkId, versionId } = await mergeFrameworks(member, parsed(MergeInput, fields));
      redirect(303, `/${event.params.organisation}/frameworks/${frameworkId}/versions/${versionId}/merging`);
    });
  }),
} satisfies Actions;
