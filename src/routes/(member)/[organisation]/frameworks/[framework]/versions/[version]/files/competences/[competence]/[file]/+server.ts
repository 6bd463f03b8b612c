import { Problem, found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { writeDocx } from '#reports/docx.ts';
import { fileResponse } from '#reports/file-response.ts';
import { typeset } from '#reports/typeset.ts';
import { fileName } from '#rooms/frameworks/exchange/components/files.ts';
import { printedCompetence } from '#rooms/frameworks/exchange/components/printed.ts';
import { printParts } from '#rooms/frameworks/exchange/files/read.server.ts';
import { competenceFor } from '#rooms/frameworks/reading/read.server.ts';
import type { RequestEvent } from './$types';

export const GET = asMember(async (member, event: RequestEvent) => {
  const { file } = event.params;
  if (file !== 'competence.pdf' && file !== 'competence.docx') throw new Problem('not_found');
  const { parts, page } = await member.read(async (tx) => {
    const read = found(await competenceFor(tx, member, event.params));
    return { parts: await printParts(tx, read.version), page: read.page };
  });
  const document = printedCompetence(parts, page);
  const name = fileName(parts.version, document.title);
  return file === 'competence.pdf'
    ? fileResponse({ bytes: await typeset(document), type: 'pdf', name })
    : fileResponse({ bytes: await writeDocx(document), type: 'docx', name });
});
