import { asMember } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { frameworkList } from '#rooms/frameworks/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const mayEdit = mayEditFrameworks(member);
  return {
    frameworks: await member.read((tx) => frameworkList(tx, { drafts: mayEdit })),
    mayEdit,
    list: `/${member.organisation.slug}/frameworks`,
    deleted: event.url.searchParams.get('done') === 'deleted',
  };
});
