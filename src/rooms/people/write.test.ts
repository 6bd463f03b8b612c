import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '#base/ids.ts';
import { inTenant, mintTenant, type Tenant } from '#database/tenant.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts';
import { liveOrganisation } from './read.server.ts';
import type { PeopleRows } from './schema.ts';
import { insertPeople } from './write.server.ts';

let database: TestDatabase;
let fjordby: Tenant;
let holmsted: Tenant;

before(async () => {
  database = await freshDatabase();
  await database.as.worker.kysely
    .insertInto('organisations')
    .values([
      { id: 1, slug: 'fjordby', name: 'Fjordby' },
      { id: 2, slug: 'holmsted', name: 'Holmsted' },
    ])
    .execute();
  fjordby = mintTenant(database.as.web, 1);
  holmsted = mintTenant(database.as.web, 2);
});
after(() => database.close());

test('a whole municipality is inserted with the ids it was made with, and only what has not ended is live', async () => {
  const top = newId();
  const units: PeopleRows['units'] = [
    { id: newId(), code: 'closed', name: 'Nedlagt', parentId: top, endedOn: '2026-01-31' },
    { id: top, code: 'top', name: 'Fjordby Kommune', parentId: null },
  ];
  const persons = Array.from({ length: 25_000 }, (_, index) => ({
    id: newId(),
    name: `Person ${index}`,
    email: null,
    language: null,
  }));
  const employments = persons.map((person, index) => ({
    id: newId(),
    personId: person.id,
    unitId: top,
    number: String(index),
    title: 'Pædagog',
    endedOn: index === 0 ? '2026-02-28' : null,
  }));
  const leader = employments[1];
  assert.ok(leader);
  await inTenant(fjordby, (tx) =>
    insertPeople(tx, {
      levels: ['Direktør', 'Chef'],
      units,
      persons,
      employments,
      leaderships: [{ unitId: top, employmentId: leader.id, level: 1 }],
    }),
  );
  const live = await inTenant(fjordby, (tx) => liveOrganisation(tx));
  assert.deepEqual(live.units, [{ id: top, code: 'top', name: 'Fjordby Kommune', parentId: null }]);
  assert.equal(live.employments.length, 24_999);
  assert.equal(live.persons.length, 24_999);
  assert.deepEqual(live.leaderships, [{ personId: leader.personId, unitId: top, employmentId: leader.id, level: 1 }]);
  assert.equal(live.persons[0]?.language, 'da');
});

test('Holmsted sees nothing of Fjordby', async () => {
  const live = await inTenant(holmsted, (tx) => liveOrganisation(tx));
  assert.deepEqual(live, { units: [], employments: [], leaderships: [], persons: [] });
});
