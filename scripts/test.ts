// npm test: types, lint, laws, unit, database and property tests, and journeys in a real browser on the built product, side by side.
// npm test -- checks (or units, or journeys) runs one of the three.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startTestCluster } from '../tests/database.ts';
import { findBrowser } from './browser.ts';
import { CHECKS } from './check.ts';
import { startServer } from './running-server.ts';
import { runSteps, type Step } from './steps.ts';
import { testFiles } from './test-files.ts';

const all = process.argv.includes('--all');
const chosen = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const wanted = (part: 'checks' | 'units' | 'journeys') => chosen.length === 0 || chosen.includes(part);
// What has been compiled once is not compiled again in every process.
const COMPILED = { NODE_COMPILE_CACHE: path.resolve('.data/compiled') };
const total = { passed: 0, failed: 0, skipped: 0 };
let good = true;

function count(output: string): void {
  // node:test closes with "ℹ pass 12"; the journeys close with "12 passed".
  const number = (pattern: RegExp) => Number(pattern.exec(output)?.[1] ?? 0);
  total.passed += number(/^ℹ pass (\d+)$/m) + number(/^ {2}(\d+) passed/m);
  total.failed += number(/^ℹ fail (\d+)$/m) + number(/^ {2}(\d+) failed/m);
  total.skipped += number(/^ℹ skipped (\d+)$/m) + number(/^ {2}(\d+) skipped/m);
  for (const line of output.split('\n')) if (/skipped: no /.test(line)) notes.add(line.trim().replace(/^[ℹ﹣\s-]+/, ''));
}

const notes = new Set<string>();
const run = async (steps: Step[]) => {
  const went = await runSteps(steps, 1, (_, output) => count(output));
  good = good && went;
  return went;
};

async function journeys(): Promise<void> {
  const browser = await findBrowser();
  const server = await startServer();
  try {
    const went = await run([
      {
        name: all ? 'journeys, whole matrix' : 'journeys',
        command: 'node_modules/.bin/playwright',
        args: ['test', '--config', 'tests/journeys/playwright.config.ts'],
        env: {
          ...COMPILED,
          BASE_URL: server.address,
          PEJLING_BROWSER: JSON.stringify(browser),
          PEJLING_RUN_DIR: server.dataDir,
          ...(all ? { PEJLING_MATRIX: '1' } : {}),
          ...browser.env,
        },
      },
    ]);
    if (!went) console.log(`What the server said:\n${server.output().slice(-4000)}`);
  } finally {
    await server.stop();
  }
}

/** Arithmetic and rules share one process: starting one for each file would cost more than they do. The rest each have their own. */
async function units(): Promise<Step[]> {
  const { pure, alone } = await testFiles();
  const args = ['--test', '--test-reporter=spec'];
  return [
    { name: 'unit and property tests', command: process.execPath, args: [...args, '--test-isolation=none', ...pure] },
    { name: 'database tests', command: process.execPath, args: [...args, '--test-concurrency=2', ...alone] },
  ];
}

async function checksAndUnits(): Promise<void> {
  // Secrets and sockets of the tests lie in a folder of this run, never in the one a running Pejling uses.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'pejling-tests-'));
  const { cluster, stop } = await startTestCluster();
  try {
    const env = {
      ...COMPILED,
      DATA_DIR: folder,
      PEJLING_TEST_CLUSTER: JSON.stringify(cluster),
      ...(all ? { PEJLING_MATRIX: '1' } : {}),
    };
    const steps = [...(wanted('checks') ? CHECKS : []), ...(wanted('units') ? await units() : [])];
    await run(steps.map((step) => ({ ...step, env })));
  } finally {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

// The browser waits for pages most of the time, the checks wait for nothing: side by side they fill two cores.
const ended = await Promise.allSettled([
  wanted('journeys') ? journeys() : undefined,
  wanted('checks') || wanted('units') ? checksAndUnits() : undefined,
]);
for (const part of ended) {
  if (part.status === 'fulfilled') continue;
  good = false;
  console.log(part.reason instanceof Error ? part.reason.message : String(part.reason));
}

for (const note of notes) console.log(note);
console.log(
  `${total.passed} passed, ${total.failed + (good ? 0 : Math.max(0, 1 - total.failed))} failed, ${total.skipped} skipped`,
);
process.exit(good ? 0 : 1);
