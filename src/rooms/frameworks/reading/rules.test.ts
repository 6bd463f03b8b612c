import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matrixOf } from '../matrix/rules.ts';
import type { Statement } from '../schema.ts';
import { blocksOf, branchesOf, paragraphsOf, roleDescription } from './rules.ts';

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

test('a role description holds what is said of the level, and what all leaders share', () => {
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
