import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoFramework } from './framework.ts';
import { bankThemes, itemBank } from './item-bank.ts';
import { demoQuestions } from './questions.ts';

const wordings = itemBank.flatMap((item) => [item.wordings.da, item.wordings.en]);
const sentences = wordings.flatMap((wording) => [wording.other, wording.self, wording.superior]);

test('every behaviour of Fjordby has one question, in the order of the framework', () => {
  const behaviours = demoFramework('2026-01').elements.filter(({ kind }) => kind === 'theme');
  assert.deepEqual(
    demoQuestions.map(({ statementId }) => statementId),
    behaviours.map(({ id }) => id),
  );
});

test('a round asks about four themes with six questions each', () => {
  const sizes = Map.groupBy(demoQuestions, ({ themeId }) => themeId);
  assert.deepEqual(
    [...sizes.values()].map((own) => own.length),
    [6, 6, 6, 6],
  );
});

test('the bank has at least a dozen questions beyond those of Fjordby, and no question twice', () => {
  assert.ok(itemBank.length - demoQuestions.length >= 12);
  assert.equal(new Set(itemBank.map(({ id }) => id)).size, itemBank.length);
  for (const language of ['da', 'en'] as const) {
    assert.equal(new Set(itemBank.map((item) => item.wordings[language].other)).size, itemBank.length);
  }
});

test('the employee hears of "my leader", the leader of "I", the superior of "the leader"', () => {
  for (const {
    wordings: { da, en },
  } of itemBank) {
    assert.match(da.other, /min leder/i);
    assert.match(da.self, /\bjeg\b/i);
    assert.match(da.superior, /\blederen\b/i);
    assert.match(en.other, /my leader/i);
    assert.match(en.self, /\b(I|me|my)\b/);
    assert.match(en.superior, /the leader/i);
  }
});

test('a question is one short statement without a negation doubled', () => {
  for (const sentence of sentences) {
    assert.match(sentence, /^[A-ZÆØÅ].*\.$/);
    assert.ok(sentence.split(' ').length <= 20, sentence);
    assert.ok((sentence.match(/\b(ikke|aldrig|ingen|not|never|no)\b/gi)?.length ?? 0) <= 1, sentence);
  }
});

test('every question has a theme with a name and keywords in lower case', () => {
  const used = new Set(itemBank.map(({ theme }) => theme));
  assert.deepEqual([...used].sort(), Object.keys(bankThemes).sort());
  for (const { id, keywords } of itemBank) {
    assert.ok(keywords.length >= 2, id);
    for (const keyword of keywords) assert.match(keyword, /^[a-zæøåé]{3,}$/, id);
  }
});
