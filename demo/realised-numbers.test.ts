import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateFjordby } from './generator.ts';
import { selfAnswersOf, type DemoWave } from './organisation.ts';

// About 300 leaders of employees, as in the figures the generator is made to meet.
const organisation = generateFjordby({ employees: 6600, seed: 'figures', waves: 2, itemsPerTheme: [5, 5, 5, 5] });
const width = organisation.themeOfItem.length;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const sumOfSquares = (values: readonly number[]) => {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
};
const within = (actual: number, low: number, high: number) =>
  assert.ok(actual >= low && actual <= high, `${actual} is not between ${low} and ${high}`);

/** Rows of answers by the unit whose leader they are about. */
function rowsByUnit(wave: DemoWave): Map<number, number[]> {
  const raters = [...wave.row.keys()].filter((rater) => (wave.row[rater] ?? -1) >= 0);
  const byUnit = Map.groupBy(raters, (rater) => wave.ratedUnit[rater] ?? -1);
  return new Map([...byUnit].map(([unit, own]) => [unit, own.map((rater) => wave.row[rater] ?? -1)]));
}

const valid = (wave: DemoWave, row: number, items: readonly number[]) =>
  items.map((item) => wave.answers[row * width + item] ?? 0).filter((answer) => answer > 0);

/** ICC(1) of a one-way analysis of variance with n0 for unequal groups. */
function icc(groups: readonly number[][]): number {
  const all = groups.flat();
  const inside = groups.reduce((sum, group) => sum + sumOfSquares(group), 0);
  const between = sumOfSquares(all) - inside;
  const n0 = (all.length - groups.reduce((sum, group) => sum + group.length ** 2, 0) / all.length) / (groups.length - 1);
  const msb = between / (groups.length - 1);
  const msw = inside / (all.length - groups.length);
  return (msb - msw) / (msb + (n0 - 1) * msw);
}

const items = [...organisation.themeOfItem.keys()];

for (const wave of organisation.waves) {
  const groups = [...rowsByUnit(wave).values()];
  const perItem = items.map((item) => groups.map((rows) => rows.flatMap((row) => valid(wave, row, [item]))));

  test(`wave ${wave.number}: about 77 in a hundred answer and leave out about one item in eighteen`, () => {
    within(wave.answered / wave.rater.length, 0.74, 0.8);
    within(wave.answers.filter((answer) => answer < 1).length / wave.answers.length, 0.045, 0.065);
  });

  test(`wave ${wave.number}: items have means near 3.7 and spread near 1`, () => {
    within(mean(perItem.map((own) => mean(own.flat()))), 3.5, 3.85);
    within(mean(perItem.map((own) => Math.sqrt(sumOfSquares(own.flat()) / own.flat().length))), 0.94, 1.08);
  });

  test(`wave ${wave.number}: leaders differ: ICC(1) near .10 for an item and .15 for a theme`, () => {
    within(mean(perItem.map((own) => icc(own.filter((group) => group.length > 0)))), 0.07, 0.13);
    const theme = groups.map((rows) =>
      rows
        .map((row) => valid(wave, row, [0, 1, 2, 3, 4]))
        .filter((own) => own.length > 0)
        .map(mean),
    );
    within(icc(theme.filter((group) => group.length > 0)), 0.1, 0.2);
  });

  test(`wave ${wave.number}: leaders see themselves a little better than others do`, () => {
    const differences = [...rowsByUnit(wave)].flatMap(([unit, rows]) => {
      const own = selfAnswersOf(organisation, wave, unit);
      const numbers = own?.filter((answer) => typeof answer === 'number') ?? [];
      if (rows.length < 5 || numbers.length === 0) return [];
      return [mean(numbers) - mean(rows.flatMap((row) => valid(wave, row, items)))];
    });
    within(mean(differences), 0.05, 0.35);
    within(differences.filter((difference) => Math.abs(difference) <= 0.5).length / differences.length, 0.55, 0.75);
  });
}

test('a leader who stays keeps about .7 of the effect of the year before', () => {
  const [first, second] = organisation.waves;
  const stayed = organisation.units.map((_, unit) => unit).filter((unit) => first?.leader[unit] === second?.leader[unit]);
  const pairs = stayed.map((unit) => [first?.trueEffect[unit] ?? 0, second?.trueEffect[unit] ?? 0] as const);
  const [x, y] = [pairs.map(([before]) => before), pairs.map(([, after]) => after)];
  const covariance = mean(pairs.map(([before, after]) => (before - mean(x)) * (after - mean(y))));
  within(covariance / Math.sqrt((sumOfSquares(x) / x.length) * (sumOfSquares(y) / y.length)), 0.62, 0.86);
});
