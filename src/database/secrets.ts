import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The secret of this name from the secrets folder (mode 0600); made at first use. 32 random bytes as base64url unless `make` says otherwise. */
export function secret(dataDir: string, name: string, make: () => string = () => randomBytes(32).toString('base64url')): string {
  const folder = path.join(dataDir, 'secrets');
  const file = path.join(folder, name);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, make(), { mode: 0o600 });
    // A rename never leaves half a secret behind when the process is killed in between.
    if (!existsSync(file)) renameSync(temporary, file);
  }
  return readFileSync(file, 'utf8').trim();
}
