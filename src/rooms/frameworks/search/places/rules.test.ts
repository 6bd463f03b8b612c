import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookOf, type ElementRow } from '../books/rules.ts';
import { findPlaces, type Library } from './rules.ts';

const searchOf = (words: string, mark = '^') =>
  words
    .split(' ')
    .map((word) => `${mark}${word}${mark === '<' ? '>' : '='}${word};`)
    .join('');
const statement = (element: string, words: string, more: Partial<ElementRow> = {}): ElementRow => {
  const rest = { statementId: element, parent: null, atLevel: null, kind: 'expectation', title: null };
  return { element, text: words, search: searchOf(words), ...rest, ...more };
};
const term = (word: string) => ({ word, stems: [word] });
const all = { chosen: new Set(['v1', 'v2']), from: 0, most: 20 };

function library(versions: Record<string, ElementRow[]>, levels: string[] = [], title = 'navn'): Library {
  const lexicon = { words: [], stems: [], numbers: new Map<string, number>() };
  const rows = levels.map((name, at) => ({ level: at + 1, title: name, search: searchOf(name, '<') }));
  const version = { title, search: searchOf(title, '<') };
  const books = Object.entries(versions).map(([id, elements]) => {
    const book = bookOf({ version, levels: rows, kindNames: [], elements }, lexicon);
    return [id, book] as const;
  });
  return { books: new Map(books), lexicon };
}

const names = (found: ReturnType<typeof findPlaces>, { books }: Library) =>
  found.places.map(({ versionId, at }) => books.get(versionId)?.places[at]?.element ?? 'title');

function found(elements: ElementRow[], words: string, levels: string[] = []): string[] {
  const here = library({ v1: elements }, levels);
  return names(findPlaces(here, words.split(' ').map(term), all), here);
}

test('the word itself comes before the start of a longer word, and that before a later part of one', () => {
  const places = [statement('later', 'hverdagsmod'), statement('start', 'modet'), statement('word', 'mod')];
  assert.deepEqual(found(places, 'mod'), ['word', 'start', 'later']);
});

test('a word in a title counts for more than in a text, and most in the name of the framework', () => {
  const titled = statement('titled', 'mod', { title: 'mod', search: searchOf('mod', '<') });
  const here = library({ v1: [statement('text', 'mod'), titled] }, [], 'mod');
  assert.deepEqual(names(findPlaces(here, [term('mod')], all), here), ['title', 'titled', 'text']);
});

test('only when no place has all the words do the words above a place and the name of its level count', () => {
  const heading = statement('heading', 'samtaler');
  const below = statement('below', 'aftaler', { parent: 'heading' });
  assert.deepEqual(found([heading, below], 'samtaler aftaler'), ['below']);
  const atLevel = statement('at level', 'aftaler', { atLevel: 2 });
  assert.deepEqual(found([atLevel], 'chef aftaler', ['direktion', 'chef']), ['at level']);
  const both = statement('both', 'aftaler samtaler');
  assert.deepEqual(found([heading, below, both], 'samtaler aftaler'), ['both']);
});

test('one framework is chosen, the others are still counted, and a page has its own part', () => {
  const v1 = Array.from({ length: 5 }, (_, at) => statement(`a${at}`, 'tillid'));
  const here = library({ v1, v2: [statement('b', 'tillid')] });
  const places = findPlaces(here, [term('tillid')], { chosen: new Set(['v1']), from: 2, most: 2 });
  assert.deepEqual(names(places, here), ['a2', 'a3']);
  assert.equal(places.total, 5);
  assert.deepEqual(
    [...places.counts],
    [
      ['v1', 5],
      ['v2', 1],
    ],
  );
  const { isHit, ...nothing } = findPlaces(here, [term('xylofon')], all);
  assert.deepEqual(nothing, { places: [], total: 0, matched: 0, counts: new Map() });
  assert.equal(isHit('tillid'), false);
});

test('what is marked is what was found', () => {
  const here = library({ v1: [statement('a', 'hverdagsmod humor')] });
  const { isHit } = findPlaces(here, [term('mod')], all);
  assert.deepEqual(['hverdagsmod', 'humor', 'mod'].map(isHit), [true, false, false]);
});
