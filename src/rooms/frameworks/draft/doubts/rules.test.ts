import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element, Manuscript, Rest } from '../schema.ts';
import { doubtsOf } from './rules.ts';

const element = (id: string, more: Partial<Element>): Element => ({
  id,
  statementId: id,
  slug: id,
  parentId: null,
  position: 1,
  kind: 'expectation',
  level: null,
  title: null,
  text: null,
  firstLine: null,
  lastLine: null,
  page: null,
  revision: 1,
  ...more,
});
const rest = (id: string, more: Partial<Rest>): Rest => ({
  id,
  position: 1,
  kind: 'unplaced',
  text: id,
  repairedTo: null,
  firstLine: null,
  lastLine: null,
  page: null,
  elementId: null,
  decided: null,
  ...more,
});
const draft = (elements: Element[], rests: Rest[] = []): Manuscript => ({ elements, rests, removals: [] });
const reasonsOf = (manuscript: Manuscript, id: string): string[] =>
  doubtsOf(manuscript)
    .find((doubt) => doubt.id === id)
    ?.reasons.map(({ reason }) => reason) ?? [];
const good = (id: string, position: number, more: Partial<Element> = {}): Element =>
  element(id, { position, text: `Vi følger op på aftalen nummer ${position}.`, ...more });

test('a draft in good order has no doubtful places', () => {
  const parts = [1, 2, 3, 4].map((at) => good(`u${at}`, at, { parentId: 'tema' }));
  assert.deepEqual(doubtsOf(draft([element('tema', { kind: 'theme', title: 'Retning' }), ...parts])), []);
});

test('each kind of doubt is seen, and says why', () => {
  const usual = [1, 2, 3, 4, 5].map((at) => good(`u${at}`, at));
  const with_ = (more: Partial<Element>): string[] => reasonsOf(draft([...usual, good('x', 6, more)]), 'x');
  assert.deepEqual(with_({ text: null }), ['wordless']);
  assert.deepEqual(with_({ text: 'Lederen går foran, når det er svært, og' }), ['torn']);
  assert.deepEqual(with_({ text: 'siger det højt på mødet.' }), ['torn']);
  assert.deepEqual(with_({ text: 'Vi føl|ger op på hver aftale, vi har lavet.' }), ['strange']);
  assert.deepEqual(with_({ text: 'Ja.' }), ['short']);
  assert.deepEqual(with_({ text: 'Vi følger op. '.repeat(20) }), ['long']);
  assert.deepEqual(with_({ text: usual[0]?.text ?? null }), ['same']);
  assert.deepEqual(with_({ confidence: 0.4 }), ['unsure']);
});

test('a heading without anything below it stands out where the others have something', () => {
  const themes = ['a', 'b', 'c', 'd'].map((id, at) => element(id, { kind: 'theme', title: `Tema ${id}`, position: at + 1 }));
  const below = ['a', 'b', 'c'].map((id) => good(`${id}1`, 1, { parentId: id, text: `Vi gør noget ved ${id}.` }));
  assert.deepEqual(reasonsOf(draft([...themes, ...below]), 'd'), ['childless']);
});

test('repairs nobody has decided add up; decided ones no longer count', () => {
  const repair = (at: number, decided: Rest['decided']): Rest =>
    rest(`r${at}`, { kind: 'repair', text: 'pa', repairedTo: 'på', firstLine: 3, lastLine: 3, decided });
  const one = good('x', 1, { firstLine: 2, lastLine: 4 });
  assert.deepEqual(reasonsOf(draft([one], [repair(1, null), repair(2, null), repair(3, null)]), 'x'), ['repaired']);
  assert.deepEqual(reasonsOf(draft([one], [repair(1, 'accepted'), repair(2, 'rejected'), repair(3, null)]), 'x'), []);
});

test('the most doubtful come first, and doubt is never more than 1', () => {
  const torn = good('x', 1, { text: 'føl|ger op, og', confidence: 0.2 });
  const found = doubtsOf(draft([torn, good('y', 2, { text: 'Lederen går foran, og' })], [rest('løs', {})]));
  assert.deepEqual(
    found.map(({ id }) => id),
    ['x', 'løs', 'y'],
  );
  assert.ok(found.every(({ doubt }, index) => doubt > 0 && doubt <= 1 && doubt <= (found[index - 1]?.doubt ?? 1)));
});
