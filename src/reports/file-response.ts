const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;
export type FileType = keyof typeof TYPES;

/** A file to keep, named in the reader's letters; old browsers get the name without the special ones. */
export function fileResponse(file: { bytes: Uint8Array | string; type: FileType; name: string }): Response {
  const name =
    file.name
      .replaceAll(/[\p{Cc}/\\:*?"<>|]+/gu, ' ')
      .replaceAll(/\s+/gu, ' ')
      .trim()
      .slice(0, 120) || 'pejling';
  const plain = name.replaceAll('–', '-').replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa');
  const ascii = plain.normalize('NFKD').replaceAll(/[^\x20-\x7e]/gu, '');
  const full = encodeURIComponent(`${name}.${file.type}`).replaceAll("'", '%27');
  return new Response(typeof file.bytes === 'string' ? file.bytes : new Uint8Array(file.bytes), {
    headers: {
      'content-type': TYPES[file.type],
      'content-disposition': `attachment; filename="${ascii}.${file.type}"; filename*=UTF-8''${full}`,
      'cache-control': 'private, no-store',
    },
  });
}
