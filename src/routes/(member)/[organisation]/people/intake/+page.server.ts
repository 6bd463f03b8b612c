import { redirect } from '@sveltejs/kit';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { uploadOrganisation } from '#rooms/people/intake/commands.server.ts';
import { intakes } from '#rooms/people/intake/read.server.ts';
import { mayArrangeOrganisation } from '#rooms/people/policy.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, _event: PageServerLoadEvent) => {
  found(mayArrangeOrganisation(member) || null);
  return { base: `/${member.organisation.slug}/people`, intakes: await member.read((tx) => intakes(tx)) };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const file = (await event.request.formData()).get('file');
    if (!(file instanceof File) || file.size === 0)
      throw new Problem('invalid', m.people_intake_file_missing(), { file: m.people_intake_file_missing() });
    const id = await uploadOrganisation(member, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    redirect(303, `/${member.organisation.slug}/people/intake/${id}`);
  }),
} satisfies Actions;
