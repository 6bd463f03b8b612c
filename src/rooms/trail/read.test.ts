import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Member } from '#rooms/people/proof.server.ts';
import { settleCast, type CastTown } from '../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts';
import { maySeeWorkOfAll } from './policy.ts';
import { aboutMe, actionWords, trailFor } from './read.server.ts';
import { TRAIL_ACTIONS, type TrailAction } from './schema.ts';
import { record } from './write.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;

const did = (who: string, action: TrailAction, about?: string) =>
  fjordby.web.transaction((tx) =>
    record(
      tx,
      { personId: fjordby.people[who] ?? '', name: who },
      {
        action,
        object: { kind: 'report', id: 'r', name: about ?? '' },
        ...(about === undefined ? {} : { about: fjordby.people[about] ?? '' }),
      },
    ),
  );
const seenBy = async (member: Member, filter = { search: '', action: '' }) => {
  const reader = { personId: member.personId, workOfAll: maySeeWorkOfAll(member) };
  const { entries } = await member.read((tx) => trailFor(tx, reader, filter, 1, 50));
  return entries.map((entry) => `${entry.actor} ${entry.action}`).sort();
};

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  await did('Henrik', 'report.read', 'Mette');
  await did('Lene', 'round.launched');
  await did('Amina', 'person.signed_in', 'Amina');
});
after(() => database.close());

test('every action has words in Danish and English', () => {
  for (const action of TRAIL_ACTIONS) assert.notEqual(actionWords(action), action);
});

test('Mette sees that Henrik read her report, and so does Henrik; Lene of HR and Jonas do not', async () => {
  const read = `Henrik ${actionWords('report.read')}`;
  assert.deepEqual(await seenBy(fjordby.member('Mette')), [read]);
  assert.deepEqual(await seenBy(fjordby.member('Henrik')), [read]);
  assert.equal((await seenBy(fjordby.member('Lene'))).includes(read), false);
  assert.deepEqual(await seenBy(fjordby.member('Jonas')), []);
});

test('HR sees the work of the organisation, but not when others signed in', async () => {
  assert.deepEqual(await seenBy(fjordby.member('Lene')), [`Lene ${actionWords('round.launched')}`]);
  assert.deepEqual(await seenBy(fjordby.member('Lene'), { search: 'amina', action: 'person.signed_in' }), []);
  assert.deepEqual(await seenBy(fjordby.member('Amina')), [`Amina ${actionWords('person.signed_in')}`]);
});

test('Holmsted sees nothing of it', async () => {
  assert.deepEqual(await seenBy(holmsted.member('Rikke')), []);
  assert.deepEqual(await holmsted.web.transaction((tx) => aboutMe(tx, fjordby.people['Mette'] ?? '')), []);
});

test('the trail can be added to by the web process, but neither changed nor deleted', async () => {
  await assert.rejects(
    fjordby.web.transaction((tx) => tx.deleteFrom('trail_entries').execute()),
    /permission denied/,
  );
  await assert.rejects(
    fjordby.web.transaction((tx) => tx.updateTable('trail_entries').set({ actor_name: 'x' }).execute()),
    /permission denied/,
  );
});
