import { inflateRawSync } from 'node:zlib';
import { ImportProblem } from './import-problem.ts';
import { MAX_DOCUMENT_XML, MAX_INFLATED, MAX_ZIP_ENTRIES } from './limits.ts';

type Entry = { name: string; method: number; encrypted: boolean; packed: number; size: number; offset: number };

/** An opened ZIP: the names in it, and the text of an entry (null when there is none). Names are looked up, never used as paths. */
export type OpenedZip = { names: ReadonlySet<string>; textOf: (name: string) => string | null };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** The names in a ZIP's directory, without unpacking anything. Throws ImportProblem `broken`. */
export function zipNames(bytes: Uint8Array): Set<string> {
  return new Set(readDirectory(bytes).map((entry) => entry.name));
}

/**
 * Opens a ZIP after checking it whole: the sizes its directory claims and then the sizes it really has, each entry inflated with a
 * limit, and no XML that declares entities. Throws ImportProblem `zip_bomb`, `encrypted`, `broken` or `unsafe`.
 */
export function openZip(bytes: Uint8Array): OpenedZip {
  const entries = readDirectory(bytes);
  if (entries.some((entry) => entry.encrypted)) throw new ImportProblem('encrypted');
  const claimed = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (entries.length > MAX_ZIP_ENTRIES || claimed > MAX_INFLATED) throw new ImportProblem('zip_bomb');
  let left = MAX_INFLATED;
  for (const entry of entries) {
    const data = unpacked(bytes, entry, left);
    left -= data.length;
    if (left < 0) throw new ImportProblem('zip_bomb');
    if (!/\.(xml|rels)$/iu.test(entry.name)) continue;
    if (data.length > MAX_DOCUMENT_XML) throw new ImportProblem('zip_bomb');
    refuseEntities(data);
  }
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return {
    names: new Set(byName.keys()),
    textOf: (name) => {
      const entry = byName.get(name);
      return entry === undefined ? null : new TextDecoder().decode(unpacked(bytes, entry, MAX_DOCUMENT_XML));
    },
  };
}

/** No office program writes entities of its own; a file that has them wants to fetch something or to grow without end. */
function refuseEntities(data: Uint8Array): void {
  const buffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  for (const encoding of ['latin1', 'utf16le'] as const)
    if (buffer.includes(Buffer.from('<!ENTITY', encoding))) throw new ImportProblem('unsafe');
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= Math.max(0, bytes.length - 66_000) && view.getUint32(end, true) !== END) end--;
  if (end < 0 || end < bytes.length - 66_000 || view.getUint32(end, true) !== END) throw new ImportProblem('broken');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw new ImportProblem('broken');
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function unpacked(bytes: Uint8Array, entry: Entry, limit: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) throw new ImportProblem('broken');
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const data = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) return data;
  if (entry.method !== 8) throw new ImportProblem('broken');
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ImportProblem(tooLong ? 'zip_bomb' : 'broken');
  }
}
