/** The files a step may be documented with, by the end of their name, and what they are sent as. */
const MEDIA_TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  odt: 'application/vnd.oasis.opendocument.text',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain; charset=utf-8',
  md: 'text/plain; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};
export const MOST_BYTES = 20 * 1024 * 1024;
export const ACCEPTED = Object.keys(MEDIA_TYPES)
  .map((end) => `.${end}`)
  .join(',');

/** What a file is sent as; null for files that nobody should be handed. */
export function mediaTypeOf(fileName: string): string | null {
  const end = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  return fileName.includes('.') ? (MEDIA_TYPES[end] ?? null) : null;
}
