import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { environment } from '#environment';

const folder = resolve(import.meta.dirname, '../..', environment.PEJLING_REFERENCES, 'anonymity');

/** Registers one test per reference file of a sub-folder; without the folder one test is skipped, and the run says why. */
export function referenceTests<File>(title: string, part: 'trees' | 'examples', body: (file: File, name: string) => void): void {
  const path = join(folder, part);
  if (!existsSync(path)) {
    test(title, { skip: `SKIPPED FOR LACK OF ${path}: set PEJLING_REFERENCES` }, () => undefined);
    return;
  }
  for (const name of readdirSync(path).filter((file) => file.endsWith('.json'))) {
    test(`${title}: ${name}`, () => body(JSON.parse(readFileSync(join(path, name), 'utf8')) as File, name));
  }
}
