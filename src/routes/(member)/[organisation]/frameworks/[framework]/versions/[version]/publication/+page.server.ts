import { redirect } from '@sveltejs/kit';
import { found, Problem } from '#base/errors.ts';
import { asMember, asMemberAction } from '#gate/gate.server.ts';
import { publishVersion } from '#rooms/frameworks/publication/commands.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { readPublication } from '#rooms/frameworks/publication/read.server.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  const publication = found(await member.read((tx) => readPublication(tx, event.params)));
  const list = `/${member.organisation.slug}/frameworks`;
  return { publication, list, base: `${list}/${event.params.framework}/versions/${event.params.version}` };
});

export const actions = {
  default: asMemberAction(async (member, event: RequestEvent) => {
    const form = await event.request.formData();
    await publishVersion(member, event.params.version, { restSeen: form.get('rest_seen') !== null });
    redirect(
      303,
      `/${member.organisation.slug}/frameworks/${event.params.framework}/versions/${event.params.version}?done=published`,
    );
  }),
} satisfies Actions;
