import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LONGEST_LIST, MOST_FOUND, offerUnits } from './rules.ts';

const unit = (id: string, name: string, parentId: string | null, depth: number) => ({ id, name, parentId, depth });
const town = [
  unit('top', 'Fjordby Kommune', null, 0),
  unit('care', 'Pleje og Omsorg', 'top', 1),
  ...Array.from({ length: 40 }, (_, at) => unit(`c${at}`, `Team ${at + 1}`, 'care', 2)),
  unit('school', 'Skoler', 'top', 1),
  ...Array.from({ length: 40 }, (_, at) => unit(`s${at}`, `Team ${at + 1}`, 'school', 2)),
  unit('archive', 'Arkivets team', 'top', 1),
];
const all = () => true;
const search = (words: string, chosen: string[] = [], may: (id: string) => boolean = all) => {
  const offered = offerUnits(town, may, { chosen, search: words });
  assert.ok(offered.kind === 'search');
  return offered;
};

test('AA12 few units stand in a list, in the order of the tree; of many none is offered before it is searched for', () => {
  const few = town.slice(0, LONGEST_LIST);
  const list = offerUnits(few, all, { chosen: [], search: '' });
  assert.ok(list.kind === 'list' && list.units.length === LONGEST_LIST);
  assert.deepEqual(list.units[0], { id: 'top', name: 'Fjordby Kommune', depth: 0 });
  assert.deepEqual([search('').found, search('  ').found, search('').chosen], [[], [], []]);
  const own = offerUnits(town, (id) => id.startsWith('c'), { chosen: [], search: '' });
  assert.ok(own.kind === 'list' && own.units.length === 41, 'a leader with few units has a list in a large organisation too');
});

test('AA12 a unit is found by its name and those above it, says where it lies, and what is chosen stays', () => {
  assert.deepEqual(search('TEAM 7 skoler').found[0], { id: 's6', name: 'Team 7', path: 'Fjordby Kommune › Skoler' });
  assert.ok(search('team 7 skoler').found.every((one) => one.id.startsWith('s')));
  assert.equal(search('omsorg').found[0]?.id, 'care', 'the unit itself, and not everything below it');
  const many = search('team');
  assert.equal(many.found.length, MOST_FOUND);
  assert.equal(many.more, 81 - MOST_FOUND);
  assert.equal(search('team', ['c0']).chosen[0]?.path, 'Fjordby Kommune › Pleje og Omsorg');
  assert.ok(!search('team 1', ['c0']).found.some((one) => one.id === 'c0'));
  assert.deepEqual(search('findes ikke').found, []);
});

test('AA12 what somebody may not choose is neither found nor kept', () => {
  const offered = search('team', ['s0', 'nowhere'], (id) => id !== 's0');
  assert.deepEqual(offered.chosen, []);
  assert.ok(offered.found.length > 0 && !offered.found.some((one) => one.id === 's0'));
});
