import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { agreementAtMean, themeAgreementAtMean } from './agreement-at-mean.ts';
import { assertNear, referenceTest } from './reference-file.test.ts';
import { spreadWord } from './spread-word.ts';
import {
  averageDeviation,
  evenSpreadVariance,
  themeAgreement,
  untruncatedAgreement,
  withinGroupAgreement,
} from './within-group-agreement.ts';

const scale = { lowest: 1, highest: 5 };
const items = ['q1', 'q2', 'q3', 'q4'] as const;

type Row = { unit: string } & Record<(typeof items)[number], number>;
interface Unit {
  unit: string;
  n: number;
  rwgQ1: number | null;
  rwgjUniform: number | null;
  awgQ1: number | null;
  awgj: number | null;
  rwgQ1Untruncated: number | null;
  adQ1: number | null;
}
interface Expected {
  uniformNullVariance: number;
  units: Unit[];
  edge: Record<string, { values: number[]; rwg: number | null; rwgUntruncated: number | null; awg: number | null }>;
  rwgNull95: { n: number[]; q95: number[]; toleranceMonteCarlo: number };
}

referenceTest<{ rows: Row[] }, Expected>(
  'agreement within units is the one R gives',
  'rwg-awg.json',
  ({ data, expected }, near) => {
    near(evenSpreadVariance(scale), expected.uniformNullVariance, 'even spread');
    for (const wanted of expected.units) {
      const rows = data.rows.filter((row) => row.unit === wanted.unit);
      const answers = items.map((item) => rows.map((row) => row[item]));
      const first = answers[0] ?? [];
      assert.equal(rows.length, wanted.n);
      near(withinGroupAgreement(first, scale), wanted.rwgQ1, `${wanted.unit} r_wg`);
      near(untruncatedAgreement(first, scale), wanted.rwgQ1Untruncated, `${wanted.unit} untruncated`);
      near(themeAgreement(answers, scale), wanted.rwgjUniform, `${wanted.unit} r_wg(j)`);
      near(agreementAtMean(first, scale), wanted.awgQ1, `${wanted.unit} a_wg`);
      near(themeAgreementAtMean(answers, scale), wanted.awgj, `${wanted.unit} a_wg(j)`);
      near(averageDeviation(first), wanted.adQ1, `${wanted.unit} average deviation`);
    }
    for (const [name, edge] of Object.entries(expected.edge)) {
      near(withinGroupAgreement(edge.values, scale), edge.rwg, `${name} r_wg`);
      near(untruncatedAgreement(edge.values, scale), edge.rwgUntruncated, `${name} untruncated`);
      near(agreementAtMean(edge.values, scale), edge.awg, `${name} a_wg`);
    }
    expected.rwgNull95.n.forEach((n, i) => {
      assertNear(
        chanceAgreement(n, 0.95),
        expected.rwgNull95.q95[i] ?? NaN,
        expected.rwgNull95.toleranceMonteCarlo,
        `chance ${n}`,
      );
    });
  },
);

/** The agreement that random answers of n people reach with this probability: every possible count, with its exact chance. */
function chanceAgreement(n: number, probability: number): number {
  const cases: { agreement: number; chance: number }[] = [];
  const fill = (counts: number[], left: number, chance: number): void => {
    if (counts.length === 4) {
      const answers = [...counts, left].flatMap((count, option) => new Array<number>(count).fill(option + 1));
      cases.push({ agreement: withinGroupAgreement(answers, scale) ?? 0, chance });
      return;
    }
    const share = 1 / (5 - counts.length);
    let part = (1 - share) ** left;
    for (let count = 0; count <= left; count++) {
      fill([...counts, count], left - count, chance * part);
      part *= ((left - count) / (count + 1)) * (share / (1 - share));
    }
  };
  fill([], n, 1);
  cases.sort((a, b) => a.agreement - b.agreement);
  let seen = 0;
  return cases.find((one) => (seen += one.chance) >= probability - 1e-9)?.agreement ?? NaN;
}

test('fewer than two answers agree about nothing', () => {
  assert.equal(withinGroupAgreement([], scale), null);
  assert.equal(themeAgreement([], scale), null);
  assert.equal(themeAgreement([[1, 2], [3]], scale), null);
  assert.equal(agreementAtMean([3, 3, 4], scale), null);
  assert.equal(averageDeviation([]), null);
});

test('the spread gets a word from twenty answers and not before', () => {
  assert.equal(spreadWord([0, 0, 19, 0, 0], scale), null);
  assert.equal(spreadWord([0, 0, 20, 0, 0], scale), 'tight');
  assert.equal(spreadWord([4, 4, 4, 4, 4], scale), 'two camps');
  assert.equal(spreadWord([3, 4, 6, 4, 3], scale), 'spread');
  assert.equal(spreadWord([10, 0, 0, 0, 10], scale), 'two camps');
});

test('agreement does not change when the scale is turned round', () => {
  const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(answers, (given) => {
      const turned = given.map((answer) => 6 - answer);
      assertNear(withinGroupAgreement(turned, scale), withinGroupAgreement(given, scale), 1e-12, 'r_wg');
      assertNear(agreementAtMean(turned, scale), agreementAtMean(given, scale), 1e-9, 'a_wg');
    }),
  );
});
