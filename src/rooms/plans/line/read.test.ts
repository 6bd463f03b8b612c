import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { localDate, now } from '#base/time.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { mayRecord } from '../activities/read.server.ts';
import { noteFor, unitsToDecide } from '../decisions/read.server.ts';
import { beginNote, beginCorrection, saveNote, shareNote } from '../decisions/commands.server.ts';
import { newId } from '#base/ids.ts';
import { mayPlanFor } from '../reach/policy.ts';
import { reachOf } from '../reach/read.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let unitId: string;

before(async () => {
  database = await freshDatabase();
  ({ fjordby } = await settleCast(database));
  const mette = fjordby.member('Mette');
  unitId = (await mette.read((tx) => unitsToDecide(tx, mette)))[0]?.id ?? assert.fail();
});
after(() => database.close());

/** What somebody may do for the unit: plan its goals, write its decision notes, say whether its activity was held. */
const may = (name: string) => {
  const member = fjordby.member(name);
  return member.read(async (tx) => [
    mayPlanFor(await reachOf(tx, member), unitId),
    (await unitsToDecide(tx, member)).some((unit) => unit.id === unitId),
    await mayRecord(tx, member, { unitId }),
  ]);
};
const WORDS = {
  title: 'Vi flytter mødet',
  decision: 'Mødet ligger om tirsdagen.',
  alternatives: [{ name: 'Mandag', pro: 'Som nu', con: 'Få kan' }],
  tradeoffs: 'Flere med, senere på ugen.',
  heard: 'Holdet',
  hearingId: null,
  told: 'På mødet',
  toldOn: null,
  decidedBy: 'Mette',
  decidedOn: localDate(now()),
  explanation: '',
  statements: [],
  reason: '',
  reach: 'branch' as const,
  units: [],
};

test('B5 AA12 AA3 a leader who no longer leads the unit plans, writes and records nothing for it, and does not read what the next one drafts', async () => {
  assert.deepEqual(await may('Mette'), [true, true, true]);
  assert.deepEqual(await may('Amina'), [false, false, false]);
  const id = newId();
  const mette = fjordby.member('Mette');
  await beginNote(mette, { id, title: WORDS.title, unit: unitId });
  await saveNote(mette, id, { ...WORDS, revision: 1 });
  await shareNote(mette, id, { revision: 2, tell: false });
  await handOver('Amina');
  assert.deepEqual(await may('Mette'), [false, false, false]);
  assert.deepEqual(await may('Amina'), [true, true, true]);
  await beginCorrection(fjordby.member('Amina'), id);
  assert.notEqual((await noteAsReadBy('Amina', id)).draft, null);
  assert.deepEqual([(await noteAsReadBy('Mette', id)).draft, (await noteAsReadBy('Mette', id)).mayWrite], [null, false]);
});

const noteAsReadBy = (name: string, id: string) => {
  const member = fjordby.member(name);
  return member.read((tx) => noteFor(tx, member, id));
};

async function handOver(to: string): Promise<void> {
  await fjordby.worker.transaction(async (tx) => {
    const { id } = await tx
      .selectFrom('employments')
      .select('id')
      .where('person_id', '=', fjordby.people[to] ?? '')
      .executeTakeFirstOrThrow();
    await tx.updateTable('leaderships').set({ employment_id: id }).where('unit_id', '=', unitId).execute();
  });
}
