import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { competenceFor } from '#rooms/frameworks/reading/read.server.ts';
import type { PageServerLoadEvent } from './$types';
import { counted, whereUsed } from '../../where-used.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const read = await member.read(async (tx) => {
    const { version, page } = found(await competenceFor(tx, member, event.params));
    return { version, page, uses: await whereUsed(tx, member, version) };
  });
  await counted(member, read.version, 'level');
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    head: read.version.head,
    page: read.page,
    uses: read.uses,
    matrix: read.version.matrix,
    levelled: read.version.statements.some((statement) => statement.level !== null),
    mayEdit: mayEditFrameworks(member),
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
  };
});
