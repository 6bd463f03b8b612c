// Plain JavaScript without dependencies: the setup uses it before anything is installed.
import fs from 'node:fs';
import path from 'node:path';

/**
 * Two commands started at once must not install, build or check over each other: the second waits until the first is done.
 * @template T
 * @param {string} name
 * @param {() => T} work
 * @returns {T}
 */
export function underLock(name, work) {
  const lock = path.join('.data', name + '.lock');
  fs.mkdirSync('.data', { recursive: true });
  while (!taken(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    return work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function taken(lock) {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    forget(lock);
    return false;
  }
}

/**
 * A lock whose holder has died is taken away.
 * @param {string} lock
 */
function forget(lock) {
  try {
    const holder = Number(fs.readFileSync(lock, 'utf8'));
    if (holder > 0) process.kill(holder, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') fs.rmSync(lock, { force: true });
  }
}
