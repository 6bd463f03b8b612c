// Finds a browser for the journeys: the one named, the system's, or the one from npm. None is an error with one clear line.
import { accessSync, constants } from 'node:fs';

export type Browser = { executablePath: string; args: string[]; env: Record<string, string> };

const FLAGS = [
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
];
// The one without a window needs a quarter less computing for the same pages.
const SYSTEM = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export async function findBrowser(): Promise<Browser> {
  const flags = [...FLAGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  for (const path of [process.env.CHROMIUM_PATH, ...SYSTEM])
    if (path !== undefined && usable(path)) return { executablePath: path, args: flags, env: {} };
  try {
    // Makes the package unpack the libraries it brings along.
    process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
    const { default: packed } = await import('@sparticuz/chromium');
    const executablePath = await packed.executablePath();
    return { executablePath, args: [...packed.args, ...flags], env: { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '' } };
  } catch (error) {
    throw new Error(
      `No browser found for the journeys. Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH. (${error instanceof Error ? error.message : 'unknown'})`,
    );
  }
}

function usable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
