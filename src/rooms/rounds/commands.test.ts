import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '#base/errors.ts';
import { daysAfter, now } from '#base/time.ts';
import { demoFramework } from '#demo/framework.ts';
import { createFromDraft } from '#rooms/frameworks/write.server.ts';
import { usesOf } from '#rooms/frameworks/read.server.ts';
import { settleCast, type CastTown } from '../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts';
import { deleteRound, makeRound, saveSettings } from './commands.server.ts';
import { launchRound } from './launch/commands.server.ts';
import {
  addFromBank,
  addSuggestions,
  changeQuestion,
  chooseThemes,
  moveQuestion,
  removeQuestion,
  writeQuestion,
} from './questions/commands.server.ts';
import { chosenThemes, roundQuestions, roundThemes } from './questions/read.server.ts';
import { roundFacts } from './read.server.ts';
import type { SettingsInput } from './schema.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let versionId: string;
let statements: Map<string, string>;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  const made = await fjordby.worker.transaction((tx) => createFromDraft(tx, demoFramework('2026-05'), { publish: true }));
  ({ versionId, statementIds: statements } = made);
});
after(() => database.close());

const statement = (name: string) => statements.get(name) ?? assert.fail(name);
const notFound = (error: unknown) => error instanceof Problem && error.code === 'not_found';
const closed = (error: unknown) => error instanceof Problem && error.code === 'closed';

const settings: SettingsInput = {
  revision: 1,
  title: 'Ledelsesmåling',
  k: 5,
  middle: 'mean',
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

async function newRound(town = fjordby): Promise<string> {
  return makeRound(town.member('Lene'), { title: 'Ledelsesmåling', versionId });
}

async function readyRound(): Promise<string> {
  const id = await newRound();
  await chooseThemes(fjordby.member('Lene'), id, [statement('kursen-er-klar/mening')]);
  await addSuggestions(fjordby.member('Lene'), id);
  await saveSettings(fjordby.member('Lene'), id, settings, daysAfter(now(), 14));
  return id;
}

const facts = (id: string) => fjordby.web.transaction((tx) => roundFacts(tx, id));
const questions = (id: string) => fjordby.web.transaction((tx) => roundQuestions(tx, id));

test('Lene in HR makes a round from a published framework; Mette, Amina and Tom find no such page', async () => {
  const id = await newRound();
  assert.equal((await facts(id))?.status, 'draft');
  for (const name of ['Mette', 'Amina', 'Tom', 'Birgitte'])
    await assert.rejects(makeRound(fjordby.member(name), { title: 'x', versionId }), notFound);
});

test('Rikke in Holmsted can neither read nor change a round of Fjordby', async () => {
  const id = await newRound();
  assert.equal(await holmsted.web.transaction((tx) => roundFacts(tx, id)), null);
  const rikke = holmsted.member('Rikke');
  await assert.rejects(saveSettings(rikke, id, settings, null), notFound);
  await assert.rejects(chooseThemes(rikke, id, [statement('kursen-er-klar/mening')]), notFound);
  await assert.rejects(launchRound(rikke, id), notFound);
  await assert.rejects(deleteRound(rikke, id), notFound);
});

test('each statement without a question gets one of the bank that fits its words, and no item is used twice', async () => {
  const id = await newRound();
  const lene = fjordby.member('Lene');
  await chooseThemes(lene, id, [statement('mennesker-vokser/naervaer'), statement('mennesker-vokser/laering')]);
  const added = await addSuggestions(lene, id);
  assert.ok(added >= 4, `${added} suggestions`);
  const chosen = await questions(id);
  assert.equal(new Set(chosen.map((question) => question.itemId)).size, chosen.length);
  for (const question of chosen) assert.ok(question.statements.length > 0);
  assert.deepEqual(
    chosen.map((question) => question.position),
    chosen.map((_, index) => index + 1),
  );
  const covered = new Set(chosen.flatMap((question) => question.statements));
  const again = await addSuggestions(lene, id);
  const now_ = await questions(id);
  assert.equal(now_.length, chosen.length + again);
  assert.ok(covered.size === chosen.length);
});

test('a question written from a statement points to it, and where the statement is used says so', async () => {
  const id = await newRound();
  const lene = fjordby.member('Lene');
  const about = statement('kursen-er-klar/mening/forklarer-formaalet');
  const words = {
    other: 'Min leder forklarer formålet.',
    self: 'Jeg forklarer formålet.',
    superior: 'Lederen forklarer formålet.',
  };
  await writeQuestion(lene, id, { wording: { da: words, en: words }, statements: [about] });
  const used = await fjordby.web.transaction((tx) => usesOf(tx, [about]));
  assert.ok(used.get(about)?.some((use) => use.kind === 'question' && use.usedId === `${id}/q1`));
  await removeQuestion(lene, id, 'q1');
  const after_ = await fjordby.web.transaction((tx) => usesOf(tx, [about]));
  assert.ok(!after_.get(about)?.some((use) => use.usedId === `${id}/q1`));
});

test('a question cannot point to a statement of another framework, or to none', async () => {
  const id = await newRound();
  const lene = fjordby.member('Lene');
  await assert.rejects(addFromBank(lene, id, { itemId: 'purpose-made-clear', statementId: crypto.randomUUID() }), Problem);
  await assert.rejects(
    addFromBank(lene, id, { itemId: 'no-such-item', statementId: statement('kursen-er-klar/mening/forklarer-formaalet') }),
    notFound,
  );
});

test('an item of the bank chosen for two statements is one question about both; a changed one is no longer the bank’s', async () => {
  const id = await newRound();
  const lene = fjordby.member('Lene');
  const [one, two] = [
    statement('kursen-er-klar/mening/forklarer-formaalet'),
    statement('kursen-er-klar/mening/taler-aabent-om-dilemmaer'),
  ];
  for (const statementId of [one, two]) await addFromBank(lene, id, { itemId: 'purpose-made-clear', statementId });
  const [question] = await questions(id);
  assert.deepEqual(question?.statements.toSorted(), [one, two].toSorted());
  const wording = structuredClone(question?.wording ?? assert.fail());
  await changeQuestion(lene, id, 'q1', { wording, statements: [one] });
  assert.equal((await questions(id))[0]?.itemId, 'purpose-made-clear');
  wording.da.other = 'Min leder siger, hvorfor vi er her.';
  await changeQuestion(lene, id, 'q1', { wording, statements: [one] });
  assert.equal((await questions(id))[0]?.itemId, null);
});

test('questions stay with their theme when they are moved, and themes move as one', async () => {
  const id = await newRound();
  const lene = fjordby.member('Lene');
  await addFromBank(lene, id, {
    itemId: 'purpose-made-clear',
    statementId: statement('kursen-er-klar/mening/forklarer-formaalet'),
  });
  await addFromBank(lene, id, { itemId: 'what-can-wait', statementId: statement('kursen-er-klar/valg/prioriterer-synligt') });
  await addFromBank(lene, id, {
    itemId: 'dilemmas-spoken-of',
    statementId: statement('kursen-er-klar/mening/taler-aabent-om-dilemmaer'),
  });
  const themes = async () => (await fjordby.web.transaction((tx) => roundThemes(tx, id))).map((theme) => theme.codes);
  assert.deepEqual(await themes(), [['q1', 'q3'], ['q2']]);
  await moveQuestion(lene, id, { code: 'q3', what: 'question', step: -1 });
  assert.deepEqual(await themes(), [['q3', 'q1'], ['q2']]);
  await moveQuestion(lene, id, { code: 'q3', what: 'theme', step: 1 });
  assert.deepEqual(await themes(), [['q2'], ['q3', 'q1']]);
});

test('two editors notice each other', async () => {
  const id = await newRound();
  await saveSettings(fjordby.member('Lene'), id, settings, null);
  await assert.rejects(
    saveSettings(fjordby.member('Lene'), id, settings, null),
    (error: unknown) => error instanceof Problem && error.code === 'conflict',
  );
});

test('the limit can never be under five, not even in the database', async () => {
  const id = await newRound();
  await assert.rejects(saveSettings(fjordby.member('Lene'), id, { ...settings, k: 4 }, null));
});

test('a launched round keeps its rules, questions and existence, whoever tries', async () => {
  const id = await readyRound();
  await launchRound(fjordby.member('Lene'), id);
  const before_ = await questions(id);
  const lene = fjordby.member('Lene');
  await assert.rejects(saveSettings(lene, id, { ...settings, revision: 2, hrSees: true }, null), closed);
  await assert.rejects(removeQuestion(lene, id, 'q1'), closed);
  await assert.rejects(addSuggestions(lene, id), closed);
  await assert.rejects(chooseThemes(lene, id, [statement('kursen-er-klar/valg')]), closed);
  await assert.rejects(deleteRound(lene, id), closed);
  await fjordby.web.transaction(async (tx) => {
    const changed = await tx.updateTable('rounds').set({ hr_sees: true }).where('id', '=', id).executeTakeFirst();
    assert.equal(Number(changed.numUpdatedRows), 0);
    const reworded = await tx.updateTable('round_questions').set({ wording: '{}' }).where('round_id', '=', id).executeTakeFirst();
    assert.equal(Number(reworded.numUpdatedRows), 0);
    await tx.deleteFrom('rounds').where('id', '=', id).execute();
  });
  assert.equal((await facts(id))?.hrSees, false);
  assert.deepEqual(await questions(id), before_);
});

test('a draft is deleted with everything that pointed to it', async () => {
  const id = await readyRound();
  await deleteRound(fjordby.member('Lene'), id);
  assert.equal(await facts(id), null);
  assert.deepEqual(await fjordby.web.transaction((tx) => chosenThemes(tx, id)), []);
  const uses = await fjordby.web.transaction((tx) => usesOf(tx));
  for (const list of uses.values()) assert.ok(list.every((use) => !use.usedId.startsWith(id)));
});
