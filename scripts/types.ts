// Types of all TypeScript and all components, and the compiler's warnings about components. The types are checked by TypeScript 7;
// what it reads of components is written to .svelte-kit, so two checks at once take turns.
import { spawnSync } from 'node:child_process';
import { underLock } from './lock.mjs';

const check = () =>
  spawnSync('node_modules/.bin/svelte-check', ['--tsgo', '--fail-on-warnings', '--output', 'human'], { stdio: 'inherit' });
process.exit(underLock('types', check).status ?? 1);
