import { asMember } from '#gate/gate.server.ts';
import { fileResponse } from '#reports/file-response.ts';
import { typeset } from '#reports/typeset.ts';
import { aroundNote } from '#rooms/plans/decisions/around/read.server.ts';
import { printedNote } from '#rooms/plans/decisions/components/printed.ts';
import { sharedWording } from '#rooms/plans/decisions/read.server.ts';
import type { RequestEvent } from './$types';

export const GET = asMember(async (member, event: RequestEvent) => {
  const document = await member.read(async (tx) => {
    const { opened, version } = await sharedWording(tx, member, event.params.note, event.params.version);
    return printedNote(opened, version, await aroundNote(tx, member, version));
  });
  return fileResponse({ bytes: await typeset(document), type: 'pdf', name: document.title });
});
