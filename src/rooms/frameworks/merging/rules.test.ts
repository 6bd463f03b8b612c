import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { newId } from '#base/ids.ts';
import type { Element, Manuscript } from '../draft/schema.ts';
import { inDocumentOrder } from '../tree/rules.ts';
import { decidedPair, pairsOf } from './rules.ts';

const side = (statementId: string, title: string | null, text: string | null = null) => ({ statementId, title, text });

it('HO1 statements that share most of their words stand side by side, each in one pair at most', () => {
  const first = [
    side('a1', 'Vi giver plads', 'Lederen giver plads til nye idéer'),
    side('a2', 'Drift'),
    side('a3', null, 'Alle får svar samme dag'),
  ];
  const second = [
    side('b1', 'Plads', 'Lederen giver plads til alle nye idéer'),
    side('b2', 'drift', 'Vi holder, hvad vi lover'),
    side('b3', null, 'Ingen bliver glemt'),
  ];
  const pairs = pairsOf(first, second).map(({ firstId, secondId }) => `${firstId}-${secondId}`);
  assert.deepEqual(pairs, ['a1-b1', 'a2-b2']);
});

it('HO1 nobody stands in two pairs, whatever the words', () => {
  const words = fc.array(fc.constantFrom('vi', 'lytter', 'leder', 'svarer', 'hver', 'dag'), { minLength: 1, maxLength: 6 });
  const sides = fc.array(words, { maxLength: 12 });
  fc.assert(
    fc.property(sides, sides, (left, right) => {
      const make = (all: string[][], mark: string) => all.map((text, at) => side(`${mark}${at}`, null, text.join(' ')));
      const pairs = pairsOf(make(left, 'a'), make(right, 'b'));
      assert.equal(new Set(pairs.map((pair) => pair.firstId)).size, pairs.length);
      assert.equal(new Set(pairs.map((pair) => pair.secondId)).size, pairs.length);
      for (const pair of pairs) assert.ok(pair.alike >= 0.5 && pair.alike <= 1);
    }),
  );
});

function element(statementId: string, parentId: string | null, position: number, text: string): Element {
  return {
    id: `e-${statementId}`,
    statementId,
    slug: statementId,
    parentId,
    position,
    kind: 'principle',
    level: null,
    title: null,
    text,
    firstLine: null,
    lastLine: null,
    page: null,
    revision: 1,
  } as Element;
}

const elements = [
  element('a', null, 1, 'ord fra den ene'),
  element('a-child', 'e-a', 1, 'barn af den ene'),
  element('b', null, 2, 'ord fra den anden'),
  element('b-child', 'e-b', 1, 'barn af den anden'),
  element('c', null, 3, 'sidst'),
];
const manuscript: Manuscript = { elements, rests: [], removals: [] };
const pair = { firstId: 'a', secondId: 'b' };
const shape = (after: Manuscript | null) =>
  inDocumentOrder(after?.elements ?? []).map((one) => `${one.depth}${one.position} ${one.text ?? ''}`);

it('HO1 what is decided about two statements leaves one, and what stood under the other moves along', () => {
  const none = { title: null, text: null };
  assert.deepEqual(shape(decidedPair(manuscript, pair, 'second', none, 2)), [
    '01 ord fra den anden',
    '11 barn af den ene',
    '12 barn af den anden',
    '02 sidst',
  ]);
  const joined = decidedPair(manuscript, pair, 'joined', { title: 'Fælles', text: 'skrevet sammen' }, 2);
  assert.equal(joined?.elements[0]?.title, 'Fælles');
  assert.equal(shape(joined)[0], '01 skrevet sammen');
  assert.deepEqual(shape(decidedPair(manuscript, pair, 'both', none, 2)), shape(manuscript));
  assert.equal(decidedPair(manuscript, { firstId: 'a', secondId: newId() }, 'first', none, 2), null);
  assert.equal(decidedPair(manuscript, { firstId: 'b-child', secondId: 'b' }, 'first', none, 2), null);
});
