import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type { Element } from '../draft/schema.ts';
import { alikeness, asksForMeaning, changesBetween, settleOrigins } from './rules.ts';
import type { HistoryEntry, Origin, Wording } from './schema.ts';
import { inSittings } from './statement/rules.ts';

const base = (...words: [string, string][]) => ({
  versionId: 'v1',
  wordings: words.map(([statementId, text]): Wording => ({ statementId, title: null, text })),
});
const said = (words: Record<string, string>): Wording[] =>
  Object.entries(words).map(([statementId, text]) => ({ statementId, title: null, text }));
const kinds = (origins: readonly Origin[]): string[] =>
  origins.map((one) => `${one.statementId} ${one.kind} ${one.from.statementId ?? ''}`).sort();

test('a statement whose words have not changed needs no origin; changed words keep their meaning until somebody says otherwise', () => {
  const v1 = base(['a', 'Vi lytter'], ['b', 'Vi handler']);
  const edited = settleOrigins([], v1, said({ a: 'Vi lytter længe', b: 'Vi handler', c: 'Vi hviler' }));
  assert.deepEqual(kinds(edited), ['a edited a']);
  const replaced = settleOrigins(edited, v1, said({ a: 'Vi lytter længe', b: 'Vi handler' }), {
    meaning: { statementId: 'a', kind: 'replaced' },
  });
  assert.deepEqual(kinds(replaced), ['a replaced a']);
  const again = settleOrigins(replaced, v1, said({ a: 'Vi lytter meget længe', b: 'Vi handler' }));
  assert.deepEqual(kinds(again), ['a replaced a'], 'another edit does not unsay it');
  assert.deepEqual(
    settleOrigins(again, v1, said({ a: 'Vi lytter', b: 'Vi handler' })),
    [],
    'the old words are the old statement',
  );
});

test('the parts of a split come from the statement, also when a part is split again; taken back, nothing is split', () => {
  const v1 = base(['a', 'Vi lytter og handler og hviler']);
  const two = settleOrigins([], v1, said({ a: 'Vi lytter', b: 'Vi handler og hviler' }), {
    split: { from: 'a', into: ['a', 'b'] },
  });
  assert.deepEqual(kinds(two), ['a split a', 'b split a']);
  const three = settleOrigins(two, v1, said({ a: 'Vi lytter', b: 'Vi handler', c: 'Vi hviler' }), {
    split: { from: 'b', into: ['b', 'c'] },
  });
  assert.deepEqual(kinds(three), ['a split a', 'b split a', 'c split a']);
  assert.deepEqual(settleOrigins(three, v1, said({ a: 'Vi lytter og handler og hviler' })), []);
});

test('a merged statement comes from all whose words it took in, until one of them stands by itself again', () => {
  const v1 = base(['a', 'Vi lytter'], ['b', 'Vi handler']);
  const one = settleOrigins([], v1, said({ a: 'Vi lytter og handler' }), { merged: { into: 'a', from: ['a', 'b'] } });
  assert.deepEqual(kinds(one), ['a merged a', 'a merged b']);
  assert.deepEqual(settleOrigins(one, v1, said({ a: 'Vi lytter', b: 'Vi handler' })), []);
});

test('what comes from another framework is left alone', () => {
  const fork: Origin = { statementId: 'x', kind: 'forked', from: { versionId: null, statementId: null, name: 'Vesterø' } };
  assert.deepEqual(settleOrigins([fork], base(['a', 'Vi lytter']), said({ a: 'Vi lytter', x: 'Vi ror' })), [fork]);
});

test('settling twice changes nothing, and only statements that are there have origins', () => {
  const word = fc.constantFrom('lytter', 'handler', 'hviler', 'spørger');
  const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const statements = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), text);
  fc.assert(
    fc.property(statements, statements, fc.constantFrom('a', 'b', 'c', 'd'), (before, after, other) => {
      const v1 = { versionId: 'v1', wordings: said(before) };
      const told = { split: { from: 'a', into: ['a', other] } };
      const once = settleOrigins([], v1, said(after), told);
      assert.deepEqual(settleOrigins(once, v1, said(after)), once);
      for (const origin of once) assert.ok(origin.statementId in after);
    }),
    { numRuns: 2000 },
  );
});

test('nobody is asked about a corrected word, everybody about a new sentence', () => {
  assert.equal(asksForMeaning('Lederen lytter til alle i afdelingen', 'Lederen lytter til alle i enheden'), false);
  assert.equal(asksForMeaning('Lederen lytter til alle i afdelingen', 'Vi holder budgettet hvert kvartal'), true);
  assert.equal(alikeness('', ''), 1);
});

const element = (id: string, position: number, more: Partial<Element> = {}): Element => ({
  id: `e-${id}`,
  statementId: id,
  slug: id,
  parentId: null,
  position,
  kind: 'value',
  level: null,
  title: null,
  text: id,
  firstLine: null,
  lastLine: null,
  page: null,
  revision: 1,
  ...more,
});

test('the history tells who was moved, not who made room', () => {
  const before = [element('a', 1), element('b', 2), element('c', 3)];
  const after = [element('c', 1, { revision: 2 }), element('a', 2), element('b', 3)];
  assert.deepEqual(
    changesBetween(before, after).map((change) => `${change.statementId} ${change.action}`),
    ['c moved'],
  );
  const edited = [before[0]!, element('b', 2, { text: 'b igen', revision: 3 }), element('d', 3)];
  assert.deepEqual(
    changesBetween(before, edited).map((change) => `${change.statementId} ${change.action}`),
    ['b edited', 'd added', 'c removed'],
  );
});

test('what somebody typed in one sitting is shown as one change', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));
  const snapshot = (text: string) => ({ kind: 'value' as const, level: null, title: null, text, parent: null, position: 1 });
  const entry = (id: string, minute: number, author: string, from: string, to: string) => ({
    id,
    versionId: 'v',
    versionNumber: 1,
    statementId: 'a',
    action: 'edited' as const,
    before: snapshot(from),
    after: snapshot(to),
    authorId: author,
    author,
    at: at(minute),
  });
  const shown = inSittings([
    entry('3', 9, 'Ebbe', 'to', 'tre'),
    entry('2', 8, 'Ebbe', 'en', 'to'),
    entry('1', 7, 'Hanne', 'nul', 'en'),
  ]);
  assert.deepEqual(
    shown.map((one) => [one.author, one.before?.text, one.after?.text]),
    [
      ['Ebbe', 'en', 'tre'],
      ['Hanne', 'nul', 'en'],
    ],
  );
  assert.deepEqual(
    shown.map((one) => [one.at, one.beganAt, one.saves.length]),
    [
      [at(9), at(8), 2],
      [at(7), at(7), 1],
    ],
  );
  assert.deepEqual(inSittings([entry('2', 2, 'Ebbe', 'to', 'en'), entry('1', 1, 'Ebbe', 'en', 'to')]), [], 'back where it began');
});

test('a sitting lasts for as long as no pause is over half an hour, and takes in what was added when it began', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));
  const entry = (minute: number, action: HistoryEntry['action'], authorId = 'ebbe'): HistoryEntry => ({
    id: `${minute}`,
    versionId: 'v',
    versionNumber: 1,
    statementId: 'a',
    action,
    before: action === 'added' ? null : { kind: 'value', level: null, title: null, text: `${minute}`, parent: null, position: 1 },
    after: { kind: 'value', level: null, title: null, text: `${minute + 1}`, parent: null, position: 1 },
    authorId,
    author: 'Ebbe',
    at: at(minute),
  });
  const lengths = (...entries: HistoryEntry[]) => inSittings(entries).map((one) => one.saves.length);
  assert.deepEqual(lengths(entry(90, 'edited'), entry(60, 'edited'), entry(30, 'edited'), entry(0, 'added')), [4]);
  assert.deepEqual(lengths(entry(61, 'edited'), entry(30, 'edited')), [1, 1]);
  assert.deepEqual(lengths(entry(3, 'edited'), entry(2, 'moved'), entry(1, 'edited')), [1, 1, 1], 'a move stands for itself');
  assert.deepEqual(lengths(entry(3, 'edited'), entry(2, 'edited', 'another Ebbe')), [1, 1]);
});
