import assert from 'node:assert/strict';
import test from 'node:test';
import { checkImports } from './imports.ts';
import { readSource } from './source.ts';

test('everybody imports only what the table allows', () => {
  const breaches = checkImports(readSource('src'));
  assert.deepEqual(breaches, [], breaches.map(({ path, why }) => `${path}: ${why}`).join('\n'));
});

const PLANTED: [string, string, string][] = [
  [
    'src/rooms/ballots/intake/commands.server.ts',
    `import { personFacts } from '#rooms/people/read.server.ts';`,
    'people in ballots',
  ],
  [
    'src/rooms/ballots/intake/rules.ts',
    `import type { Member } from '#rooms/people/proof.server.ts';`,
    'a type of people in ballots',
  ],
  [
    'src/rooms/ballots/opening/write.server.ts',
    `import { record } from '../../trail/write.server.ts';`,
    'trail in ballots by a relative path',
  ],
  ['src/rooms/results/read.server.ts', `import { personFacts } from '#rooms/people/read.server.ts';`, 'people in results'],
  ['src/rooms/results/read.server.ts', `import { intake } from '#rooms/ballots/intake/read.server.ts';`, 'envelopes in results'],
  ['src/rooms/people/read.server.ts', `export { roundFacts } from '#rooms/rounds/read.server.ts';`, 'a room below'],
  ['src/rooms/rounds/rules.ts', `const x = await import('#rooms/frameworks/rules.ts');`, 'the rules of another room'],
  [
    'src/routes/(member)/[organisation]/+page.server.ts',
    `import { processConnection } from '#database/process.ts';`,
    'the database in a route',
  ],
  ['src/statistics/mean.ts', `import { readFileSync } from 'node:fs';`, 'files in a pure folder'],
  ['src/disclosure/audit.ts', `import { mean } from '#statistics/mean.ts';`, 'another pure folder'],
  ['src/ui/Card.svelte', `<script lang="ts">import { mayClose } from '#rooms/rounds/policy.ts';</script>`, 'a room in ui'],
  ['src/rooms/rounds/read.server.ts', `import { page } from '$app/state';`, 'the framework in a room'],
  ['src/server.ts', `import { processConnection } from '#database/process.ts';`, 'state in the front'],
  ['src/urn.ts', `import { personFacts } from '#rooms/people/read.server.ts';`, 'people in the urn process'],
];

for (const [path, text, what] of PLANTED)
  test(`the law sees a planted breach: ${what}`, () => {
    assert.equal(checkImports([{ path, text }]).length, 1);
  });
