import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addresseesOf, levelOfPosition, notesOf, statementsFor } from './rules.ts';
import { EMPTY_COVER, NO_ATTRIBUTES, type Addressee, type Attributes } from './schema.ts';
import { seenMark, sortChanges } from './seen/rules.ts';

const node = (id: string, parentId: string | null) => ({
  elementId: id,
  statementId: `s-${id}`,
  parentId,
  title: id,
  text: null,
});
const tree = [node('princip', null), node('alle', 'princip'), node('ledere', 'princip'), node('betyder', 'ledere')];
const speaking = (to: Record<string, Addressee[]>): Attributes => ({
  cover: EMPTY_COVER,
  coreTasks: [{ id: 'ro', name: 'En rolig hverdag' }],
  levels: [],
  duties: [],
  strategies: [],
  statements: Object.fromEntries(Object.entries(to).map(([id, addressees]) => [`s-${id}`, { ...NO_ATTRIBUTES, addressees }])),
});

test('B7 each layer of a principle has its own addressee, and what lies below speaks to the same unless it says otherwise', () => {
  const attributes = speaking({ princip: ['organisation'], ledere: ['leaders'] });
  const to = addresseesOf(tree, attributes);
  assert.deepEqual(
    tree.map(({ statementId }) => to.get(statementId)),
    [['organisation'], ['organisation'], ['leaders'], ['leaders']],
  );
});

test('G4 what is said to employees and to TRIO can be found; what speaks to nobody in particular is not among it', () => {
  const attributes = speaking({ alle: ['employees', 'trio'] });
  const found = (who: Addressee) => statementsFor(who, tree, attributes).map(({ elementId }) => elementId);
  assert.deepEqual([found('employees'), found('trio'), found('leaders')], [['alle'], ['alle'], []]);
});

test('HT9 a leader finds the own level by the rule of the level, else by its name, else by its number', () => {
  const levels = ['Direktion', 'Centerchefer', 'Ledere'].map((name, index) => ({ position: index + 1, name }));
  const rule = (level: number, positions: number[]) => ({ level, definition: '', refersTo: '', transition: '', positions });
  const at = (rules: ReturnType<typeof rule>[], position: number, name?: string) =>
    levelOfPosition(rules, levels, position, name)?.name ?? null;
  assert.equal(at([rule(3, [3, 4])], 4), 'Ledere');
  assert.equal(at([], 3, ' centerchefer '), 'Centerchefer');
  assert.equal(at([], 2), 'Centerchefer');
  assert.equal(at([rule(1, [1])], 2, 'Souschef'), null, 'a framework with rules of its own says nothing about the others');
});

test('B17 a statement names the core task it serves, and an ended strategy is shown as ended', () => {
  const attributes: Attributes = {
    ...speaking({}),
    statements: { 's-alle': { ...NO_ATTRIBUTES, coreTasks: ['ro'], strategies: ['v'], values: ['s-princip'] } },
  };
  const vision = { id: 'v', kind: 'vision' as const, name: 'Byen 2029', link: '', about: '', begins: null, ends: '2029-12-31' };
  const note = (today: string) => notesOf(tree, [], attributes, [vision], today)['s-alle'];
  assert.deepEqual(note('2029-12-31')?.coreTasks, ['En rolig hverdag']);
  assert.deepEqual(note('2029-12-31')?.strategies[0]?.ended, false);
  assert.deepEqual(note('2030-01-01')?.strategies[0]?.ended, true);
  assert.deepEqual(note('2030-01-01')?.values, [{ statementId: 's-princip', name: 'princip' }]);
});

test('of many fields only those changed here are written, and never over what somebody else wrote meanwhile', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ read: fc.nat(3), sent: fc.nat(3), stored: fc.nat(3) }), { maxLength: 12 }), (fields) => {
      const posted = fields.map((field) => ({ ...field, seen: seenMark(field.read) }));
      const { changed, conflicts } = sortChanges(
        posted,
        (field) => seenMark(field.stored),
        (field) => seenMark(field.sent),
      );
      for (const field of posted) {
        const mine = field.sent !== field.read;
        const theirs = field.stored !== field.read;
        const agree = field.sent === field.stored;
        assert.equal(changed.includes(field), mine && !theirs && !agree);
        assert.equal(conflicts.includes(field), mine && theirs && !agree);
      }
    }),
  );
});
