import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { environment } from '#environment';

const folder = resolve(import.meta.dirname, '../..', environment.PEJLING_REFERENCES, 'statistics');

/** A reference file as it was published: what goes in, what must come out, how close. */
interface Reference<Data, Expected> {
  readonly data: Data;
  readonly expected: Expected;
  readonly tolerance: number;
}

type Near = (actual: number | null | undefined, expected: number | null, what: string) => void;

/** Registers a test against one reference file; without the file it is skipped, and the run says which one was missing. */
export function referenceTest<Data, Expected>(
  title: string,
  file: string,
  body: (reference: Reference<Data, Expected>, near: Near) => void,
): void {
  const path = join(folder, file);
  const skip = existsSync(path) ? false : `SKIPPED FOR LACK OF ${path}: set PEJLING_REFERENCES`;
  test(title, { skip }, () => {
    const reference = JSON.parse(readFileSync(path, 'utf8')) as Reference<Data, Expected>;
    body(reference, (actual, expected, what) => assertNear(actual, expected, reference.tolerance, what));
  });
}

/** Fails unless both are null, or their distance is within the tolerance, relative above 1. */
export function assertNear(actual: number | null | undefined, expected: number | null, tolerance: number, what: string): void {
  if (expected === null || actual === null || actual === undefined) {
    assert.equal(actual, expected, what);
    return;
  }
  const room = tolerance * Math.max(1, Math.abs(expected));
  assert.ok(Math.abs(actual - expected) <= room, `${what}: ${actual} is not ${expected}`);
}
