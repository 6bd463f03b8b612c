import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { nearestLeaders, ownLevel } from './read.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
});
after(() => database.close());

const leadersOf = async (town: CastTown, name: string) =>
  (await town.web.transaction((tx) => nearestLeaders(tx, town.people[name] ?? ''))).map((leader) => [leader.name, leader.unit]);

test('the nearest leader leads the own unit, and a leader has the one above', async () => {
  assert.deepEqual(await leadersOf(fjordby, 'Amina'), [['Mette', 'Hjemmesygeplejen']]);
  assert.deepEqual(await leadersOf(fjordby, 'Mette'), [['Henrik', 'Sundhed og Omsorg']]);
  assert.deepEqual(await leadersOf(fjordby, 'Jonas'), [['Birgitte', 'Fjordby Kommune']]);
  assert.deepEqual(await leadersOf(fjordby, 'Birgitte'), []);
});

test('a unit whose leader has left falls to the leader above', async () => {
  await fjordby.worker.transaction((tx) =>
    tx
      .deleteFrom('leaderships')
      .where('employment_id', 'in', (eb) =>
        eb
          .selectFrom('employments')
          .select('id')
          .where('person_id', '=', fjordby.people['Jonas'] ?? ''),
      )
      .execute(),
  );
  assert.deepEqual(await leadersOf(fjordby, 'Ida'), [['Birgitte', 'Fjordby Kommune']]);
});

test('nothing is found across organisations, nor with what is no id', async () => {
  assert.deepEqual(await holmsted.web.transaction((tx) => nearestLeaders(tx, fjordby.people['Amina'] ?? '')), []);
  assert.deepEqual(await fjordby.web.transaction((tx) => nearestLeaders(tx, "' or 1=1")), []);
});

test('a leader leads at the level the organisation says, and an employee at none', async () => {
  const level = (name: string) => fjordby.web.transaction((tx) => ownLevel(tx, fjordby.people[name] ?? ''));
  assert.deepEqual(await level('Birgitte'), { level: 1, name: 'Direktør' });
  assert.deepEqual(await level('Mette'), { level: 3, name: 'Leder af ledere' });
  assert.equal(await level('Amina'), null);
});
