import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { daysAfter, now } from '#base/time.ts';
import { demoFramework } from '#demo/framework.ts';
import { linkedUses } from '#rooms/frameworks/usage/read.server.ts';
import { createFromDraft } from '#rooms/frameworks/write.server.ts';
import { settleCast, type CastTown } from '../../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../../tests/database.ts';
import { deleteRound, makeRound, saveSettings } from '../../commands.server.ts';
import { launchRound } from '../../launch/commands.server.ts';
import { addSuggestions, changeQuestion, chooseThemes, removeQuestion } from '../commands.server.ts';
import { roundQuestions } from '../read.server.ts';
import { questionPlaces } from './read.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let versionId: string;
let theme: string;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  const made = await fjordby.worker.transaction((tx) => createFromDraft(tx, demoFramework('2026-05'), { publish: true }));
  versionId = made.versionId;
  theme = made.statementIds.get('kursen-er-klar/mening') ?? assert.fail();
});
after(() => database.close());

async function roundWithQuestions(): Promise<string> {
  const id = await makeRound(fjordby.member('Lene'), { title: 'Ledelsesmåling', versionId });
  await chooseThemes(fjordby.member('Lene'), id, [theme]);
  await addSuggestions(fjordby.member('Lene'), id);
  return id;
}

/** Where the questions of a round are used, as this person may follow it. */
async function seenBy(town: CastTown, name: string, round: string) {
  const member = town.member(name);
  return member.read(async (tx) => {
    const questions = await fjordby.web.transaction((own) => roundQuestions(own, round));
    const statements = questions.flatMap((question) => question.statements);
    const uses = await linkedUses(tx, statements, { question: (ids) => questionPlaces(tx, member, ids) });
    return Object.values(uses)
      .flat()
      .filter((use) => use.usedId.startsWith(round));
  });
}

test('HO8 a question of a draft round leads HR and editors to it, and does not exist for employees', async () => {
  const round = await roundWithQuestions();
  const seen = await seenBy(fjordby, 'Lene', round);
  assert.ok(seen.length > 0);
  for (const use of seen) assert.equal(use.href, `/fjordby/rounds/${round}/questions#${use.usedId.split('/')[1]}`);
  assert.ok(
    (await seenBy(fjordby, 'Tom', round)).every(
      (use) => use.href === `/fjordby/rounds/${round}/rules#${use.usedId.split('/')[1]}`,
    ),
  );
  for (const name of ['Amina', 'Mette', 'Birgitte']) assert.deepEqual(await seenBy(fjordby, name, round), [], name);
  assert.deepEqual(await seenBy(holmsted, 'Rikke', round), []);
});

test('HO8 once launched, every employee can follow a statement to the question that is asked about it', async () => {
  const round = await roundWithQuestions();
  const settings = {
    revision: 1,
    title: 'Ledelsesmåling',
    k: 5,
    middle: 'mean' as const,
    asksSuperior: true,
    superiorSees: true,
    hrSees: false,
    employeesSee: true,
    purpose: 'At lederne får brugbar respons.',
    legalBasis: 'En opgave i samfundets interesse.',
    contact: 'HR, Fjordby Kommune',
    recipients: 'Lederen og lederens leder.',
    retention: 'Svarene slettes, når resultatet er frigivet.',
    categories: 'Oplysninger om ledelse.',
    medHearing: 'HovedMED i maj',
  };
  await saveSettings(fjordby.member('Lene'), round, settings, daysAfter(now(), 14));
  await launchRound(fjordby.member('Lene'), round);
  const seen = await seenBy(fjordby, 'Amina', round);
  assert.ok(seen.length > 0 && seen.every((use) => use.href?.startsWith(`/fjordby/rounds/${round}/rules#`)));
});

test('HO8 a use is renamed with its question, and vanishes with it and with its round', async () => {
  const round = await roundWithQuestions();
  const [first] = await fjordby.web.transaction((tx) => roundQuestions(tx, round));
  assert.ok(first);
  const words = { ...first.wording.da, other: 'Min leder siger tydeligt, hvor vi skal hen' };
  await changeQuestion(fjordby.member('Lene'), round, first.code, {
    wording: { ...first.wording, da: words },
    statements: first.statements,
  });
  const named = (await seenBy(fjordby, 'Lene', round)).filter((use) => use.usedId === `${round}/${first.code}`);
  assert.ok(named.length > 0 && named.every((use) => use.title === words.other));
  const before = (await seenBy(fjordby, 'Lene', round)).length;
  await removeQuestion(fjordby.member('Lene'), round, first.code);
  assert.equal((await seenBy(fjordby, 'Lene', round)).length, before - named.length);
  await deleteRound(fjordby.member('Lene'), round);
  const left = await fjordby.web.transaction((tx) => tx.selectFrom('framework_uses').select('used_id').execute());
  assert.deepEqual(
    left.filter((use) => use.used_id.startsWith(round)),
    [],
  );
});
