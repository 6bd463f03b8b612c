import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { daysAfter, fromLocal, inWords, secondsAfter } from '#base/time.ts';
import { authorMark, hearingKey, openWords, sealWords, shuffled } from './confidential/rules.ts';
import { usualDeadline } from './opening/rules.ts';
import { dueReminder } from './reminders/rules.ts';
import { alike, groupsOf, isLate, progressOf, stateOf, takesComments } from './rules.ts';
import type { Comment, HeardStatement } from './schema.ts';
import { changesBetween, filterComments } from './treatment/rules.ts';

const START = new Date('2026-09-01T10:00:00Z');
const CLOSES = new Date('2026-11-02T11:00:00Z');
const facts = { closesAt: CLOSES, treatmentBeganAt: null, treatedAt: null, publishedAt: null };

function statement(id: string, text: string): HeardStatement {
  const blank = { elementId: id, slug: id, kind: 'expectation' as const, kindName: 'Forventning', level: null, levelName: null };
  return { ...blank, statementId: id, title: null, text, path: [], depth: 0, parentId: null };
}
function comment(id: string, statementId: string | null, text: string, more: Partial<Comment> = {}): Comment {
  return { id, statementId, text, from: null, answer: null, ...more };
}

test('AA15 a hearing takes comments until the treatment begins, and after the deadline they are late', () => {
  const moment = secondsAfter(CLOSES, 1);
  assert.equal(stateOf(facts, secondsAfter(CLOSES, -1)), 'open');
  assert.equal(stateOf(facts, moment), 'past_deadline');
  assert.equal(stateOf({ ...facts, treatmentBeganAt: moment }, moment), 'treating');
  assert.equal(stateOf({ ...facts, treatmentBeganAt: moment, treatedAt: moment }, moment), 'treated');
  assert.equal(stateOf({ ...facts, treatmentBeganAt: moment, treatedAt: moment, publishedAt: moment }, moment), 'published');
  assert.ok(takesComments({ state: 'past_deadline' }) && !takesComments({ state: 'treating' }));
  assert.ok(isLate(moment, CLOSES) && !isLate(CLOSES, CLOSES) && !isLate(null, CLOSES));
});

test('AA13 a hearing is proposed for nine weeks, to noon in Copenhagen, also over the change of the clock', () => {
  assert.equal(inWords(usualDeadline(START), 'da'), '3. november 2026 kl. 12.00');
  const noon = fromLocal('2027-05-01T12:00');
  assert.ok(noon.ok && usualDeadline(new Date('2027-02-27T09:00:00Z')).getTime() === noon.moment.getTime());
});

test('AA15 a body is reminded in the last week and in the last day, and a short hearing only where there is room', () => {
  const hearing = { openedAt: START, closesAt: CLOSES };
  assert.equal(dueReminder(hearing, daysAfter(CLOSES, -8)), null);
  assert.equal(dueReminder(hearing, daysAfter(CLOSES, -7)), 'week');
  assert.equal(dueReminder(hearing, daysAfter(CLOSES, -2)), 'week');
  assert.equal(dueReminder(hearing, daysAfter(CLOSES, -1)), 'day');
  assert.equal(dueReminder(hearing, CLOSES), null);
  const short = { openedAt: daysAfter(CLOSES, -5), closesAt: CLOSES };
  assert.equal(dueReminder(short, daysAfter(CLOSES, -3)), null);
  assert.equal(dueReminder(short, secondsAfter(CLOSES, -3600)), 'day');
});

test('AA15 comments stand by statement in the order of the document, bodies by name, and employees in no order of theirs', () => {
  const statements = [statement('b', 'Bo'), statement('a', 'An')];
  const body = (name: string) => ({ bodyId: name, name, late: false });
  const comments = [
    comment('3', 'a', 'x'),
    comment('1', 'b', 'y'),
    comment('2', 'b', 'z', { from: body('Årsforum') }),
    comment('4', 'b', 'z', { from: body('Byråd') }),
    comment('5', null, 'w'),
  ];
  const groups = groupsOf(statements, comments);
  assert.deepEqual(
    groups.map((group) => [group.statement?.statementId ?? null, group.comments.map(({ id }) => id)]),
    [
      [null, ['5']],
      ['b', ['4', '2', '1']],
      ['a', ['3']],
    ],
  );
  assert.deepEqual(progressOf(comments), { answered: 0, all: 5 });
});

test('AA15 comments that differ only in case and spaces say the same; a search finds words in comment, statement and sender', () => {
  const comments = [comment('1', null, 'Kortere, tak'), comment('2', null, ' kortere,  TAK'), comment('3', 'a', 'kortere, tak')];
  assert.deepEqual(
    alike(comments[0] as Comment, comments).map(({ id }) => id),
    ['2'],
  );
  const about = new Map([['a', statement('a', 'Du siger fra')]]);
  assert.deepEqual(
    filterComments(comments, about, { search: 'KORTERE fra', open: false }).map(({ id }) => id),
    ['3'],
  );
  assert.equal(filterComments(comments, about, { search: '<script>', open: false }).length, 0);
});

test('AA15 what became of the text: reworded, added and dropped statements, and nothing else', () => {
  const heard = [statement('a', 'En'), statement('b', 'To'), statement('c', 'Tre')];
  const now = [statement('c', 'Tre'), statement('a', 'Én'), statement('d', 'Fire')];
  assert.deepEqual(
    changesBetween(heard, now).map(({ statementId, before, after }) => [statementId, before?.text, after?.text]),
    [
      ['a', 'En', 'Én'],
      ['d', undefined, 'Fire'],
      ['b', 'To', undefined],
    ],
  );
});

test('AA15 sealed words come back whole, only to their own id and author, and their length says next to nothing', () => {
  const key = hearingKey('c2VjcmV0', Buffer.alloc(32, 7));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), fc.uuid(), fc.uuid(), (text, id, person) => {
      const mark = authorMark(key, person);
      const sealed = sealWords(key, { id, mark }, { statementId: null, text });
      assert.deepEqual(openWords(key, { id, mark }, sealed), { statementId: null, text });
      assert.throws(() => openWords(key, { id, mark: authorMark(key, `${person}x`) }, sealed));
      assert.throws(() => openWords(hearingKey('c2VjcmV0', Buffer.alloc(32, 8)), { id, mark }, sealed));
      assert.equal((sealed.length - 28) % 8192, 0);
    }),
  );
});

test('AA15 a shuffle loses nothing, and every place is as likely for everybody', () => {
  fc.assert(fc.property(fc.array(fc.integer()), (things) => assert.deepEqual(shuffled(things).sort(), things.toSorted())));
  const firsts = [0, 0, 0, 0];
  for (let time = 0; time < 4000; time++) firsts[shuffled([0, 1, 2, 3])[0] as number]!++;
  assert.ok(
    firsts.every((count) => count > 850 && count < 1150),
    String(firsts),
  );
});
