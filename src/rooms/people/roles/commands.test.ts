import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '#base/errors.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { liveUnits, organisationTree, unitWithEmployees } from '../units/read.server.ts';
import { personByEmail } from '../read.server.ts';
import { saveRoles } from './commands.server.ts';
import { roleHolders, rolesOfPerson } from './read.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
const isProblem = (code: string) => (error: unknown) => error instanceof Problem && error.code === code;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
});
after(() => database.close());

test('Lene gives Tom the role of editor and takes it back; both stand in the trail about Tom', async () => {
  const lene = fjordby.member('Lene');
  const tom = fjordby.people['Tom'] ?? '';
  await saveRoles(lene, tom, ['med', 'editor']);
  assert.deepEqual((await lene.read((tx) => rolesOfPerson(tx, tom)))?.roles, ['editor', 'med']);
  await saveRoles(lene, tom, ['med']);
  const entries = await fjordby.web.transaction((tx) =>
    tx.selectFrom('trail_entries').select('action').where('about_id', '=', tom).execute(),
  );
  assert.deepEqual(
    entries.map((entry) => entry.action),
    ['roles.changed', 'roles.changed'],
  );
});

test('the last one with the role HR keeps it until somebody else has it', async () => {
  const lene = fjordby.member('Lene');
  await assert.rejects(saveRoles(lene, lene.personId, ['editor']), isProblem('invalid'));
  await saveRoles(lene, fjordby.people['Gitte'] ?? '', ['hr']);
  await saveRoles(lene, lene.personId, ['editor']);
  const holders = await lene.read((tx) => roleHolders(tx));
  assert.deepEqual(
    holders.filter((holder) => holder.roles.includes('hr')).map((holder) => holder.name),
    ['Gitte'],
  );
});

test('nobody but HR gives roles, and nobody gives them in another organisation', async () => {
  const amina = fjordby.member('Amina');
  await assert.rejects(saveRoles(amina, amina.personId, ['hr']), isProblem('not_found'));
  const rikke = holmsted.member('Rikke');
  await assert.rejects(saveRoles(rikke, fjordby.people['Tom'] ?? '', ['hr']), isProblem('not_found'));
  await assert.rejects(saveRoles(rikke, 'not-an-id', ['hr']), isProblem('not_found'));
});

test('the tree shows each unit with its leader and the people in it and below it', async () => {
  const lene = fjordby.member('Lene');
  const { tree, units, leaders, unled } = await lene.read((tx) => organisationTree(tx));
  assert.deepEqual([units, leaders, unled], [4, 4, 0]);
  assert.deepEqual([tree[0]?.name, tree[0]?.leader?.name, tree[0]?.own, tree[0]?.all], ['Fjordby Kommune', 'Birgitte', 3, 17]);
  const care = tree[0]?.children.find((unit) => unit.code === '2');
  assert.deepEqual([care?.own, care?.all, care?.children[0]?.leader?.name], [1, 10, 'Mette']);
});

test('a unit of Fjordby does not exist for Holmsted', async () => {
  const [unit] = await fjordby.web.transaction((tx) => liveUnits(tx));
  assert.ok(unit);
  assert.equal(await holmsted.web.transaction((tx) => unitWithEmployees(tx, unit.id, 1, 10)), null);
  assert.equal(await holmsted.web.transaction((tx) => unitWithEmployees(tx, '../../x', 1, 10)), null);
});

test('an address that leads to two people who are here leads to nobody; one of them having left, it leads to the other', async () => {
  await fjordby.web.transaction((tx) =>
    tx.updateTable('persons').set({ email: 'faelles@fjordby.example' }).where('name', 'in', ['Ida', 'Jens']).execute(),
  );
  assert.equal(await fjordby.web.transaction((tx) => personByEmail(tx, 'faelles@fjordby.example')), null);
  await fjordby.web.transaction((tx) =>
    tx
      .updateTable('employments')
      .set({ ended_on: '2026-01-31' })
      .where('person_id', '=', fjordby.people['Ida'] ?? '')
      .execute(),
  );
  assert.equal((await fjordby.web.transaction((tx) => personByEmail(tx, 'FAELLES@fjordby.example')))?.name, 'Jens');
});
