// npm run check: types, lint, format and laws, side by side; one line each, and the whole output of what failed.
import { runSteps, type Step } from './steps.ts';

const bin = (name: string) => `node_modules/.bin/${name}`;
export const CHECKS: Step[] = [
  // Checks all of TypeScript, not only what stands in components: tsc beside it would do the same work again.
  { name: 'types', command: bin('svelte-check'), args: ['--fail-on-warnings', '--output', 'human'] },
  { name: 'lint', command: bin('oxlint'), args: ['--type-aware', '--deny-warnings'] },
  {
    name: 'lint of components',
    command: bin('eslint'),
    args: ['.', '--max-warnings', '0', '--cache', '--cache-location', '.data/eslint/'],
  },
  {
    name: 'format',
    command: bin('prettier'),
    args: ['--check', '--log-level', 'warn', '--cache', '--cache-location', '.data/prettier', '.'],
  },
  { name: 'laws', command: process.execPath, args: ['--test', '--test-reporter=spec', 'tests/laws/*.test.ts'] },
];

if (import.meta.main) process.exit((await runSteps(CHECKS, 2)) ? 0 : 1);
