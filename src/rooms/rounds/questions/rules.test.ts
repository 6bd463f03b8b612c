import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ElementKind } from '#importing/open-format.ts';
import type { Statement } from '#rooms/frameworks/schema.ts';
import { coverageOf } from './coverage/rules.ts';
import { inThemeOrder, minutesFor, movedOrder, nextCode, themeChoices } from './rules.ts';
import type { BankQuestion, Question } from './schema.ts';
import { draftWording, oneForEach, suggestionsFor, wordsOf } from './suggestions/rules.ts';

function statement(
  id: string,
  kind: ElementKind,
  parentId: string | null,
  words: { title?: string; text?: string; level?: number } = {},
): Statement {
  const { title = null, text = null, level = null } = words;
  return {
    statementId: id,
    elementId: id,
    slug: id,
    kind,
    kindName: kind,
    level,
    levelName: null,
    title,
    text,
    path: [],
    depth: 0,
    parentId,
  };
}

const question = (code: string, theme: string, statements: string[] = ['s']): Question => ({
  code,
  position: 0,
  theme,
  themeName: { da: theme, en: theme },
  wording: { da: { other: '', self: '', superior: '' }, en: { other: '', self: '', superior: '' } },
  itemId: null,
  statements,
});

test('with levels, the behaviour is asked about and its wordings per level are not', () => {
  const tree = [
    statement('flag', 'corner_flag', null, { title: 'Drift' }),
    statement('skill', 'competence', 'flag', { title: 'Planlægge' }),
    statement('act', 'theme', 'skill', { title: 'Følger op' }),
    statement('act-1', 'expectation', 'act', { text: 'Du følger op på mål', level: 1 }),
    statement('act-2', 'expectation', 'act', { text: 'Du følger op på vagter', level: 2 }),
  ];
  const choices = themeChoices(tree);
  assert.deepEqual(
    choices.map((choice) => [choice.statementId, choice.statements.map((one) => one.statementId)]),
    [['skill', ['act']]],
  );
});

test('without levels, each statement under a focus area is asked about, and a foreword never', () => {
  const tree = [
    statement('fore', 'foreword', null, { title: 'Forord', text: 'Velkommen' }),
    statement('area', 'focus_area', null, { title: 'Faglighed' }),
    statement('a', 'practice', 'area', { text: 'Vi lærer af hinanden' }),
    statement('b', 'reflection_question', 'area', { text: 'Hvad kan jeg gøre?' }),
    statement('alone', 'value', null, { title: 'Helhed', text: 'Vi ser hele borgeren' }),
  ];
  const choices = themeChoices(tree);
  assert.deepEqual(
    choices.map((choice) => [choice.statementId, choice.statements.map((one) => one.statementId)]),
    [
      ['area', ['a']],
      ['alone', ['alone']],
    ],
  );
});

const usual = (tree: Statement[]) => themeChoices(tree).map(({ statementId, usual: often }) => [statementId, often]);

test('parts about the framework itself can be chosen, and are not chosen beforehand', () => {
  const about = (kind: ElementKind, more: Statement[] = []) => [
    statement(kind, kind, null, { title: `Om ${kind}` }),
    statement(`${kind}-words`, 'practice', kind, { text: 'Vi har talt om det her i flere år' }),
    ...more,
  ];
  const tree = [
    ...about('foreword'),
    statement('words', 'section', null, { title: 'Om papiret', text: 'Sådan blev det til' }),
    ...about('section'),
    ...about('process_step'),
    ...about('use'),
    ...about('forum'),
    ...about('principle'),
    statement('alone', 'value', null, { title: 'Helhed', text: 'Vi ser hele borgeren' }),
  ];
  assert.deepEqual(usual(tree), [
    ['foreword', false],
    ['words', false],
    ['section', true],
    ['process_step', false],
    ['use', false],
    ['forum', false],
    ['principle', true],
    ['alone', true],
  ]);
});

test('where there is nothing but sections, sections are chosen beforehand; where there is nothing else at all, all is', () => {
  const section = statement('words', 'section', null, { title: 'Sådan leder vi', text: 'Vi siger tingene, som de er' });
  const use = [statement('use', 'use', null, { title: 'Brug' }), statement('how', 'practice', 'use', { text: 'Til samtaler' })];
  assert.deepEqual(usual([section, ...use]), [
    ['words', true],
    ['use', false],
  ]);
  assert.deepEqual(usual(use), [['use', true]]);
});

test('four questions take a minute, and nobody is told that anything takes less than two', () => {
  assert.deepEqual([0, 1, 8, 9, 33, 60].map(minutesFor), [2, 2, 2, 3, 9, 15]);
});

const bank: BankQuestion[] = ['mål', 'borger', 'vagt'].map((keyword) => ({
  id: keyword,
  theme: 'overview',
  keywords: [keyword],
  wordings: { da: { other: keyword, self: '', superior: '' }, en: { other: '', self: '', superior: '' } },
}));

test('a statement suggests the questions whose keywords begin its words, its title before its levels', () => {
  const tree = [
    statement('act', 'theme', null, { title: 'Holder mål for øje' }),
    statement('l', 'expectation', 'act', { text: 'Du fordeler vagterne', level: 1 }),
  ];
  const words = wordsOf(tree[0] ?? assert.fail(), tree);
  assert.deepEqual(
    suggestionsFor(words, bank).map((item) => item.id),
    ['mål', 'vagt'],
  );
  assert.deepEqual(suggestionsFor({ title: 'Formål', text: '', levels: '', path: '' }, bank), []);
});

test('no question of the bank is suggested for two statements at once', () => {
  const words = { title: 'Mål og borgere', text: '', levels: '', path: '' };
  const chosen = oneForEach(
    [
      { statementId: 'a', words },
      { statementId: 'b', words },
      { statementId: 'c', words },
    ],
    bank,
  );
  assert.equal(chosen.size, 2);
  assert.equal(new Set([...chosen.values()].map((item) => item.id)).size, 2);
});

test('a statement becomes a draft for all three readers', () => {
  const { da } = draftWording({ title: null, text: 'Du støtter dine medarbejdere, når du er til stede.' });
  assert.equal(da.other, 'Min leder støtter sine medarbejdere, når lederen er til stede.');
  assert.equal(da.self, 'Jeg støtter mine medarbejdere, når jeg er til stede.');
  assert.equal(draftWording({ title: 'Forklarer formålet', text: null }).da.superior, 'Lederen forklarer formålet.');
});

test('coverage counts chosen statements and themes, and names questions outside them', () => {
  const choices = themeChoices([
    statement('area', 'focus_area', null, { title: 'A' }),
    statement('a', 'practice', 'area', { text: 'a' }),
    statement('b', 'practice', 'area', { text: 'b' }),
    statement('other', 'value', null, { title: 'O' }),
  ]);
  const coverage = coverageOf(choices, [question('q1', 't', ['a']), question('q2', 't', ['gone'])]);
  assert.deepEqual(coverage.statements, { asked: 1, all: 3 });
  assert.deepEqual(coverage.wholeThemes, { asked: 1, all: 2 });
  assert.deepEqual(coverage.outside, ['q2']);
});

test('questions of a theme stand together, and a move at the end of the list moves nothing', () => {
  const list = [question('q1', 'a'), question('q2', 'b'), question('q3', 'a')];
  assert.deepEqual(
    inThemeOrder(list).map((one) => one.code),
    ['q1', 'q3', 'q2'],
  );
  assert.deepEqual(movedOrder(list, { code: 'q3', what: 'question', step: 1 }), ['q1', 'q3', 'q2']);
  assert.deepEqual(movedOrder(list, { code: 'q1', what: 'theme', step: 1 }), ['q2', 'q1', 'q3']);
  assert.equal(nextCode([question('q7', 'a'), question('q2', 'a')]), 'q8');
});
