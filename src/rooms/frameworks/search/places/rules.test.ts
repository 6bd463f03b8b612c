import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPlaces, type Findable } from './rules.ts';

const statement = (element: string, words: string, more: Partial<Findable> = {}): Findable => {
  const search = words
    .split(' ')
    .map((word) => `^${word}=${word};`)
    .join('');
  return { versionId: 'v1', element, level: null, parent: null, atLevel: null, position: 0, search, ...more };
};
const term = (word: string) => ({ word, stems: [word] });
const all = { chosen: new Set(['v1', 'v2']), from: 0, most: 20 };
const names = (found: ReturnType<typeof findPlaces>) => found.places.map(({ element }) => element);

test('the word itself comes before the start of a longer word, and that before a later part of one', () => {
  const places = [statement('later', 'hverdagsmod'), statement('start', 'modet'), statement('word', 'mod')];
  assert.deepEqual(names(findPlaces(places, [term('mod')], all)), ['word', 'start', 'later']);
});

test('only when no place has all the words do the words above a place and the name of its level count', () => {
  const heading = statement('heading', 'samtaler');
  const below = statement('below', 'aftaler', { parent: 'heading' });
  const level: Findable = { ...statement('', 'chef'), element: null, level: 2 };
  const atLevel = statement('at level', 'aftaler', { atLevel: 2 });
  const terms = [term('samtaler'), term('aftaler')];
  assert.deepEqual(names(findPlaces([heading, below], terms, all)), ['below']);
  assert.deepEqual(names(findPlaces([level, atLevel], [term('chef'), term('aftaler')], all)), ['at level']);
  const both = statement('both', 'aftaler samtaler');
  assert.deepEqual(names(findPlaces([heading, below, both], terms, all)), ['both']);
});

test('one framework is chosen, the others are still counted, and a page has its own part', () => {
  const places = [
    ...Array.from({ length: 5 }, (_, at) => statement(`a${at}`, 'tillid', { position: at })),
    statement('b', 'tillid', { versionId: 'v2' }),
  ];
  const found = findPlaces(places, [term('tillid')], { chosen: new Set(['v1']), from: 2, most: 2 });
  assert.deepEqual(names(found), ['a2', 'a3']);
  assert.equal(found.total, 5);
  assert.deepEqual(
    [...found.counts],
    [
      ['v1', 5],
      ['v2', 1],
    ],
  );
  assert.deepEqual(findPlaces(places, [term('xylofon')], all), { places: [], total: 0, matched: 0, counts: new Map() });
});
