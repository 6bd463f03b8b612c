import { asMember } from '#gate/gate.server.ts';
import { fileResponse } from '#reports/file-response.ts';
import { typeset } from '#reports/typeset.ts';
import { printedNote } from '#rooms/frameworks/hearing/components/printed.ts';
import { noteFor } from '#rooms/frameworks/hearing/note/read.server.ts';
import type { RequestEvent } from './$types';

export const GET = asMember(async (member, event: RequestEvent) => {
  const document = printedNote(await member.read((tx) => noteFor(tx, member, event.params.hearing)));
  return fileResponse({ bytes: await typeset(document), type: 'pdf', name: document.title });
});
