import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { factsOf } from '#rooms/frameworks/attributes/beside/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { versionFor } from '#rooms/frameworks/reading/read.server.ts';
import type { PageServerLoadEvent } from './$types';
import { counted, whereUsed } from './where-used.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const { version, uses, facts } = await member.read(async (tx) => {
    const read = found(await versionFor(tx, member, event.params));
    return { version: read, uses: await whereUsed(tx, member, read), facts: await factsOf(tx, read.head.versionId) };
  });
  await counted(member, version, 'whole');
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    version,
    uses,
    facts,
    mayEdit: mayEditFrameworks(member),
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
    done: event.url.searchParams.get('done'),
  };
});
