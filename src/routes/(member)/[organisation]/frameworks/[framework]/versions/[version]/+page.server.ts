import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { readVersion } from '#rooms/frameworks/reading/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const mayEdit = mayEditFrameworks(member);
  const version = found(await member.read((tx) => readVersion(tx, event.params, { drafts: mayEdit })));
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    version,
    mayEdit,
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
    done: event.url.searchParams.get('done'),
  };
});
