import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { levelNotesOf } from '#rooms/frameworks/attributes/beside/read.server.ts';
import { neighbouringLevels } from '#rooms/frameworks/comparison/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { levelRuleOf, roleFor } from '#rooms/frameworks/reading/read.server.ts';
import type { PageServerLoadEvent } from './$types';
import { counted, whereUsed } from '../../where-used.ts';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const read = await member.read(async (tx) => {
    const { version, role } = found(await roleFor(tx, member, event.params));
    return {
      version,
      role,
      rule: await levelRuleOf(tx, version.head.versionId, role.level.position),
      notes: await levelNotesOf(tx, version, role.level),
      uses: await whereUsed(tx, member, version),
    };
  });
  await counted(member, read.version, 'level');
  const list = `/${member.organisation.slug}/frameworks`;
  const { version, ...rest } = read;
  return {
    ...rest,
    head: version.head,
    levels: version.levels,
    neighbours: neighbouringLevels(version.levels, read.role.level.position),
    statementIds: Object.fromEntries(version.statements.map((one) => [one.elementId, one.statementId])),
    hasMatrix: version.matrix !== null,
    mayEdit: mayEditFrameworks(member),
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
  };
});
