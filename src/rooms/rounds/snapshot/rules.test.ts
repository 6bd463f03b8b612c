import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canAsk, planSnapshot } from './rules.ts';
import type { LiveOrganisation } from './schema.ts';

/** Fjordby in small: a town hall over two areas; names say who leads. */
function fjordby(): LiveOrganisation {
  const live: LiveOrganisation = {
    units: [
      { id: 'hall', code: '1', name: 'Rådhuset', parentId: null },
      { id: 'care', code: '2', name: 'Omsorg', parentId: 'hall' },
      { id: 'nurses', code: '3', name: 'Sygeplejen', parentId: 'care' },
      { id: 'archive', code: '4', name: 'Arkivet', parentId: 'care' },
    ],
    employments: [],
    leaderships: [],
    persons: [],
  };
  employ(live, 'Birgitte', 'hall', 1);
  employ(live, 'Henrik', 'care', 2);
  employ(live, 'Mette', 'nurses', 3);
  employ(live, 'Jonas', 'archive', 3);
  for (let i = 0; i < 6; i++) employ(live, `Nurse ${i}`, 'nurses');
  for (let i = 0; i < 2; i++) employ(live, `Archivist ${i}`, 'archive');
  for (let i = 0; i < 5; i++) employ(live, `Clerk ${i}`, 'hall');
  return live;
}

function employ(live: LiveOrganisation, name: string, unitId: string, leads?: number): void {
  if (!live.persons.some((person) => person.id === name)) live.persons.push({ id: name, name, email: null, language: 'da' });
  live.employments.push({ personId: name, unitId, number: String(100 + live.employments.length), title: 'Ansat' });
  if (leads !== undefined) live.leaderships.push({ personId: name, unitId, level: leads });
}

const raterOf = (plan: ReturnType<typeof planSnapshot>, name: string) => plan.raters.find((rater) => rater.personId === name);

test('a nurse is asked about her own leader, in the leader’s own group', () => {
  const rater = raterOf(planSnapshot(fjordby(), 5), 'Nurse 3');
  assert.deepEqual([rater?.aboutId, rater?.nodeKey, rater?.pooled], ['Mette', 'nurses', false]);
});

test('a leader is asked about the leader above, and the one at the top about nobody', () => {
  const plan = planSnapshot(fjordby(), 5);
  assert.equal(raterOf(plan, 'Henrik')?.aboutId, 'Birgitte');
  assert.equal(raterOf(plan, 'Birgitte'), undefined);
  assert.deepEqual(plan.withoutLeader, []);
});

test('an archive of two and an area of two leaders answer in the nearest pool that reaches five', () => {
  const live = fjordby();
  employ(live, 'Typist', 'care');
  const plan = planSnapshot(live, 5);
  // Mette, Jonas and the typist are asked about Henrik; with the two archivists that makes five in the pool of his area.
  for (const name of ['Archivist 0', 'Archivist 1', 'Mette', 'Jonas', 'Typist'])
    assert.deepEqual([raterOf(plan, name)?.nodeKey, raterOf(plan, name)?.pooled], ['care', true]);
  assert.equal(plan.groups.find((group) => group.leaderId === 'Jonas')?.invited, 0);
});

test('people for whom no pool reaches k are not asked, and said so', () => {
  const plan = planSnapshot(fjordby(), 5);
  assert.deepEqual(plan.tooFew.map((one) => one.name).sort(), ['Archivist 0', 'Archivist 1', 'Jonas', 'Mette']);
});

test('the people of a unit without a leader answer about the nearest leader above', () => {
  const live = fjordby();
  live.leaderships = live.leaderships.filter((row) => row.unitId !== 'nurses');
  const plan = planSnapshot(live, 5);
  assert.equal(raterOf(plan, 'Nurse 0')?.aboutId, 'Henrik');
  assert.equal(raterOf(plan, 'Nurse 0')?.nodeKey, 'care');
});

test('one leader of two units has one group, under the unit above both', () => {
  const live = fjordby();
  live.leaderships = live.leaderships.filter((row) => row.personId !== 'Jonas');
  live.leaderships.push({ personId: 'Mette', unitId: 'archive', level: 3 });
  const plan = planSnapshot(live, 5);
  const mette = plan.leaders.find((leader) => leader.personId === 'Mette');
  const node = plan.nodes.find((one) => one.key === mette?.nodeKey);
  assert.equal(node?.parentKey, 'care');
  assert.deepEqual(mette?.unitIds.toSorted(), ['archive', 'nurses']);
  assert.equal(plan.groups.find((group) => group.leaderId === 'Mette')?.invited, 9);
  assert.equal(mette?.superiorId, 'Henrik');
});

test('a leader of a unit and of one below it is asked about the leader above both', () => {
  const live = fjordby();
  live.leaderships = live.leaderships.filter((row) => row.personId !== 'Mette');
  live.leaderships.push({ personId: 'Henrik', unitId: 'nurses', level: 3 });
  const plan = planSnapshot(live, 5);
  assert.equal(plan.leaders.find((leader) => leader.personId === 'Henrik')?.nodeKey, 'care');
  assert.equal(raterOf(plan, 'Nurse 0')?.aboutId, 'Henrik');
  assert.equal(raterOf(plan, 'Henrik')?.aboutId, 'Birgitte');
});

test('two leaders of one unit stop the round until it is settled', () => {
  const live = fjordby();
  employ(live, 'Karen', 'nurses', 3);
  const plan = planSnapshot(live, 5);
  assert.equal(canAsk(plan), 'disputed');
  assert.deepEqual(
    plan.disputed.map((unit) => [unit.name, unit.leaders.map((one) => one.name)]),
    [['Sygeplejen', ['Mette', 'Karen']]],
  );
});

test('somebody with two jobs is asked once, about the leader of the oldest number, and it is said', () => {
  const live = fjordby();
  employ(live, 'Nurse 1', 'hall');
  const plan = planSnapshot(live, 5);
  assert.equal(plan.raters.filter((rater) => rater.personId === 'Nurse 1').length, 1);
  assert.equal(raterOf(plan, 'Nurse 1')?.aboutId, 'Mette');
  assert.deepEqual(
    plan.severalJobs.map((one) => [one.name, one.unitName]),
    [['Nurse 1', 'Sygeplejen']],
  );
});

test('people whose units nobody leads are named, not lost', () => {
  const live = fjordby();
  live.units.push({ id: 'island', code: '9', name: 'Øen', parentId: null });
  employ(live, 'Ferry man', 'island');
  assert.deepEqual(
    planSnapshot(live, 5).withoutLeader.map((one) => [one.name, one.unitName]),
    [['Ferry man', 'Øen']],
  );
});

test('units in a ring are refused', () => {
  const live = fjordby();
  live.units = live.units.map((unit) => (unit.id === 'hall' ? { ...unit, parentId: 'nurses' } : unit));
  assert.throws(() => planSnapshot(live, 5), RangeError);
});

const organisation: fc.Arbitrary<LiveOrganisation> = fc
  .record({
    parents: fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 12 }),
    jobs: fc.array(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 11 }), fc.boolean()), { maxLength: 70 }),
  })
  .map(({ parents, jobs }) => {
    const units = parents.map((parent, i) => ({
      id: `u${i}`,
      code: `${i}`,
      name: `U${i}`,
      parentId: i === 0 || parent % (i + 2) >= i ? null : `u${parent % (i + 2)}`,
    }));
    const rows = jobs.map(([person, unit, leads], i) => ({
      person: `p${person}`,
      unitId: `u${unit % units.length}`,
      leads: leads && i % 3 === 0,
      number: `${i}`,
    }));
    const names = [...new Set(rows.map((row) => row.person))];
    return {
      units,
      persons: names.map((name) => ({ id: name, name, email: null, language: 'da' as const })),
      employments: rows.map((row) => ({ personId: row.person, unitId: row.unitId, number: row.number, title: '' })),
      leaderships: rows.filter((row) => row.leads).map((row) => ({ personId: row.person, unitId: row.unitId, level: 2 })),
    };
  });

test('whatever the organisation: everybody is in one place, no group is under k, and nobody answers about themselves', () => {
  fc.assert(
    fc.property(organisation, fc.integer({ min: 5, max: 8 }), (live, k) => {
      const plan = planSnapshot(live, k);
      const leadersWithoutSuperior = plan.leaders.filter((leader) => leader.superiorId === null).map((leader) => leader.personId);
      const everywhere = [...plan.raters, ...plan.tooFew, ...plan.withoutLeader].map((one) => one.personId);
      assert.deepEqual([...everywhere, ...leadersWithoutSuperior].sort(), live.persons.map((person) => person.id).sort());
      if (plan.disputed.length > 0) return;
      for (const group of plan.groups) assert.ok(group.invited === 0 || group.invited >= k);
      assert.equal(
        plan.groups.reduce((sum, group) => sum + group.invited, 0),
        plan.raters.length,
      );
      const leaders = new Set(plan.leaders.map((leader) => leader.personId));
      for (const rater of plan.raters) assert.ok(rater.aboutId !== rater.personId && leaders.has(rater.aboutId));
    }),
    { numRuns: 400 },
  );
});

test('whatever the organisation: a settled node has one leader at most, parents come first, and nobody is above their own superior', () => {
  fc.assert(
    fc.property(organisation, (live) => {
      const plan = planSnapshot(live, 5);
      const keys = plan.nodes.map((node) => node.key);
      for (const [i, node] of plan.nodes.entries()) assert.ok(node.parentKey === null || keys.indexOf(node.parentKey) < i);
      if (plan.disputed.length > 0) return;
      const led = plan.leaders.map((leader) => leader.nodeKey);
      assert.equal(new Set(led).size, led.length);
      const superior = new Map(plan.leaders.map((leader) => [leader.personId, leader.superiorId]));
      for (const start of superior.keys()) {
        const seen = new Set<string>();
        for (let at: string | null = start; at !== null; at = superior.get(at) ?? null) {
          assert.ok(!seen.has(at));
          seen.add(at);
        }
      }
    }),
    { numRuns: 400 },
  );
});
