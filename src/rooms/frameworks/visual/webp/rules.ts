import type { Picture } from '../schema.ts';

const KEPT = new Set(['VP8 ', 'VP8L', 'ALPH']);

export function isWebp(bytes: Uint8Array): boolean {
  return text(bytes, 0) === 'RIFF' && text(bytes, 8) === 'WEBP';
}

/** A still WebP chunk by chunk, without what cameras and programs add, and nothing after its end. Null when it is broken or moves. */
export function readWebp(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 20) return null;
  const end = Math.min(bytes.length, 8 + view.getUint32(4, true));
  const chunks: Uint8Array[] = [];
  let size: { width: number; height: number } | null = null;
  let alpha = false;
  for (let at = 12; at + 8 <= end;) {
    const type = text(bytes, at);
    const length = view.getUint32(at + 4, true);
    if (length > end - at - 8 || type === 'ANIM' || type === 'ANMF') return null;
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'VP8 ' || type === 'VP8L') size = type === 'VP8 ' ? sizeOfLossy(body) : sizeOfLossless(body);
    if (type === 'ALPH') alpha = true;
    const padded = length + (length % 2);
    if (KEPT.has(type)) chunks.push(bytes.subarray(at, at + 8), body, new Uint8Array(length % 2));
    at += 8 + padded;
  }
  if (size === null) return null;
  const parts = alpha ? [extended(size), ...chunks] : chunks;
  return { type: 'image/webp', bytes: framed(parts), ...size };
}

type Size = { width: number; height: number };

function sizeOfLossy(body: Uint8Array): Size | null {
  if (body.length < 10 || body[3] !== 0x9d || body[4] !== 0x01 || body[5] !== 0x2a) return null;
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
}

function sizeOfLossless(body: Uint8Array): Size | null {
  if (body.length < 5 || body[0] !== 0x2f) return null;
  const bits = new DataView(body.buffer, body.byteOffset, body.byteLength).getUint32(1, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** The header that a lossy picture with transparency must have. */
function extended({ width, height }: Size): Uint8Array {
  const chunk = Buffer.alloc(18);
  chunk.write('VP8X', 0, 'ascii');
  chunk.writeUInt32LE(10, 4);
  chunk.writeUInt8(0x10, 8);
  chunk.writeUIntLE(width - 1, 12, 3);
  chunk.writeUIntLE(height - 1, 15, 3);
  return chunk;
}

function framed(parts: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(12);
  head.write('RIFF', 0, 'ascii');
  head.writeUInt32LE(body.length + 4, 4);
  head.write('WEBP', 8, 'ascii');
  return new Uint8Array(Buffer.concat([head, body]));
}

function text(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
