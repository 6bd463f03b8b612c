import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seenMark } from '../attributes/seen/rules.ts';
import type { Weight } from '../attributes/schema.ts';
import type { Statement } from '../schema.ts';
import { specialAt, weighable, weightsOfRow, wordsWithoutWeight, isTouched } from './rules.ts';

function statement(id: string, more: Partial<Statement>): Statement {
  const blank = {
    slug: id,
    kindName: '',
    level: null,
    levelName: null,
    title: id,
    text: null,
    path: [],
    depth: 0,
    parentId: null,
  };
  return { statementId: id, elementId: id, kind: 'guidepost', ...blank, ...more };
}

test('AA1 the same guideposts hold for all, with special weight at some levels', () => {
  const weights: Record<string, Weight[]> = {
    Retning: [
      { level: 1, weight: 3, words: 'Sætter den' },
      { level: 2, weight: 2, words: '' },
    ],
    Nærvær: [{ level: 2, weight: 3, words: '' }],
  };
  const all = [statement('Retning', {}), statement('Nærvær', {}), statement('Mod', {})];
  const special = (position: number) =>
    specialAt({ position, name: '' }, all, (id) => weights[id] ?? []).map((one) => [one.statement.title, one.weight.words]);
  assert.deepEqual([special(1), special(2), special(3)], [[['Retning', 'Sætter den']], [['Nærvær', '']], []]);
});

test('AA1 headings are weighed; details on request, and what is weighed already is always there', () => {
  const all = [
    statement('Retning', {}),
    statement('betyder', { title: null, text: 'Det betyder', depth: 1 }),
    statement('praksis', { title: null, text: 'I praksis', depth: 1 }),
    statement('kun-chef', { level: 2 }),
  ];
  const names = (weighed: string[], every: boolean) =>
    weighable(all, new Set(weighed), every).map(({ statementId }) => statementId);
  assert.deepEqual(names([], false), ['Retning']);
  assert.deepEqual(names(['praksis'], false), ['Retning', 'praksis']);
  assert.deepEqual(names([], true), ['Retning', 'betyder', 'praksis']);
});

test('words without a weight are asked about, and levels without one are left out', () => {
  const row = {
    statement: 's',
    seen: '',
    weights: [
      { level: 2, weight: 3 as const, words: 'mest' },
      { level: 1, weight: null, words: 'men' },
    ],
  };
  assert.deepEqual(wordsWithoutWeight([row]), [{ statement: 's', level: 1 }]);
  assert.deepEqual(weightsOfRow(row), [{ level: 2, weight: 3, words: 'mest' }]);
});

test('AA1 a row nobody wrote in is not sent again with what stood there before; words alone count as written', () => {
  const weights = [{ level: 1, weight: 3 as const, words: '' }];
  const row = { statement: 's', seen: seenMark(weights), weights };
  assert.equal(isTouched(row), false);
  assert.equal(isTouched({ ...row, weights: [{ level: 1, weight: 2, words: '' }] }), true);
  assert.equal(isTouched({ ...row, weights: [...weights, { level: 2, weight: null, words: 'næsten' }] }), true);
});
