import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cast, castKeys } from './cast.ts';
import { generateFjordby } from './generator.ts';
import { answersOf, superiorAnswersOf, type DemoOrganisation } from './organisation.ts';

const fjordby = generateFjordby({ employees: 1200, seed: 1, waves: 3 });
const employmentOf = (organisation: DemoOrganisation, number: string) =>
  organisation.employments.findIndex((employment) => employment.employeeNumber === number);
const unitOf = (organisation: DemoOrganisation, code: string) => organisation.units.findIndex((unit) => unit.code === code);

test('Fjordby with 1,200 employees has about 70 leaders on four levels', () => {
  assert.ok(fjordby.units.length >= 60 && fjordby.units.length <= 80);
  assert.deepEqual([...new Set(fjordby.units.map((unit) => unit.level))].sort(), [1, 2, 3, 4]);
});

test('in every size and wave each employee but the top leader has exactly one nearest leader, someone else', () => {
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 3000 }), fc.integer(), (employees, seed) => {
      const organisation = generateFjordby({ employees, seed, waves: 2 });
      for (const wave of organisation.waves) {
        assert.equal(wave.rater.length, employees - 1);
        assert.equal(new Set(wave.rater).size, employees - 1);
        wave.rater.forEach((rater, index) => assert.notEqual(wave.leader[wave.ratedUnit[index] ?? -1], rater));
        const here = organisation.employments.filter(
          (job) => job.firstWave <= wave.number && (job.lastWave ?? wave.number) >= wave.number,
        );
        assert.equal(here.length, employees);
      }
    }),
    { numRuns: 25 },
  );
});

test('every unit is led by one person at a time, who is employed there', () => {
  for (const wave of fjordby.waves) {
    fjordby.units.forEach((unit, index) => {
      const now = fjordby.leaderships.filter(
        (post) => post.unitCode === unit.code && post.firstWave <= wave.number && (post.lastWave ?? wave.number) >= wave.number,
      );
      const leader = fjordby.employments[wave.leader[index] ?? -1];
      assert.deepEqual(
        now.map((post) => post.employeeNumber),
        [leader?.employeeNumber],
      );
      assert.equal(leader?.unitCode, unit.code);
    });
  }
});

test('unit codes, names, employee numbers and mail addresses are each used once; about one in ten has no mail', () => {
  const once = (values: readonly unknown[]) => assert.equal(new Set(values).size, values.length);
  once(fjordby.units.map((unit) => unit.code));
  once(fjordby.units.map((unit) => unit.name));
  once(fjordby.employments.map((employment) => employment.employeeNumber));
  once(fjordby.persons.flatMap((person) => person.email ?? []));
  const without = fjordby.persons.filter((person) => person.email === null).length / fjordby.persons.length;
  assert.ok(without > 0.06 && without < 0.14, String(without));
});

test('some units are so small that their answers must be pooled', () => {
  const wave = fjordby.waves.at(-1);
  const sizes = fjordby.units.map((_, unit) => wave?.ratedUnit.filter((rated) => rated === unit).length);
  for (const size of [2, 3, 4]) assert.ok(sizes.includes(size), String(size));
});

test('the cast is there with its numbers, jobs and units for every seed and never leaves', () => {
  for (const seed of ['x', 'y']) {
    const organisation = generateFjordby({ employees: 400, seed, waves: 2 });
    for (const key of castKeys) {
      const job = organisation.employments[employmentOf(organisation, cast[key].employeeNumber)];
      const person = organisation.persons[job?.person ?? -1];
      assert.equal(`${person?.firstName} ${person?.lastName}`, `${cast[key].firstName} ${cast[key].lastName}`);
      assert.deepEqual([job?.unitCode, job?.title, job?.lastWave], [cast[key].unitCode, cast[key].title, null]);
    }
  }
});

test('Mette leads 32 people of whom 25 answer; Henrik is her leader; Jonas has only four', () => {
  const wave = fjordby.waves.at(-1);
  assert.ok(wave);
  const mette = unitOf(fjordby, cast.mette.unitCode);
  const asked = [...wave.rater.keys()].filter((rater) => wave.ratedUnit[rater] === mette);
  assert.equal(asked.length, 32);
  assert.equal(asked.filter((rater) => answersOf(fjordby, wave, rater) !== null).length, 25);
  assert.equal(fjordby.units[wave.parent[mette] ?? -1]?.code, cast.superior.unitCode);
  assert.ok(superiorAnswersOf(fjordby, wave, mette));
  const jonas = unitOf(fjordby, cast.smallLeader.unitCode);
  assert.equal(wave.ratedUnit.filter((unit) => unit === jonas).length, 4);
});

test("an answer is 1 to 5, don't know, or passed over", () => {
  for (const wave of fjordby.waves) {
    assert.ok(wave.answers.every((answer) => answer >= -1 && answer <= 5));
    assert.equal(wave.answers.length, wave.answered * fjordby.themeOfItem.length);
  }
});

test('about 15 % of employees and 12 % of leaders are new from one wave to the next', () => {
  const large = generateFjordby({ employees: 6000, seed: 'turnover', waves: 2 });
  const newcomers = large.employments.filter((employment) => employment.firstWave === 2).length / 6000;
  assert.ok(newcomers > 0.13 && newcomers < 0.17, String(newcomers));
  const leaders = large.leaderships.filter((post) => post.firstWave === 2).length / large.units.length;
  assert.ok(leaders > 0.07 && leaders < 0.17, String(leaders));
});

test('the same seed gives the same organisation, another seed another', () => {
  const input = { employees: 600, waves: 2 };
  assert.deepEqual(generateFjordby({ ...input, seed: 7 }), generateFjordby({ ...input, seed: 7 }));
  assert.notDeepEqual(generateFjordby({ ...input, seed: 7 }).waves, generateFjordby({ ...input, seed: 8 }).waves);
});

test('a town of 50,000 employees can be made', () => {
  const large = generateFjordby({ employees: 50_000, seed: 50, waves: 2 });
  assert.equal(large.waves[1]?.rater.length, 49_999);
});

test('an organisation too small for the cast, or without a wave, is refused', () => {
  assert.throws(() => generateFjordby({ employees: 199, seed: 1, waves: 1 }), RangeError);
  assert.throws(() => generateFjordby({ employees: 300, seed: 1, waves: 0 }), RangeError);
});
