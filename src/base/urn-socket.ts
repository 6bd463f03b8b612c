import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';

/**
 * Where the urn listens. Unix sockets have short names (107 bytes), so a deep data folder gets a short place of its own; the urn adds its
 * process id while it makes it.
 */
export function urnSocketPath(dataDir: string): string {
  const own = path.join(dataDir, 'urn.sock');
  if (own.length <= 90) return own;
  return path.join(os.tmpdir(), `pejling-urn-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}.sock`);
}
