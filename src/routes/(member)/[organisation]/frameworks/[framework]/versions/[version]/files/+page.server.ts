import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { origin } from '#gate/origin.server.ts';
import { partsWithFiles } from '#rooms/frameworks/exchange/components/files.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { publicPageOf } from '#rooms/frameworks/public/read.server.ts';
import { versionFor } from '#rooms/frameworks/reading/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const { version, open } = await member.read(async (tx) => {
    const read = found(await versionFor(tx, member, event.params));
    return { version: read, open: (await publicPageOf(tx, read.head.frameworkId)) !== null };
  });
  const list = `/${member.organisation.slug}/frameworks`;
  return {
    head: version.head,
    ...partsWithFiles(version),
    levelled: version.statements.some((statement) => statement.level !== null),
    hasMatrix: version.matrix !== null,
    caseAddress:
      open && version.head.publishedAt !== null ? `${origin()}/public/${member.organisation.slug}/ims/case/v1p1` : null,
    mayEdit: mayEditFrameworks(member),
    list,
    base: `${list}/${event.params.framework}/versions/${event.params.version}`,
  };
});
