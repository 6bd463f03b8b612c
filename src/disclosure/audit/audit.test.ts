import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { referenceTests } from '../reference-folder.test.ts';
import { auditPublished } from './audit.ts';
import type { Audit, Finding } from './audit.ts';
import { bruteForceLeaks } from './brute-force.test.ts';
import type { PublishedSystem } from './published.ts';
import { nested, overlapping, weighted, withMeasures } from './random-system.test.ts';
import type { Invented, Truth } from './random-system.test.ts';

const expectedLeaks: Record<string, readonly string[]> = {
  '01': ['B'],
  '02': [],
  '03': ['A@late'],
  '05': ['a'],
  '06': ['B'],
  '07': ['A'],
  '08': [],
  '10': [],
};

referenceTests<PublishedSystem>('the auditor says of the example what it should', 'examples', (system, name) => {
  const expected = expectedLeaks[name.slice(0, 2)];
  assert.ok(expected, `no verdict is written down for ${name}`);
  const audit = auditPublished(system);
  assert.deepEqual(
    audit.leaks.map((leak) => leak.atoms.join('+')),
    expected,
  );
  assert.equal(audit.safe, expected.length === 0);
  const kinds = audit.warnings.map((warning) => warning.kind);
  if (name.startsWith('08')) assert.ok(kinds.includes('unanimous') && kinds.includes('few answer sets'));
  if (name.startsWith('10')) assert.deepEqual(kinds, ['insiders']);
});

/** The leaking groups of an audit that hold no smaller leaking group. */
function minimalGroups(leaks: readonly Finding[]): string[] {
  const sets = [...new Set(leaks.map((leak) => [...leak.atoms].sort().join('+')))];
  const within = (one: string, other: string): boolean => one.split('+').every((atom) => other.split('+').includes(atom));
  return sets.filter((set) => !sets.some((other) => other !== set && within(other, set))).sort();
}

function truthOf(leak: Finding, truth: Truth): number {
  return leak.equation.reduce((sum, part) => {
    const measure = part.measure === 'q1' || part.measure === 'q2' ? part.measure : 'q3';
    return sum + part.coefficient * part.atoms.reduce((inner, atom) => inner + (truth[atom]?.[measure] ?? NaN), 0);
  }, 0);
}

function agreesWithBruteForce({ system, truth }: Invented, audit: Audit): void {
  const expected = bruteForceLeaks(system);
  assert.deepEqual(minimalGroups(audit.leaks), expected);
  assert.equal(audit.safe, expected.length === 0);
  for (const leak of audit.leaks) {
    assert.ok(leak.n < system.k);
    assert.equal(leak.value === null, leak.lessKnown.length > 0);
    // Published values are rounded to doubles; an equation with great coefficients makes that error as much greater.
    const scale = leak.equation.reduce((sum, part) => sum + Math.abs(part.coefficient), 0);
    if (leak.value !== null) assert.ok(Math.abs(leak.value - truthOf(leak, truth)) < 1e-6 + 1e-9 * scale, JSON.stringify(leak));
  }
}

const kinds: [string, fc.Arbitrary<Invented>, number][] = [
  ['overlapping groups', overlapping, 500],
  ['nested groups', nested, 400],
  ['several items and themes of them', withMeasures, 400],
  ['weighted combinations', weighted, 400],
];

for (const [kind, systems, runs] of kinds) {
  test(`no miss, no false alarm and every value right, by search over all sets: ${kind}`, () => {
    fc.assert(
      fc.property(systems, (invented) => agreesWithBruteForce(invented, auditPublished(invented.system, { search: 'always' }))),
      { numRuns: runs },
    );
  });
}

test('the residual theorem and the search agree on nested groups, with insiders too', () => {
  fc.assert(
    fc.property(nested, fc.nat(3), ({ system }, insiders) => {
      const quick = auditPublished(system, { insiders });
      const thorough = auditPublished(system, { insiders, search: 'always' });
      const groups = (audit: Audit): string[] =>
        minimalGroups([...audit.leaks, ...audit.warnings.filter((warning) => warning.kind === 'insiders')]);
      assert.deepEqual(groups(quick), groups(thorough));
      assert.equal(quick.safe, thorough.safe);
    }),
    { numRuns: 300 },
  );
});

test('a mean with one decimal gives nine answers away exactly, and thirty only roughly', () => {
  const system = (n: number): PublishedSystem => ({
    k: 5,
    atoms: { A: { n }, B: { n: 3 } },
    cells: [
      { id: 'AB', measure: 'q1', atoms: ['A', 'B'], sum: 3 * n + 10 },
      { id: 'A', measure: 'q1', atoms: ['A'], n, mean: 3, decimals: 1 },
    ],
  });
  const [exact] = auditPublished(system(9)).leaks;
  const [rough] = auditPublished(system(30)).leaks;
  assert.deepEqual([exact?.value, exact?.error], [10, 0]);
  assert.deepEqual([rough?.value, rough?.error], [10, 1.5]);
});

test('the distribution of one group and the mean of another are seen together', () => {
  const counts = [2, 3, 4, 5, 6];
  const system: PublishedSystem = {
    k: 5,
    atoms: { A: { n: 20 }, B: { n: 4 } },
    cells: [
      ...counts.map((sum, i) => ({ id: `A${i}`, measure: `q1=${i + 1}`, kind: 'count', atoms: ['A'], n: 20, sum })),
      { id: 'AB', measure: 'q1', atoms: ['A', 'B'], n: 24, sum: 82 },
    ],
  };
  const audit = auditPublished(system);
  assert.deepEqual(
    audit.leaks.map((leak) => leak.atoms),
    [['B']],
  );
  const withoutOne = auditPublished({ ...system, cells: system.cells.filter((cell) => cell.id !== 'A0') });
  assert.equal(withoutOne.safe, false);
});

test('what the attacker knows is taken away: five less one known is four', () => {
  const system: PublishedSystem = {
    k: 5,
    atoms: { me: { n: 1 }, others: { n: 4 } },
    known: ['me'],
    cells: [{ id: 'all', measure: 'q1', atoms: ['me', 'others'], n: 5, sum: 17 }],
  };
  const [leak] = auditPublished(system).leaks;
  assert.deepEqual([leak?.atoms, leak?.n, leak?.value, leak?.lessKnown], [['others'], 4, null, ['me']]);
  assert.equal(auditPublished({ ...system, known: [] }).safe, true);
});

test('a search that was cut short is not called safe', () => {
  const atoms = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`a${i}`, { n: 1 }]));
  const everyone = Object.keys(atoms);
  const cells = [everyone.slice(0, 6), everyone.slice(2), everyone.slice(1, 7)].map((members, i) => ({
    id: `c${i}`,
    measure: 'q1',
    atoms: members,
    sum: 18,
  }));
  const audit = auditPublished({ k: 5, atoms, cells }, { maximumSets: 2 });
  assert.deepEqual([audit.safe, audit.complete], [false, false]);
});

test('a broken system is refused', () => {
  const base = { k: 5, atoms: { A: { n: 6 } } };
  assert.throws(() => auditPublished({ ...base, cells: [{ id: 'x', measure: 'q1', atoms: ['B'], sum: 3 }] }), RangeError);
  assert.throws(() => auditPublished({ ...base, cells: [{ id: 'x', sum: 3 }] }), RangeError);
  assert.throws(
    () => auditPublished({ ...base, cells: [{ id: 'x', terms: [{ measure: 'q', atoms: ['A'], coef: 'many' }] }] }),
    RangeError,
  );
  const ring = { t: { u: 1 }, u: { t: 1 } };
  assert.throws(
    () => auditPublished({ ...base, measures: ring, cells: [{ id: 'x', measure: 't', atoms: ['A'], sum: 3 }] }),
    RangeError,
  );
});
