import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { comparisonFor } from '#rooms/frameworks/comparison/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import type { PageServerLoadEvent } from './$types';
import { counted } from '../where-used.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const chosen = { from: event.url.searchParams.get('from'), to: event.url.searchParams.get('to') };
  const page = found(await member.read((tx) => comparisonFor(tx, member, event.params, chosen)));
  await counted(member, page.version, 'comparison');
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    head: page.version.head,
    levels: page.version.levels,
    comparison: page.comparison,
    transition: page.transition,
    duties: page.duties,
    own: page.own,
    mayEdit: mayEditFrameworks(member),
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
  };
});
