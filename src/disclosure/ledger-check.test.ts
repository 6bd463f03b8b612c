import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { auditPublished } from './audit/audit.ts';
import { nested, overlapping } from './audit/random-system.test.ts';
import { carryUp } from './carry-up.ts';
import { checkLedger } from './ledger-check.ts';
import { organisation } from './random-tree.test.ts';
import { releaseCells } from './release-cells.ts';

test('the second release of the same tree passes beside the first, and one with a late answer does not', () => {
  fc.assert(
    fc.property(organisation, ({ tree, counts }) => {
      const first = releaseCells(carryUp(tree, counts, 5)).map((cell) => ({ id: `1 ${cell.id}`, atoms: cell.leaves }));
      const second = first.map((cell) => ({ ...cell, id: cell.id.replace('1', '2') }));
      assert.deepEqual(checkLedger([...first, ...second], counts.people, 5), { safe: true, method: 'residuals', leaks: [] });
    }),
  );
  const late = checkLedger(
    [
      { id: 'monday', atoms: [0] },
      { id: 'friday', atoms: [0, 1] },
    ],
    [6, 1],
    5,
  );
  assert.deepEqual(late.leaks, [
    {
      atoms: [1],
      n: 1,
      recipe: [
        { group: 'friday', coefficient: '1' },
        { group: 'monday', coefficient: '-1' },
      ],
    },
  ]);
});

test('groups that cross are handed to the search, which finds what hides between them', () => {
  const check = checkLedger(
    [
      { id: 'ab', atoms: [0, 1] },
      { id: 'bc', atoms: [1, 2] },
      { id: 'cd', atoms: [2, 3] },
      { id: 'd', atoms: [3] },
    ],
    [2, 6, 6, 6],
    5,
  );
  assert.deepEqual([check.safe, check.method, check.leaks.map((leak) => leak.atoms)], [false, 'search', [[0]]]);
});

test('whatever the groups, the ledger check and the auditor give the same verdict', () => {
  fc.assert(
    fc.property(fc.oneof(nested, overlapping), ({ system }) => {
      const names = Object.keys(system.atoms);
      const groups = system.cells.map((cell) => ({ id: cell.id, atoms: (cell.atoms ?? []).map((atom) => names.indexOf(atom)) }));
      const sizes = names.map((name) => system.atoms[name]?.n ?? 0);
      const audit = auditPublished({ ...system, known: [] }, { search: 'always' });
      assert.equal(checkLedger(groups, sizes, system.k).safe, audit.safe);
    }),
    { numRuns: 300 },
  );
});
