import { asMember } from '#gate/gate.server.ts';
import { aroundNote } from '#rooms/plans/decisions/around/read.server.ts';
import { sharedWording } from '#rooms/plans/decisions/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) =>
  member.read(async (tx) => {
    const { opened, version } = await sharedWording(tx, member, event.params.note, event.params.version);
    return {
      note: opened.note,
      version,
      newest: opened.shared?.number === version.number,
      ...(await aroundNote(tx, member, version)),
      list: `/${member.organisation.slug}/decisions`,
    };
  }),
);
