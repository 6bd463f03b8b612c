import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNothingLost } from '#importing/open-format.ts';
import { demoFramework, demoFrameworkInEnglish, demoLevels, type DemoKind } from './framework.ts';

const framework = demoFramework('2026-01');
const ofKind = (kind: DemoKind) => framework.elements.filter((element) => element.kind === kind);
const words = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

test('Fjordby has 4 corner stones, 8 competences, 24 behaviours and 96 expectations', () => {
  const counts = (['corner_flag', 'competence', 'theme', 'expectation'] as const).map((kind) => ofKind(kind).length);
  assert.deepEqual(counts, [4, 8, 24, 96]);
});

test('every behaviour says something to each of the four levels', () => {
  for (const behaviour of ofKind('theme')) {
    const own = framework.elements.filter((element) => element.parent === behaviour.id);
    assert.deepEqual(
      own.map((element) => element.level),
      framework.levels,
      behaviour.id,
    );
  }
});

test('no sentence and no id stands twice', () => {
  const texts = framework.elements.flatMap((element) => element.text ?? []);
  assert.equal(new Set(texts).size, texts.length);
  assert.equal(new Set(framework.elements.map((element) => element.id)).size, framework.elements.length);
});

test('an expectation speaks to the leader in one sentence of at most 30 words', () => {
  for (const text of ofKind('expectation').flatMap((element) => element.text ?? [])) {
    assert.match(text, /^Du .*\.$/);
    assert.equal(text.match(/[.!?]/g)?.length, 1, text);
    assert.ok(words(text).length <= 30, text);
  }
});

test('parents come before their children', () => {
  const seen = new Set<string | null>([null]);
  for (const element of framework.elements) {
    assert.ok(seen.has(element.parent), element.id);
    seen.add(element.id);
  }
});

test('the words of the document are the words of its elements and its headings, and the lines are where they say', () => {
  const lines = framework.text.split('\n');
  checkNothingLost(framework);
  for (const { title, text, source } of framework.elements) {
    const [first, last] = source.lines;
    const written = lines.slice(first - 1, last).join('\n');
    assert.equal(written, [title, text].filter((part) => part !== null).join('\n'));
  }
});

test('ids are slug paths and do not depend on the date', () => {
  for (const { id, parent } of framework.elements) {
    assert.match(id, /^[a-z0-9-]+(\/[a-z0-9-]+)*$/);
    if (parent !== null) assert.ok(id.startsWith(`${parent}/`));
  }
  assert.deepEqual(demoFramework('2020-05-01').elements, framework.elements);
});

test('titles and definitions exist in English too', () => {
  const english = demoFrameworkInEnglish();
  const translated = framework.elements.filter(({ kind }) => kind !== 'expectation' && kind !== 'foreword');
  assert.deepEqual([...english.keys()].sort(), translated.map(({ id }) => id).sort());
  for (const { id, kind } of translated) assert.equal(typeof english.get(id)?.text === 'string', kind === 'competence');
  assert.equal(demoLevels.length, 4);
});
