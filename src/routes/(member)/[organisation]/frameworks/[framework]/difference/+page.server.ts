import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { readDifference } from '#rooms/frameworks/difference/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const { searchParams } = event.url;
  const chosen = { from: searchParams.get('from'), to: searchParams.get('to') };
  const drafts = mayEditFrameworks(member);
  const read = found(await member.read((tx) => readDifference(tx, event.params.framework, chosen, { drafts })));
  const list = `/${member.organisation.slug}/frameworks`;
  return { ...read, all: searchParams.get('show') === 'all', list, base: `${list}/${event.params.framework}` };
});
