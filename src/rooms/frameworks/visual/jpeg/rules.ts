import type { Picture } from '../schema.ts';

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** A JPEG segment by segment, without comments and without what cameras and programs add, and nothing after its end. Null when it is broken. */
export function readJpeg(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++; // Segments may be padded with 0xFF.
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) return null;
    if (isFrame(marker)) {
      if (end < at + 9) return null;
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    if (!isExtra(marker)) parts.push(bytes.subarray(at, end));
    if (marker === 0xda) {
      const scans = scansFrom(bytes, end);
      if (scans === null || size === null) return null;
      return { type: 'image/jpeg', bytes: new Uint8Array(Buffer.concat([...parts, ...scans])), ...size };
    }
    at = end;
  }
  return null;
}

/** From the first scan to the end of the picture. Between scans of a progressive picture stand tables, and nothing else is kept. */
function scansFrom(bytes: Uint8Array, from: number): Uint8Array[] | null {
  const parts: Uint8Array[] = [];
  let begins = from;
  for (let at = from; at + 1 < bytes.length;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) {
      at++;
      continue;
    }
    if (marker === 0xd9) return [...parts, bytes.subarray(begins, at + 2)];
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    if (end > bytes.length || end < at + 4) return null;
    if (isExtra(marker)) {
      parts.push(bytes.subarray(begins, at));
      begins = end;
    }
    at = end;
  }
  return null;
}

/** The marker that says how large the picture is (SOF0-15, without the three that only look like it). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Comments and the programs' own segments, except those that say how colours are meant: JFIF (E0) and Adobe (EE). */
function isExtra(marker: number): boolean {
  return marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee);
}
