import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { describeItem } from './item-description.ts';
import type { ItemDescription } from './item-description.ts';
import { referenceTest } from './reference-file.test.ts';

const scale = { lowest: 1, highest: 5 };

interface Data {
  scale: [number, number];
  favourable: number[];
  items: string[];
  responses: (number | null)[][];
  edgeCases: { name: string; values: number[]; expected: Record<string, number | null> }[];
}
type Figures = Record<string, number | null> & {
  item: string;
  counts: number[];
  percent: number[];
  percentRoundedSum100: number[];
};

function named(description: ItemDescription): Record<string, number | null> {
  return {
    nValid: description.answered,
    nMissing: description.missing,
    mean: description.mean,
    sd: description.deviation,
    median: description.median,
    min: description.least,
    max: description.greatest,
    percentFavourable: description.percentFavourable,
    percentNeutral: description.percentNeutral,
    percentUnfavourable: description.percentUnfavourable,
  };
}

referenceTest<Data, { items: Figures[] }>(
  'every figure about an item is the one R gives',
  'item-descriptives.json',
  ({ data, expected }, near) => {
    const [lowest, highest] = data.scale;
    expected.items.forEach((figures, column) => {
      const description = describeItem(
        data.responses.map((row) => row[column] ?? null),
        { lowest, highest },
        data.favourable,
      );
      for (const [name, value] of Object.entries(named(description)))
        near(value, figures[name] ?? null, `${figures.item} ${name}`);
      assert.deepEqual(description.counts, figures.counts);
      assert.deepEqual(description.wholePercents, figures.percentRoundedSum100);
      figures.percent.forEach((percent, option) => near(description.percents?.[option], percent, `${figures.item} percent`));
    });
    for (const edge of data.edgeCases) {
      const figures = named(describeItem(edge.values, { lowest, highest }, data.favourable));
      for (const [name, value] of Object.entries(edge.expected)) near(figures[name], value, `${edge.name} ${name}`);
    }
  },
);

test('nobody answered: every figure is null, none is zero', () => {
  const description = describeItem([null, null], scale, [4, 5]);
  assert.deepEqual(
    [description.mean, description.deviation, description.median, description.wholePercents],
    [null, null, null, null],
  );
  assert.deepEqual([description.percentFavourable, description.least, description.missing], [null, null, 2]);
});

test('an answer off the scale stops the work', () => {
  assert.throws(() => describeItem([6], scale, [4, 5]), RangeError);
  assert.throws(() => describeItem([2.5], scale, [4, 5]), RangeError);
});

test('favourable, neutral and unfavourable are everybody who answered', () => {
  const answers = fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }), { maxLength: 40 });
  fc.assert(
    fc.property(answers, (given) => {
      const item = describeItem(given, scale, [4, 5]);
      if (item.answered === 0) return item.mean === null;
      const sum = (item.percentFavourable ?? NaN) + (item.percentNeutral ?? NaN) + (item.percentUnfavourable ?? NaN);
      return Math.abs(sum - 100) < 1e-9 && item.answered + item.missing === given.length;
    }),
  );
});
