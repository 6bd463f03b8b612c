import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Statement } from '../schema.ts';
import { differenceOfVersions, longestRise } from './rules.ts';
import type { OriginKinds } from './schema.ts';
import { differenceOfWords } from './words/rules.ts';

const side = (parts: ReturnType<typeof differenceOfWords>, other: 'gone' | 'new'): string =>
  parts.flatMap((part) => (part.kind === other ? [] : [part.text])).join('');

test('old and new can be read out of the difference, whatever the texts', () => {
  const words = fc.array(fc.constantFrom('vi', 'lytter', 'og', 'handler', ',', '.', ' ', '\n', 'åben', '!'), { maxLength: 40 });
  const text = fc.oneof(
    words.map((parts) => parts.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = differenceOfWords(before, after);
      assert.equal(side(parts, 'new'), before);
      assert.equal(side(parts, 'gone'), after);
      assert.ok(parts.every((part, index) => part.text !== '' && part.kind !== parts[index + 1]?.kind));
      assert.deepEqual(
        differenceOfWords(before, before).filter((part) => part.kind !== 'same'),
        [],
      );
    }),
    { numRuns: 500 },
  );
});

test('a changed word is shown as that word', () => {
  assert.deepEqual(differenceOfWords('Vi lytter til alle.', 'Vi lytter til borgerne.'), [
    { kind: 'same', text: 'Vi lytter til ' },
    { kind: 'gone', text: 'alle' },
    { kind: 'new', text: 'borgerne' },
    { kind: 'same', text: '.' },
  ]);
});

test('two long texts without a word in common are compared at once, and wholly', () => {
  const long = (word: string) => Array.from({ length: 6000 }, (_, index) => `${word}${index}`).join(' ');
  const parts = differenceOfWords(long('gammel'), long('ny'));
  assert.equal(side(parts, 'new'), long('gammel'));
  assert.equal(side(parts, 'gone'), long('ny'));
});

const statement = (id: string, text: string, parent: string | null = null): Statement => ({
  statementId: id,
  elementId: `e-${id}`,
  slug: id,
  kind: 'value',
  kindName: 'Værdi',
  level: null,
  levelName: null,
  title: null,
  text,
  path: [],
  depth: 0,
  parentId: parent === null ? null : `e-${parent}`,
});
const told = (origins: [string, OriginKinds extends ReadonlyMap<string, infer T> ? T : never][]): OriginKinds => new Map(origins);

test('every statement of both versions stands once in the difference, and what is gone stands where it stood', () => {
  const before = ['a', 'b', 'c', 'd'].map((id) => statement(id, `ord ${id}`));
  const after = [statement('a', 'ord a'), statement('c', 'andre ord c'), statement('x', 'nye ord'), statement('d', 'ord d')];
  const { rows, counts } = differenceOfVersions(before, after);
  assert.deepEqual(
    rows.map((row) => `${row.change} ${(row.after ?? row.before)?.statementId}`),
    ['same a', 'gone b', 'edited c', 'new x', 'same d'],
  );
  assert.deepEqual(Object.fromEntries(counts.map(({ change, count }) => [change, count])), {
    edited: 1,
    new: 1,
    gone: 1,
    same: 2,
  });
});

test('only the statement that was moved is said to be moved', () => {
  const order = (ids: string) => [...ids].map((id) => statement(id, id));
  const moved = (before: string, after: string) =>
    differenceOfVersions(order(before), order(after)).rows.flatMap((row) => (row.moved ? [row.after?.statementId] : []));
  assert.deepEqual(moved('abcde', 'eabcd'), ['e']);
  assert.deepEqual(moved('abcde', 'abcde'), []);
  assert.deepEqual(moved('abcde', 'acde'), [], 'a gap is no move');
  const under = differenceOfVersions([statement('a', 'a'), statement('b', 'b')], [statement('a', 'a'), statement('b', 'b', 'a')]);
  assert.deepEqual(
    under.rows.map((row) => row.moved),
    [false, true],
  );
});

test('a longest rise is rising and no shorter than any found by trying', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(20), { maxLength: 9 }), (numbers) => {
      const rise = [...longestRise(numbers)].sort((a, b) => a - b).map((index) => numbers[index] ?? 0);
      assert.ok(rise.every((number, index) => index === 0 || number > (rise[index - 1] ?? 0)));
      const best = (from: number, above: number): number =>
        from === numbers.length
          ? 0
          : Math.max(best(from + 1, above), (numbers[from] ?? 0) > above ? 1 + best(from + 1, numbers[from] ?? 0) : 0);
      assert.equal(rise.length, best(0, -1));
    }),
  );
});

test('what somebody said of a statement decides whether it is edited, replaced, split or merged', () => {
  const before = [statement('a', 'Vi lytter'), statement('b', 'Vi handler'), statement('c', 'Vi hviler')];
  const after = [statement('a', 'Vi lytter længe'), statement('b', 'Vi ror og hviler'), statement('d', 'handler')];
  const origins = told([
    ['a', { kind: 'replaced', from: ['a'] }],
    ['b', { kind: 'merged', from: ['b', 'c'] }],
    ['d', { kind: 'split', from: ['b'] }],
  ]);
  const { rows } = differenceOfVersions(before, after, origins);
  assert.deepEqual(
    rows.map((row) => `${row.change} ${row.from.map((one) => one.statementId).join('+')}`),
    ['replaced ', 'merged b+c', 'gone ', 'split b'],
  );
});
