import { Problem, found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { writeDocx } from '#reports/docx.ts';
import { fileResponse } from '#reports/file-response.ts';
import { typeset } from '#reports/typeset.ts';
import { fileName } from '#rooms/frameworks/exchange/components/files.ts';
import { printedRole } from '#rooms/frameworks/exchange/components/printed.ts';
import { printParts } from '#rooms/frameworks/exchange/files/read.server.ts';
import { roleFor } from '#rooms/frameworks/reading/read.server.ts';
import type { RequestEvent } from './$types';

export const GET = asMember(async (member, event: RequestEvent) => {
  const { file } = event.params;
  if (file !== 'role.pdf' && file !== 'role.docx') throw new Problem('not_found');
  const { parts, role } = await member.read(async (tx) => {
    const read = found(await roleFor(tx, member, event.params));
    return { parts: await printParts(tx, read.version), role: read.role };
  });
  const document = printedRole(parts, role);
  const name = fileName(parts.version, document.title);
  return file === 'role.pdf'
    ? fileResponse({ bytes: await typeset(document), type: 'pdf', name })
    : fileResponse({ bytes: await writeDocx(document), type: 'docx', name });
});
