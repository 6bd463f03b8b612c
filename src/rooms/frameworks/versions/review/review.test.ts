import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '#base/errors.ts';
import { dayAfter, localDate, now } from '#base/time.ts';
import { FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { write } from '#rooms/messages/commands.server.ts';
import { settleCast, type CastTown } from '../../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../../tests/database.ts';
import { importFramework } from '../../commands.server.ts';
import { versionStamp } from '../../exchange/stamp/rules.ts';
import { publishVersion } from '../../publication/commands.server.ts';
import { versionHead } from '../../read.server.ts';
import { saveReview, tellOfReviews } from './commands.server.ts';
import { reviewOf, reviewsToTell } from './read.server.ts';
import { monthOfDated, reviewOfDays } from './rules.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let lene: Member; // HR and editor of Fjordby

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  lene = fjordby.member('Lene');
});
after(() => database.close());

const document = (title: string, issuedBy: string, date: string | null): FrameworkDraft => ({
  format: FORMAT,
  organisation: issuedBy,
  title,
  date,
  levels: [],
  kinds: {},
  elements: [{ id: 'a', kind: 'value', parent: null, level: null, title: 'Mod', text: null, source: { lines: [1, 1] } }],
  repeats: [],
  unplaced: [],
  furniture: [],
  repairs: [],
  text: 'Mod',
});
async function published(member: Member, title: string, issuedBy: string, date: string | null) {
  const made = await importFramework(member, document(title, issuedBy, date), 'mod.md');
  await publishVersion(member, made.versionId, { restSeen: true });
  return made;
}
const today = localDate(now());

test('HT27 a framework says who issued it and in which month, and that it has grown old', async () => {
  const { frameworkId, versionId } = await published(lene, 'Det gamle', 'Direktionen', 'November 2011');
  const head = await lene.read((tx) => versionHead(tx, versionId));
  assert.ok(head);
  assert.match(versionStamp(head, now()), /Version 1 · Direktionen · November 2011/);
  const review = await lene.read((tx) => reviewOf(tx, frameworkId));
  assert.deepEqual([review?.from, review?.dueOn, review?.old, review?.overdue], ['2011-11-01', '2015-11-01', true, true]);
});

test('HO16 a framework signed in a month carries that month, and is looked at four years later', async () => {
  const { frameworkId } = await published(lene, 'Det signerede', 'Chefgruppen', '2021-12');
  const review = await lene.read((tx) => reviewOf(tx, frameworkId));
  assert.deepEqual([review?.from, review?.dueOn], ['2021-12-01', '2025-12-01']);
});

test('the month a document says it is from is read out of what it says', () => {
  const months = {
    'November 2011': '2011-11-01',
    '2021-12': '2021-12-01',
    '1. januar 2009': '2009-01-01',
    '12-2008': '2008-12-01',
  };
  for (const [dated, month] of Object.entries(months)) assert.equal(monthOfDated(dated), month, dated);
  assert.equal(monthOfDated('2016'), '2016-01-01');
  for (const dated of [null, '', 'uden dato', '12345', '99']) assert.equal(monthOfDated(dated), null);
});

test('four years to the day is old, the day before is not', () => {
  assert.equal(reviewOfDays('2020-03-01', null, '2024-02-29').old, false);
  assert.equal(reviewOfDays('2020-03-01', null, '2024-03-01').old, true);
  assert.equal(reviewOfDays('2020-02-29', null, '2024-02-28').dueOn, '2024-02-29');
});

test('editors choose another day, nobody else does, and a day that has passed is no choice', async () => {
  const { frameworkId } = await published(lene, 'Det valgte', 'Fjordby', null);
  const due = dayAfter(today, { years: 2 });
  await saveReview(lene, frameworkId, due);
  assert.equal((await lene.read((tx) => reviewOf(tx, frameworkId)))?.dueOn, due);
  await assert.rejects(saveReview(lene, frameworkId, '2001'), (error) => error instanceof Problem && 'due' in error.fields);
  await assert.rejects(saveReview(lene, frameworkId, 'snart'), (error) => error instanceof Problem && 'due' in error.fields);
  for (const stranger of [fjordby.member('Amina'), holmsted.member('Rikke')])
    await assert.rejects(saveReview(stranger, frameworkId, due), (error) => error instanceof Problem && error.status === 404);
  await saveReview(lene, frameworkId, '');
  assert.equal((await lene.read((tx) => reviewOf(tx, frameworkId)))?.chosen, false);
});

test('the editors of the organisation get one mail for each framework that is due, and one only', async () => {
  const rikke = holmsted.member('Rikke');
  const { frameworkId } = await published(rikke, 'Roret', 'Holmsted', '2012');
  await published(rikke, 'Det nye', 'Holmsted', null);
  assert.equal(await tellOfReviews(holmsted.worker), 1);
  assert.equal(await tellOfReviews(holmsted.worker), 0);
  assert.deepEqual(await holmsted.worker.transaction((tx) => reviewsToTell(tx)), []);
  const letters = await holmsted.worker.transaction((tx) =>
    tx.selectFrom('messages').select(['template', 'address', 'language', 'parameters']).execute(),
  );
  assert.deepEqual(
    letters.map((letter) => [letter.template, letter.address]),
    [['framework_review', 'rikke@holmsted.example']],
  );
  const letter = write(letters[0] ?? { template: '', language: 'da', parameters: {} });
  assert.match(letter.subject, /Roret/);
  assert.match(letter.text, new RegExp(`/holmsted/frameworks/${frameworkId}`));
});
