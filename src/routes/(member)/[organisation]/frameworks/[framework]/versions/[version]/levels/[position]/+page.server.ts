import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { readRole } from '#rooms/frameworks/reading/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const mayEdit = mayEditFrameworks(member);
  const { version, role } = found(await member.read((tx) => readRole(tx, event.params, { drafts: mayEdit })));
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    head: version.head,
    levels: version.levels,
    role,
    uses: version.uses,
    hasMatrix: version.matrix !== null,
    mayEdit,
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
  };
});
