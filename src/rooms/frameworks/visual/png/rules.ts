import { crc32, inflateSync } from 'node:zlib';
import { MOST_POINTS, type Picture } from '../schema.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What a picture is made of. Everything else (text, times, places, profiles of programs) stays out. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs', 'IDAT', 'IEND']);

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** A PNG chunk by chunk, each with its checksum right, and nothing after its end. Null when it is broken or moves. */
export function readPng(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  const data: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let most: number | null = null;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    if (length > bytes.length - at - 12) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + 12 + length;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null;
    if (type === 'acTL') return null;
    if (size === null) {
      if (type !== 'IHDR' || length !== 13) return null;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
      most = mostRaw(size, bytes[at + 16] ?? 0, bytes[at + 17] ?? 0);
    }
    if (KEPT.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, end - 4));
    if (type === 'IEND') return opens(data, most) ? { type: 'image/png', bytes: joined(parts), ...size } : null;
    at = end;
  }
  return null;
}

/** How many bytes the points take up when unpacked, with room for the extra rows of an interlaced picture; 0 for more points than are taken, null for no kind of picture. */
function mostRaw({ width, height }: { width: number; height: number }, depth: number, colour: number): number | null {
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour] ?? 0;
  if (channels === 0 || ![1, 2, 4, 8, 16].includes(depth)) return null;
  if (width * height > MOST_POINTS) return 0;
  return height * (Math.ceil((width * channels * depth) / 8) + 16) + 64;
}

/** Are the packed points really packed points, and no more of them than the picture has? One too large is not unpacked at all. */
function opens(data: readonly Uint8Array[], most: number | null): boolean {
  if (data.length === 0 || most === null) return false;
  if (most === 0) return true; // refused for its size by whoever asked
  try {
    return inflateSync(joined(data), { maxOutputLength: most }).length > 0;
  } catch {
    return false;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
