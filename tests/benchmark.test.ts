import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '..');

function benchmark(args: string[], folder: string) {
  // A document made there and then, so that it is the same everywhere.
  const env = { ...process.env, TMPDIR: folder, PEJLING_SOURCES: path.join(folder, 'none') };
  return spawnSync(process.execPath, ['benchmarks/run.ts', ...args], { cwd: ROOT, encoding: 'utf8', env });
}

test('a benchmark prints one JSON document and nothing else, and leaves nothing behind', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pejling-test-'));
  const { status, stdout } = benchmark(['import', '--json'], folder);
  assert.equal(status, 0);
  const figure = JSON.parse(stdout) as Record<string, unknown>;
  assert.equal(figure['name'], 'import');
  assert.equal(typeof figure['unit'], 'string');
  const [value, ratio, against] = [figure['value'], figure['ratio'], figure['against']];
  assert.ok(typeof value === 'number' && typeof ratio === 'number' && typeof against === 'number');
  assert.ok(Math.abs(ratio - value / against) < 0.01);
  assert.deepEqual(readdirSync(folder), []);
  rmSync(folder, { recursive: true });
});

test('a benchmark that is not there is said so on stderr, with those that are', () => {
  const { status, stdout, stderr } = benchmark(['nothing', '--json'], os.tmpdir());
  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /ballots\|release\|answer-page\|import\|leader-pdf/);
});
