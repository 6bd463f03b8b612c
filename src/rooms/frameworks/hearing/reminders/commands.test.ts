import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { daysAfter, now } from '#base/time.ts';
import { write } from '#rooms/messages/commands.server.ts';
import { settleCast } from '../../../../../tests/cast.ts';
import { freshDatabase, withOwner } from '../../../../../tests/database.ts';
import { openAsLene, settleDraft } from '../../../../../tests/heard-draft.ts';
import { sendReply } from '../bodies/commands.server.ts';
import { remindBodies } from './commands.server.ts';
import { hearingsWithReminderDue } from './read.server.ts';

const database = await freshDatabase();
after(() => database.close());

test('AA15 bodies that have not answered are reminded once a week before and once the day before, and again for a new deadline', async () => {
  const { fjordby: town, holmsted } = await settleCast(database);
  const draft = await settleDraft(town);
  const hearing = await openAsLene(town, draft);
  const closing = (days: number) =>
    withOwner(database.ownerUrl, async (client) => {
      await client.query('update hearings set opened_at = $1, closes_at = $2', [daysAfter(now(), -60), daysAfter(now(), days)]);
    });
  const due = () => town.worker.transaction(hearingsWithReminderDue);
  const reminders = async () =>
    (await town.worker.transaction((tx) => tx.selectFrom('messages').selectAll().orderBy('id').execute())).filter(
      (row) => row.template === 'hearing_reminder',
    );

  assert.deepEqual(await due(), []);
  await closing(5);
  assert.deepEqual(await due(), [hearing]);
  await Promise.all([remindBodies(town.worker, hearing), remindBodies(town.worker, hearing)]);
  await remindBodies(holmsted.worker, hearing);
  const first = await reminders();
  assert.deepEqual(first.map((row) => row.address).sort(), [
    'birgitte@fjordby.example',
    'henrik@fjordby.example',
    'tom@fjordby.example',
  ]);
  assert.deepEqual(await due(), []);

  await sendReply(town.member('Birgitte'), { hearingId: hearing, bodyId: draft.bodies.forum });
  await closing(0.5);
  await remindBodies(town.worker, hearing);
  assert.equal((await reminders()).length, 5);
  await closing(6);
  await remindBodies(town.worker, hearing);
  assert.equal((await reminders()).length, 7);

  const letter = write((await reminders())[0] ?? { template: '', language: 'da', parameters: null });
  assert.match(letter.text, new RegExp(`/fjordby/hearings/${hearing}`));
  assert.match(letter.text, /Hovedudvalget|Chefforum/);
  await closing(-1);
  assert.deepEqual(await due(), []);
});
