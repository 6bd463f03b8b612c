import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element, Manuscript } from '../schema.ts';
import { joinElements, placesToSplit, splitElement } from './rules.ts';

const element = (id: string, position: number, more: Partial<Element> = {}): Element => ({
  id,
  statementId: `s-${id}`,
  slug: id,
  parentId: null,
  position,
  kind: 'expectation',
  level: 2,
  title: null,
  text: null,
  firstLine: null,
  lastLine: null,
  page: null,
  revision: 1,
  ...more,
});
const draft = (...elements: Element[]): Manuscript => ({ elements, rests: [], removals: [] });
const said = ({ elements }: Manuscript): string[] =>
  elements.toSorted((a, b) => a.position - b.position).map(({ title, text }) => `${title ?? ''}|${text ?? ''}`);

test('the first part keeps its place, its id and what lies below; the second stands right after it and is like it', () => {
  const before = draft(
    element('a', 1, { title: 'Mod', text: 'Et. To.', firstLine: 4, lastLine: 7 }),
    element('b', 1, { parentId: 'a', text: 'under' }),
    element('c', 2, { text: 'efter' }),
  );
  const split = splitElement(before, 'a', { part: 'text', at: 3 }, 2);
  assert.ok(split);
  const { elements } = split.manuscript;
  const [first, second] = ['a', split.id].map((id) => elements.find((one) => one.id === id));
  assert.deepEqual([first?.title, first?.text, first?.statementId], ['Mod', 'Et.', 's-a']);
  assert.deepEqual(
    [second?.title, second?.text, second?.kind, second?.level, second?.position],
    [null, 'To.', 'expectation', 2, 2],
  );
  assert.deepEqual([first?.firstLine, second?.lastLine], [4, 7]);
  assert.equal(elements.find(({ id }) => id === 'b')?.parentId, 'a');
  assert.equal(elements.find(({ id }) => id === 'c')?.position, 3);
});

test('no word is cut in two, and no part is left without words', () => {
  const one = draft(element('a', 1, { text: 'Chefen går foran' }));
  assert.deepEqual(said(splitElement(one, 'a', { part: 'text', at: 9 }, 2)?.manuscript ?? one), ['|Chefen', '|går foran']);
  assert.equal(splitElement(one, 'a', { part: 'text', at: 3 }, 2), null);
  assert.equal(splitElement(one, 'a', { part: 'text', at: 99 }, 2), null);
  assert.equal(splitElement(one, 'nobody', { part: 'text', at: 7 }, 2), null);
});

test('a heading is split with the text after the cut; a heading and its text come apart at the beginning of the text', () => {
  const one = draft(element('a', 1, { title: 'Mod og vilje', text: 'Vi siger det.' }));
  assert.deepEqual(said(splitElement(one, 'a', { part: 'title', at: 4 }, 2)?.manuscript ?? one), [
    'Mod|',
    'og vilje|Vi siger det.',
  ]);
  assert.deepEqual(said(splitElement(one, 'a', { part: 'text', at: 0 }, 2)?.manuscript ?? one), [
    'Mod og vilje|',
    '|Vi siger det.',
  ]);
});

test('a torn sentence runs on when it is joined, a new one begins on its own line, and two headings become one', () => {
  const join = (a: Partial<Element>, b: Partial<Element>): string[] =>
    said(joinElements(draft(element('a', 1, a), element('b', 2, b)), 'a', 2)?.manuscript ?? draft());
  assert.deepEqual(join({ text: 'Lederen går foran, og' }, { text: 'siger det.' }), ['|Lederen går foran, og siger det.']);
  assert.deepEqual(join({ text: 'Et.' }, { text: 'To.' }), ['|Et.\nTo.']);
  assert.deepEqual(join({ title: 'Mod og' }, { title: 'vilje' }), ['Mod og vilje|']);
  assert.deepEqual(join({ title: 'Mod' }, { text: 'Vi siger det.' }), ['Mod|Vi siger det.']);
});

test('what lay below the second comes last below the first', () => {
  const before = draft(
    element('a', 1, { text: 'Et.' }),
    element('a1', 1, { parentId: 'a', text: 'under et' }),
    element('b', 2, { text: 'To.' }),
    element('b1', 1, { parentId: 'b', text: 'under to' }),
  );
  const joined = joinElements(before, 'a', 2);
  assert.equal(joined?.gone, 'b');
  const below = joined?.manuscript.elements.filter(({ parentId }) => parentId === 'a').map(({ id, position }) => [id, position]);
  assert.deepEqual(below, [['a1', 1], ['b1', 2]]); // prettier-ignore
  assert.equal(joinElements(before, 'b', 2), null, 'nothing stands after it');
});

test('without a cursor a text can be split after each sentence and each line', () => {
  assert.deepEqual(placesToSplit('Et. To: tre!\nFire'), [4, 8, 13]);
  assert.deepEqual(placesToSplit('Et ord'), []);
});
