import { found } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { asMember } from '#gate/gate.server.ts';
import { origin } from '#gate/origin.server.ts';
import { writeDocx } from '#reports/docx.ts';
import { fileResponse, type FileType } from '#reports/file-response.ts';
import { typeset, typesetPoster } from '#reports/typeset.ts';
import { writeXlsx } from '#reports/xlsx.ts';
import { caseJsonOf, fileName, jsonOf, markdownOf, posterOf, sheetsOf } from '#rooms/frameworks/exchange/components/files.ts';
import { printedFramework } from '#rooms/frameworks/exchange/components/printed.ts';
import { fileParts } from '#rooms/frameworks/exchange/files/read.server.ts';
import { WHOLE_FILES, type FileParts, type WholeFile } from '#rooms/frameworks/exchange/schema.ts';
import { versionFor } from '#rooms/frameworks/reading/read.server.ts';
import type { RequestEvent } from './$types';

type Organisation = { slug: string; name: string };

const MAKERS: Record<WholeFile, (parts: FileParts, organisation: Organisation) => Promise<Uint8Array | string> | string> = {
  'framework.pdf': (parts) => typeset(printedFramework(parts)),
  'framework.docx': (parts) => writeDocx(printedFramework(parts)),
  'poster-a4.pdf': (parts) => poster(parts, 'a4'),
  'poster-a3.pdf': (parts) => poster(parts, 'a3'),
  'framework.xlsx': (parts) => Promise.resolve(writeXlsx(sheetsOf(parts), parts.version.head.title)),
  'framework.md': markdownOf,
  'pejling-framework.json': jsonOf,
  'case.json': (parts, { slug, name }) => caseJsonOf(parts, `${origin()}/public/${slug}/ims/case/v1p1`, name),
};

/** All statements of the top layers; where they do not fit on the page, their names. */
function poster(parts: FileParts, paper: 'a4' | 'a3'): Promise<Uint8Array> {
  return typesetPoster(posterOf(parts, paper, { short: false })).catch(() =>
    typesetPoster(posterOf(parts, paper, { short: true })),
  );
}

export const GET = asMember(async (member, event: RequestEvent) => {
  const file = found(WHOLE_FILES.find((known) => known === event.params.file) ?? null);
  const parts = await member.read(async (tx) => {
    const version = found(await versionFor(tx, member, event.params));
    return found(await fileParts(tx, version));
  });
  const special = file.startsWith('poster') ? m.exchange_poster() : file === 'case.json' ? 'CASE' : '';
  const type = file.slice(file.lastIndexOf('.') + 1) as FileType;
  return fileResponse({ bytes: await MAKERS[file](parts, member.organisation), type, name: fileName(parts.version, special) });
});
