const CODE = /^(\d{1,9})-?([0-9A-HJKMNP-TV-Z]{4})-?([0-9A-HJKMNP-TV-Z]{4})-?([0-9A-HJKMNP-TV-Z]{4})$/;

/** A printed code, read: the organisation it begins with, and the one way to write it. */
export type ReadCode = { organisation: number; text: string };

/** Reads a code as people type it: any case, with or without hyphens and spaces, O for 0 and I or L for 1. Null when it is none. */
export function readCode(typed: string): ReadCode | null {
  const plain = typed
    .trim()
    .toUpperCase()
    .replaceAll(/[\s–—]+/g, '-')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const match = CODE.exec(plain);
  if (match === null) return null;
  const [, organisation = '', ...groups] = match;
  return { organisation: Number(organisation), text: `${Number(organisation)}-${groups.join('-')}` };
}
