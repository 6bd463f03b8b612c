import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carryUp, leafName } from '../carry-up.ts';
import { countLeaf, noAnswers } from '../leaf-counts.ts';
import { groupLeaf, raterTree } from '../rater-tree.ts';
import { releaseCells } from '../release-cells.ts';
import { auditPublished } from './audit.ts';
import { PRIMES } from './prime-field.ts';
import type { PublishedCell, PublishedSystem } from './published.ts';
import { randomNumbers } from './random-numbers.ts';

test('weights made to vanish modulo the auditor’s prime do not blind it', () => {
  for (const prime of PRIMES.slice(0, 3)) {
    const system: PublishedSystem = {
      k: 5,
      atoms: { A: { n: 3 }, B: { n: 9 } },
      cells: [
        {
          id: 'both',
          terms: [
            { measure: 'q1', atoms: ['A'], coef: String(prime) },
            { measure: 'q1', atoms: ['B'] },
          ],
          value: 9 * prime + 30,
        },
        { id: 'B', measure: 'q1', atoms: ['B'], sum: 30 },
      ],
    };
    const [leak] = auditPublished(system).leaks;
    assert.deepEqual([leak?.atoms, leak?.value], [['A'], 9]);
  }
});

test('weights too long to be guessed from the prime are worked out exactly', () => {
  const weighted = { measure: 'q1', atoms: ['A'], coef: '123457.891' };
  const system: PublishedSystem = {
    k: 5,
    atoms: { A: { n: 12 }, B: { n: 3 }, C: { n: 14 } },
    cells: [
      {
        id: 'odd',
        terms: [weighted, { measure: 'q1', atoms: ['B'] }, { measure: 'q1', atoms: ['C'], coef: '98765.4321' }],
        value: 0,
      },
      { id: 'A', measure: 'q1', atoms: ['A'], sum: 36 },
      { id: 'C', measure: 'q1', atoms: ['C'], sum: 40 },
    ],
  };
  const [leak] = auditPublished(system).leaks;
  assert.deepEqual([leak?.atoms, leak?.n], [['B'], 3]);
  assert.deepEqual(leak?.recipe.map(({ cell, coefficient }) => [cell, coefficient]).sort(), [
    ['A', '-123457891/1000'],
    ['C', '-987654321/10000'],
    ['odd', '1'],
  ]);
});

/** An invented organisation of leaders in a tree, its carried release as published means, and the cells a naive rule would add. */
function organisation(leaders: number, items: readonly string[], themeSize: number, naive: boolean): PublishedSystem {
  const random = randomNumbers(7);
  const units = Array.from({ length: leaders }, (_, i) => ({
    id: `u${i}`,
    parent: i === 0 ? null : `u${Math.floor((i - 1) / 8)}`,
  }));
  const tree = raterTree(units);
  const counts = noAnswers(tree, 0);
  units.forEach((_, i) => countLeaf(counts, groupLeaf(i), Math.floor(random() * random() * 40), []));
  const groups = releaseCells(carryUp(tree, counts, 5)).map((cell) => cell.leaves);
  const isBelow = (top: number, i: number): boolean => i === top || (i > top && isBelow(top, tree.parents[i] ?? -1));
  if (naive) groups.push(units.flatMap((_, i) => (isBelow(1, i) ? [groupLeaf(i)] : [])));
  const themes = Array.from({ length: Math.ceil(items.length / themeSize) }, (_, t) =>
    items.slice(t * themeSize, (t + 1) * themeSize),
  );
  const measures = Object.fromEntries(
    themes.map((theme, t) => [`theme${t}`, Object.fromEntries(theme.map((item) => [item, 1 / theme.length]))]),
  );
  const cells = groups.flatMap((leaves, g) =>
    [...items, ...Object.keys(measures)].map((measure): PublishedCell => {
      return {
        id: `${g} ${measure}`,
        measure,
        atoms: leaves.map((leaf) => leafName(tree, leaf)),
        mean: 3 + Math.round(random() * 10) / 10,
        decimals: 1,
      };
    }),
  );
  const atoms = Object.fromEntries(units.map((unit, i) => [`own:${unit.id}`, { n: counts.people[groupLeaf(i)] ?? 0 }]));
  return { k: 5, atoms, measures, cells };
}

test('a release of a thousand leaders is searched through in seconds, and items of one pattern only once', () => {
  const began = performance.now();
  const audit = auditPublished(organisation(1000, ['q1', 'q2', 'q3', 'q4'], 1, false), { search: 'always' });
  assert.deepEqual([audit.safe, audit.structures], [true, 1]);
  assert.ok(performance.now() - began < 20_000);
});

test('seventy leaders with 24 items in six themes are searched through in seconds, and one total too many is found', () => {
  const items = Array.from({ length: 24 }, (_, i) => `q${i + 1}`);
  const began = performance.now();
  assert.equal(auditPublished(organisation(70, items, 4, false)).safe, true);
  assert.equal(auditPublished(organisation(70, items, 4, true)).safe, false);
  assert.ok(performance.now() - began < 20_000);
});
