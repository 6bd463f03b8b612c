import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Statement } from '#rooms/frameworks/schema.ts';
import { partsOf } from '../../statements/rules.ts';
import type { Goal } from '../schema.ts';
import { coverageOf } from './rules.ts';

const statement = (id: string, kind: Statement['kind'], parent: string | null, level: number | null = null): Statement => ({
  statementId: `s-${id}`,
  elementId: id,
  slug: id,
  kind,
  kindName: kind,
  level,
  levelName: level === null ? null : `Niveau ${level}`,
  title: id,
  text: null,
  path: [],
  depth: 0,
  parentId: parent,
});
const FRAMEWORK = [
  statement('forord', 'foreword', null),
  statement('hjørne', 'corner_flag', null),
  statement('kompetence', 'competence', 'hjørne'),
  statement('tema', 'theme', 'kompetence'),
  statement('chef', 'expectation', 'tema', 1),
  statement('leder', 'expectation', 'tema', 2),
  statement('andet', 'theme', 'kompetence'),
];
const goal = (id: string, ...statements: string[]) =>
  ({ id, title: id, perspectives: ['user'], statements: statements.map((one) => `s-${one}`) }) as unknown as Goal;
const shown = (goals: Goal[]) =>
  coverageOf(FRAMEWORK, goals).map(({ name, covered, without }) => [
    name,
    covered.map((one) => `${one.name}: ${one.goals.map(({ id }) => id).join()}`),
    without.map((one) => one.name),
  ]);

test('AA12 a goal for one level’s wording is a goal for the statement it words, counted once', () => {
  assert.deepEqual(shown([goal('g', 'chef', 'leder', 'tema'), goal('h', 'kompetence')]), [
    ['kompetence', ['kompetence: h', 'tema: g'], ['andet']],
  ]);
});

test('AA12 a heading alone has a line only when a goal rests on it; a foreword never has', () => {
  assert.deepEqual(
    shown([]).map(([name]) => name),
    ['kompetence'],
  );
  assert.deepEqual(shown([goal('g', 'hjørne', 'forord', 'gone')])[0], ['hjørne', ['hjørne: g'], []]);
});

test('what a plan can rest on stands part by part, each wording with its level', () => {
  assert.deepEqual(
    partsOf(FRAMEWORK).map(({ name, statements }) => [name, statements.map((one) => one.name)]),
    [
      ['forord', ['forord']],
      ['hjørne', ['hjørne']],
      ['kompetence', ['kompetence', 'tema', 'Niveau 1: chef', 'Niveau 2: leder', 'andet']],
    ],
  );
});
