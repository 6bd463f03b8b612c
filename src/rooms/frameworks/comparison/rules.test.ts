import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matrixOf } from '../matrix/rules.ts';
import type { Statement } from '../schema.ts';
import { compareLevels, neighboursOf } from './rules.ts';

const levels = [
  { position: 1, name: 'Direktør' },
  { position: 2, name: 'Chef' },
  { position: 3, name: 'Leder' },
];
const [top, middle, low] = levels as [(typeof levels)[0], (typeof levels)[0], (typeof levels)[0]];

function statement(id: string, parentId: string | null, more: Partial<Statement>): Statement {
  const blank = { slug: id, kindName: '', level: null, levelName: null, title: null, text: null, path: [], depth: 0 };
  return { statementId: id, elementId: id, kind: 'theme', parentId, ...blank, ...more };
}
const theme = (id: string) => statement(id, 'mod', { title: id });
const cell = (parent: string, level: number, text: string) =>
  statement(`${parent}-${level}`, parent, { kind: 'expectation', level, text });

const statements = [
  statement('mod', null, { kind: 'competence', title: 'Mod' }),
  theme('siger'),
  cell('siger', 2, 'Du siger tingene tydeligt til dine ledere'),
  cell('siger', 3, 'Du siger tingene tydeligt til dine medarbejdere'),
  theme('samme'),
  cell('samme', 2, 'Du lytter'),
  cell('samme', 3, 'Du lytter'),
  theme('ny'),
  cell('ny', 2, 'Du sætter retning for området'),
  theme('vaek'),
  cell('vaek', 3, 'Du planlægger vagter'),
  theme('anden'),
  cell('anden', 2, 'Strategien bliver til af dig'),
  cell('anden', 3, 'Hver morgen går vi en runde sammen'),
  theme('tom'),
  cell('tom', 1, 'Kun direktøren'),
  cell('tom', 1, 'Kun direktøren'),
];
const matrix = matrixOf(statements, levels) ?? assert.fail();

test('HO5 B8 two neighbouring levels stand side by side with what stays, changes, comes and goes', () => {
  const { groups, counts } = compareLevels(low, middle, matrix);
  assert.deepEqual(
    groups.map((group) => [group.title, group.rows.map((row) => `${row.row.elementId} ${row.change}`)]),
    [['Mod', ['siger changed', 'samme same', 'ny new', 'vaek gone', 'anden changed', 'tom none']]],
  );
  assert.deepEqual(counts, { same: 1, changed: 2, new: 1, gone: 1, none: 1 });
});

test('HO5 the words that differ are marked where the texts are alike, and left alone where all of it is different', () => {
  const rows = compareLevels(low, middle, matrix).groups[0]?.rows ?? [];
  const [alike, , , , different] = rows;
  const marked = (side: 'from' | 'to') =>
    alike?.parts?.[side].filter((part) => part.kind !== 'same').map((part) => part.text.trim());
  assert.deepEqual([marked('from'), marked('to')], [['medarbejdere'], ['ledere']]);
  assert.equal(alike?.parts?.to.map((part) => part.text).join(''), 'Du siger tingene tydeligt til dine ledere');
  assert.equal(different?.parts, null);
});

test('B8 a level has the level right above and right below it as neighbours', () => {
  assert.deepEqual(neighboursOf(levels, 2), { above: top, below: low });
  assert.deepEqual(neighboursOf(levels, 1), { above: null, below: middle });
  assert.deepEqual(neighboursOf(levels, 9), { above: null, below: null });
});
