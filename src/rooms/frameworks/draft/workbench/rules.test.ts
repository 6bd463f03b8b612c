import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element, Rest } from '../schema.ts';
import { sourceView } from './rules.ts';

const texts = Array.from({ length: 60 }, (_, index) => `linje ${index + 1}`);
const element = (id: string, firstLine: number, lastLine: number): Element => ({
  id,
  statementId: id,
  slug: id,
  parentId: null,
  position: 1,
  kind: 'theme',
  level: null,
  title: id,
  text: null,
  firstLine,
  lastLine,
  page: null,
  revision: 1,
});
const rest = (id: string, line: number): Rest => ({
  id,
  position: 1,
  kind: 'unplaced',
  text: id,
  repairedTo: null,
  firstLine: line,
  lastLine: line,
  page: null,
  elementId: null,
  decided: null,
});

test('each line leads to what its words became, once per run of lines', () => {
  const view = sourceView(texts, [element('hele', 1, 10), element('del', 3, 4)], [rest('løs', 12)], null, false);
  assert.equal(view.whole, true);
  assert.deepEqual(
    view.lines.slice(0, 12).map(({ owner }) => owner?.id ?? null),
    ['hele', 'hele', 'del', 'del', 'hele', 'hele', 'hele', 'hele', 'hele', 'hele', null, 'løs'],
  );
  assert.deepEqual(
    view.lines.filter(({ begins }) => begins).map(({ number }) => number),
    [1, 3, 5, 12],
  );
});

test('of a long document the surroundings of the chosen statement are shown, its own lines marked', () => {
  const chosen = element('valgt', 30, 31);
  const view = sourceView(texts, [chosen], [], chosen, false);
  assert.deepEqual([view.first, view.last, view.total, view.whole], [18, 43, 60, false]);
  assert.deepEqual(
    view.lines.filter(({ marked }) => marked).map(({ number }) => number),
    [30, 31],
  );
  assert.equal(sourceView(texts, [chosen], [], chosen, true).lines.length, 60);
});

test('what an editor wrote stands on no line, and then the whole document is shown', () => {
  const own = { ...element('egen', 1, 1), firstLine: null, lastLine: null };
  assert.equal(sourceView(texts, [own], [], own, false).whole, true);
});
