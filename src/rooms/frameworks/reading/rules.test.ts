import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matrixOf } from '../matrix/rules.ts';
import type { Statement } from '../schema.ts';
import { blocksOf, branchesOf, competenceOf, glossaryOf, paragraphsOf, roleDescription, surroundingsOf } from './rules.ts';

const levels = [
  { position: 1, name: 'Chef' },
  { position: 2, name: 'Leder' },
];

function statement(id: string, parentId: string | null, more: Partial<Statement>): Statement {
  const levelName = levels.find((level) => level.position === more.level)?.name ?? null;
  const blank = { slug: id, kindName: more.kind ?? 'theme', level: null, levelName, title: null, text: null, path: [], depth: 0 };
  return { statementId: id, elementId: id, kind: 'theme', parentId, ...blank, ...more };
}

const statements = [
  statement('mod', null, { kind: 'competence', title: 'Mod', text: 'At turde' }),
  statement('klart', 'mod', { title: 'Taler klart' }),
  statement('a', 'klart', { kind: 'expectation', level: 1, text: 'Du siger det, som det er' }),
  statement('b', 'klart', { kind: 'expectation', level: 2, text: 'Du siger til i tide' }),
  statement('c', 'mod', { kind: 'meaning', text: 'Vi spørger' }),
  statement('d', 'mod', { kind: 'meaning', text: 'Vi svarer' }),
  statement('e', 'mod', { kind: 'practice', text: 'Vi mødes' }),
  statement('f', null, { kind: 'section', text: 'Til sidst.\n\nTak.' }),
  statement('g', null, { kind: 'level', level: 2, title: 'Ledere' }),
  statement('h', null, { kind: 'general_expectation', text: 'Du er til at stole på' }),
];

/** The same with the depths that a version has. */
const placed = statements.map((one) => ({
  ...one,
  depth: one.parentId === null ? 0 : one.parentId === 'klart' ? 2 : 1,
}));

test('texts per level stand together, short texts of one kind are a list, and a section is running text', () => {
  const [mod, ...rest] = branchesOf(statements);
  assert.deepEqual(
    blocksOf(mod?.children ?? []).map((block) => [block.form, block.form === 'branch' ? 1 : block.items.length]),
    [
      ['branch', 1],
      ['list', 2],
      ['list', 1],
    ],
  );
  assert.deepEqual(
    blocksOf(mod?.children[0]?.children ?? []).map((block) => block.form),
    ['levels'],
  );
  assert.deepEqual(
    blocksOf(rest).map((block) => block.form),
    ['branch', 'branch', 'list'],
  );
});

test('HT2 HO6 a role description holds what is said of the level, and what all leaders share', () => {
  const [, leader] = levels;
  assert.ok(leader);
  const role = roleDescription(leader, statements, matrixOf(statements, levels));
  assert.deepEqual(
    role.groups.map((group) =>
      group.rows.map(({ cells }) => cells.flatMap((cell) => cell.statements.map(({ elementId }) => elementId))),
    ),
    [[['b']]],
  );
  assert.deepEqual(
    role.others.map(({ elementId }) => elementId),
    ['g'],
  );
  assert.deepEqual(
    role.common.map(({ elementId }) => elementId),
    ['h'],
  );
});

test('an empty line parts paragraphs', () => {
  assert.deepEqual(paragraphsOf('Til sidst.\n\nTak.'), ['Til sidst.', 'Tak.']);
  assert.deepEqual(paragraphsOf(null), []);
});

test('HO5 a statement stands in its place: what is above it, and what is asked at the other levels', () => {
  const at = surroundingsOf(statements, levels, 'a');
  assert.deepEqual(
    at?.above.map((parent) => parent.name),
    ['Mod', 'Taler klart'],
  );
  assert.deepEqual(
    at?.otherLevels.map((other) => [other.levelName, other.text]),
    [['Leder', 'Du siger til i tide']],
  );
  assert.deepEqual([at?.before, at?.after?.elementId], [null, 'b']);
  assert.equal(surroundingsOf(statements, levels, 'findes-ikke'), null);
});

test('HO5 a competence is read at all levels, with what else belongs to it', () => {
  const page = competenceOf(placed, matrixOf(placed, levels), 'mod');
  assert.deepEqual(
    page?.group?.rows.map(({ row }) => row.elementId),
    ['klart'],
  );
  assert.deepEqual(
    page?.below.map((branch) => branch.elementId),
    ['c', 'd', 'e'],
  );
  assert.equal(competenceOf(placed, matrixOf(placed, levels), 'f'), null);
});

test('AA6 what a heading means and how it is done are two lists, each under its own name', () => {
  const [mod] = branchesOf(statements);
  assert.deepEqual(
    blocksOf(mod?.children ?? []).flatMap((block) =>
      block.form === 'list' ? [[block.kindName, block.items.map((item) => item.text)]] : [],
    ),
    [
      ['meaning', ['Vi spørger', 'Vi svarer']],
      ['practice', ['Vi mødes']],
    ],
  );
});

test('B17 a definition is an entry of the framework\u2019s own glossary, with an address of its own', () => {
  const entries = glossaryOf([
    ...statements,
    statement('styring', null, { kind: 'definition', title: 'Styring', text: 'At se efter, hvad der virker' }),
    statement('under', 'styring', { kind: 'definition', text: 'Ikke et mål i sig selv', path: ['Styring'] }),
    statement('navnløs', null, { kind: 'definition', text: 'Uden navn' }),
  ]);
  assert.deepEqual(
    entries.map((entry) => [entry.statementId, entry.term]),
    [
      ['styring', 'Styring'],
      ['under', 'Styring'],
    ],
  );
});
