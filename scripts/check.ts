// npm run check: types, lint, format and laws, side by side; one line each, and the whole output of what failed.
import { runSteps, type Step } from './steps.ts';

const COMPONENTS = 'src/**/*.svelte';
const bin = (name: string) => `node_modules/.bin/${name}`;
export const CHECKS: Step[] = [
  { name: 'types', command: process.execPath, args: ['scripts/types.ts'] },
  { name: 'lint', command: bin('oxlint'), args: ['--type-aware', '--deny-warnings'] },
  {
    name: 'lint of components',
    command: bin('eslint'),
    args: ['.', '--max-warnings', '0', '--cache', '--cache-location', '.data/eslint/'],
  },
  { name: 'format', command: bin('oxfmt'), args: ['--list-different'] },
  {
    name: 'format of components',
    command: bin('prettier'),
    args: ['--check', '--log-level', 'warn', '--cache', '--cache-location', '.data/prettier', COMPONENTS],
  },
  { name: 'laws', command: process.execPath, args: ['--test', '--test-reporter=spec', 'tests/laws/*.test.ts'] },
];

if (import.meta.main) process.exit((await runSteps(CHECKS, 2)) ? 0 : 1);
