import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { readDate } from './dates/rules.ts';
import { brokenOrder, daysOf, inOrder, missingBefore, refusalOf, stateOf, weeksOf, type Dated } from './rules.ts';
import { STEP_KINDS, type StepKind, typedDate } from './schema.ts';

const step = (kind: StepKind, beganOn: string, endedOn: string | null = null): Dated => ({ kind, beganOn, endedOn });
const draft = { publishedAt: null, supersededOn: null };

const someStep = fc.record({
  kind: fc.constantFrom(...STEP_KINDS),
  beganOn: fc.integer({ min: 1, max: 28 }).map((day) => `2024-03-${String(day).padStart(2, '0')}`),
  endedOn: fc.constant(null),
});

test('whatever steps are tried, what is accepted is published once at most, and nothing but its supersession follows', () => {
  fc.assert(
    fc.property(fc.array(someStep, { maxLength: 25 }), (tried) => {
      const taken: Dated[] = [];
      for (const one of tried) if (refusalOf(taken, one) === null) taken.push(one);
      const kinds = inOrder(taken).map((one) => one.kind);
      const published = kinds.indexOf('published');
      assert.ok(kinds.filter((kind) => kind === 'published').length <= 1);
      assert.ok(kinds.filter((kind) => kind === 'superseded').length <= 1);
      if (published >= 0) assert.ok(kinds.slice(published + 1).every((kind) => kind === 'superseded'));
      if (kinds.includes('superseded')) assert.equal(kinds.at(-1), 'superseded');
      assert.equal(brokenOrder(taken), null);
      assert.equal(stateOf(draft, taken), kinds.at(-1) ?? 'draft');
    }),
    { numRuns: 500 },
  );
});

test('steps on different days give the same state in whatever order they are written down', () => {
  fc.assert(
    fc.property(fc.uniqueArray(someStep, { selector: (one) => one.beganOn, maxLength: 12 }), fc.nat(), (steps, turn) => {
      const turned = [...steps.slice(turn % (steps.length || 1)), ...steps.slice(0, turn % (steps.length || 1))];
      assert.equal(stateOf(draft, steps), stateOf(draft, turned));
      assert.deepEqual(brokenOrder(steps), brokenOrder(turned));
    }),
  );
});

test('discussions and hearings may be repeated, and every step may be left out', () => {
  const taken = [
    step('internal_discussion', '2024-01-10'),
    step('internal_discussion', '2024-01-20'),
    step('hearing', '2024-02-01', '2024-04-10'),
    step('reworked', '2024-05-01'),
    step('hearing', '2024-06-01', '2024-07-01'),
  ];
  assert.equal(brokenOrder(taken), null);
  assert.equal(refusalOf([], step('published', '2024-01-01')), null);
});

test('what is approved is not approved again, but may be sent back and approved anew', () => {
  const approved = [step('approved', '2024-05-01')];
  assert.deepEqual(refusalOf(approved, step('approved', '2024-05-02')), { why: 'order', after: 'approved', next: 'approved' });
  const back = [...approved, step('reworked', '2024-05-10')];
  assert.equal(refusalOf(back, step('approved', '2024-05-20')), null);
});

test('a step that lay before the publication can be written down afterwards, one that lies after cannot', () => {
  const published = [step('published', '2024-05-01')];
  assert.equal(refusalOf(published, step('hearing', '2024-01-01', '2024-03-01')), null);
  assert.equal(refusalOf(published, step('approved', '2024-05-01')), null, 'approved on the day of publication');
  assert.equal(refusalOf(published, step('internal_discussion', '2024-05-02'))?.why, 'order');
});

test('nobody recommends, approves or publishes while a hearing is open', () => {
  const open = [step('hearing', '2024-02-01', '2024-04-10')];
  for (const kind of ['recommended', 'approved', 'published'] as const)
    assert.deepEqual(refusalOf(open, step(kind, '2024-03-01')), { why: 'hearing_open', until: '2024-04-10' });
  assert.equal(refusalOf(open, step('approved', '2024-04-10')), null);
});

test('what the organisation requires is asked for before a decision, and an approval before a rework counts no more', () => {
  const required: StepKind[] = ['hearing', 'approved'];
  assert.deepEqual(missingBefore('approved', [], required), ['hearing']);
  assert.deepEqual(missingBefore('published', [], required), ['hearing', 'approved']);
  const approvedEarly = [step('approved', '2024-01-01'), step('hearing', '2024-02-01', '2024-03-01')];
  assert.deepEqual(missingBefore('published', approvedEarly, required), ['approved']);
  assert.deepEqual(missingBefore('published', [...approvedEarly, step('approved', '2024-04-01')], required), []);
  assert.deepEqual(missingBefore('internal_discussion', [], required), []);
});

test('a hearing is measured in days and weeks, both ends counted', () => {
  const hearing = step('hearing', '2019-09-02', '2019-11-10');
  assert.equal(daysOf(hearing), 70);
  assert.equal(weeksOf(hearing), 10);
  assert.equal(daysOf(step('approved', '2019-12-16')), null);
});

test('dates are read as people write them, and never as more than is known', () => {
  assert.deepEqual(readDate('15-12-2008'), { first: '2008-12-15', last: '2008-12-15', knownTo: 'day' });
  assert.deepEqual(readDate('5.6 2008'), { first: '2008-06-05', last: '2008-06-05', knownTo: 'day' });
  assert.deepEqual(readDate('2008-12-15'), { first: '2008-12-15', last: '2008-12-15', knownTo: 'day' });
  assert.deepEqual(readDate('02-2008'), { first: '2008-02-01', last: '2008-02-29', knownTo: 'month' });
  assert.deepEqual(readDate('2008'), { first: '2008-01-01', last: '2008-12-31', knownTo: 'year' });
  for (const wrong of ['', 'i går', '31-02-2008', '13-2008', '1-2-08', '2008-13-01', '99999', '1.2.3.2008'])
    assert.equal(readDate(wrong), null, wrong);
});

test('a date typed again is the same date', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      for (const knownTo of ['day', 'month', 'year'] as const) {
        const again = readDate(typedDate(day, knownTo));
        assert.ok(again !== null && again.first <= day && day <= again.last && again.knownTo === knownTo);
      }
    }),
  );
});
