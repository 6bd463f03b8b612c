import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { daysAfter, now } from '#base/time.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { closeAndTreat, comment, openAsLene, settleDraft, type HeardDraft } from '../../../../tests/heard-draft.ts';
import { statementsOf } from '../read.server.ts';
import { stepsOf } from '../steps/read.server.ts';
import { bodySheet } from './bodies/read.server.ts';
import { saveBodyComment, sendReply, takeBackReply, withdrawBodyComment } from './bodies/commands.server.ts';
import { closeHearing, extendHearing } from './deadline/commands.server.ts';
import { tellBodies } from './invitations/commands.server.ts';
import { noteFor } from './note/read.server.ts';
import { publishNote } from './note/commands.server.ts';
import { openHearing } from './opening/commands.server.ts';
import { askedOf, heardStatements, hearingFor, hearingsFor } from './read.server.ts';
import { tracesOf } from './traces/read.server.ts';
import { answerComment, beginTreatment, endTreatment } from './treatment/commands.server.ts';
import { commentSheet, treatmentSheet } from './treatment/read.server.ts';
import type { AnswerInput } from './schema.ts';

let database: TestDatabase;
let town: CastTown;
let holmsted: CastTown;
let draft: HeardDraft;
let hearing: string;

before(async () => {
  database = await freshDatabase();
  ({ fjordby: town, holmsted } = await settleCast(database));
});
after(() => database.close());

const notFound = (thrown: unknown) => thrown instanceof Problem && thrown.code === 'not_found';
const withCode = (code: string) => (thrown: unknown) => thrown instanceof Problem && thrown.code === code;
const at = (body: string) => ({ hearingId: hearing, bodyId: body });
const said = (outcome: AnswerInput['outcome'], reason: string, more: Partial<AnswerInput> = {}): AnswerInput => ({
  outcome,
  reason,
  changedStatementId: null,
  revision: 0,
  alike: [],
  ...more,
});
const statement = (slug: string) => draft.statements.get(slug) ?? '';
const letters = async () => {
  const orders = await town.worker.transaction((tx) =>
    tx.selectFrom('hearing_tellings').selectAll().orderBy('asked_at').execute(),
  );
  for (const { hearing_id, deadline_id } of orders) await tellBodies(town.worker, hearing_id, deadline_id);
  return town.worker.transaction((tx) =>
    tx.selectFrom('messages').select(['template', 'address', 'parameters']).orderBy('id').execute(),
  );
};

async function freshHearing(changes: { employees?: boolean } = {}): Promise<void> {
  await town.web.transaction(async (tx) => {
    await tx.deleteFrom('framework_body_members').execute();
    await tx
      .updateTable('framework_bodies')
      .set((eb) => ({ name: eb.fn('concat', [eb.ref('id')]), retired_at: now() }))
      .execute();
  });
  draft = await settleDraft(town);
  hearing = await openAsLene(town, draft, changes);
}

async function reword(slug: string, text: string): Promise<void> {
  await town.web.transaction((tx) =>
    tx
      .updateTable('framework_elements')
      .set({ text })
      .where('version_id', '=', draft.versionId)
      .where('statement_id', '=', statement(slug))
      .execute(),
  );
}

test('AA15 opening a hearing freezes the text, asks bodies with the right to answer, sends mails and takes its step', async () => {
  await freshHearing();
  await reword('mod/1', 'Du siger fra i tide.');
  const frozen = await town.web.transaction((tx) => heardStatements(tx, hearing));
  assert.equal(frozen.find(({ slug }) => slug === 'mod/1')?.text, 'Du siger fra, når noget er forkert.');
  assert.equal(frozen.length, 5);
  const [step] = await town.web.transaction((tx) => stepsOf(tx, draft.versionId));
  assert.equal(step?.kind, 'hearing');
  const mails = await letters();
  assert.deepEqual(
    mails.map(({ template, address }) => [template, address]).sort(),
    ['birgitte', 'henrik', 'tom'].map((name) => ['hearing_invitation', `${name}@fjordby.example`]),
  );
});

test('AA14 a body without the right to answer is not asked, and a body of another organisation does not exist', async () => {
  await freshHearing();
  const other = await settleDraft({ ...holmsted, people: { ...holmsted.people, ...asPeople(holmsted) } });
  await closeAndTreat(town, hearing);
  await endTreatment(town.member('Lene'), hearing);
  for (const body of [draft.bodies.council, other.bodies.committee])
    await assert.rejects(
      openHearing(
        town.member('Lene'),
        { versionId: draft.versionId, hearingId: newId() },
        { title: 'En til', letter: 'Et brev til jer.', contact: '', bodies: [body], employees: false },
        daysAfter(now(), 60),
      ),
      (thrown: unknown) => thrown instanceof Problem && thrown.fields.bodies !== undefined,
    );
});

function asPeople({ people }: CastTown): Record<string, string> {
  const some = Object.values(people);
  return Object.fromEntries(['Tom', 'Henrik', 'Birgitte', 'Jonas'].map((name, index) => [name, some[index] ?? '']));
}

test('AA15 pressing twice opens one hearing, and a second one must wait until the first is treated', async () => {
  await freshHearing();
  const input = { title: 'Igen', letter: 'Et brev til jer.', contact: '', bodies: [], employees: true };
  const open = (hearingId: string) =>
    openHearing(town.member('Lene'), { versionId: draft.versionId, hearingId }, input, daysAfter(now(), 60));
  assert.equal(await open(hearing), hearing);
  await assert.rejects(open(newId()), withCode('conflict'));
});

test('AA15 only those who write frameworks hold hearings, and to others and elsewhere a hearing that does not ask them does not exist', async () => {
  await freshHearing({ employees: false });
  const readers = async (member: string) =>
    (await town.web.transaction((tx) => hearingsFor(tx, town.member(member)))).map(({ id }) => id);
  assert.ok((await readers('Tom')).includes(hearing));
  assert.ok(!(await readers('Amina')).includes(hearing));
  await assert.rejects(
    town.web.transaction((tx) => hearingFor(tx, town.member('Amina'), hearing)),
    notFound,
  );
  await assert.rejects(
    holmsted.web.transaction((tx) => hearingFor(tx, holmsted.member('Rikke'), hearing)),
    notFound,
  );
  await assert.rejects(closeHearing(holmsted.member('Rikke'), hearing, 'Fordi vi kan'), notFound);
  await assert.rejects(closeHearing(town.member('Tom'), hearing, 'Fordi vi kan'), notFound);
  await assert.rejects(beginTreatment(town.member('Birgitte'), hearing), notFound);
  await assert.rejects(
    town.web.transaction((tx) => treatmentSheet(tx, town.member('Tom'), hearing)),
    notFound,
  );
  await assert.rejects(
    town.web.transaction((tx) => noteFor(tx, town.member('Tom'), hearing)),
    notFound,
  );
});

test('AA15 a body writes together, one sends, and nobody else sees it before', async () => {
  await freshHearing();
  const here = at(draft.bodies.committee);
  const words = comment('Skriv hellere “i tide”.', statement('mod/1'));
  await saveBodyComment(town.member('Tom'), here, words);
  await saveBodyComment(town.member('Tom'), here, words);
  await saveBodyComment(town.member('Henrik'), here, comment('Vi er glade for helheden.'));
  const sheet = await town.web.transaction((tx) =>
    bodySheet(tx, town.member('Henrik'), { hearing, body: draft.bodies.committee }),
  );
  assert.deepEqual(sheet.comments.map((one) => one.writtenBy).sort(), ['Henrik', 'Tom']);
  for (const name of ['Birgitte', 'Amina', 'Lene'])
    await assert.rejects(
      town.web.transaction((tx) => bodySheet(tx, town.member(name), { hearing, body: draft.bodies.committee })),
      notFound,
    );
  const heard = async () => (await town.web.transaction((tx) => treatmentSheet(tx, town.member('Lene'), hearing))).comments;
  assert.equal((await heard()).length, 0);
  await sendReply(town.member('Henrik'), here);
  await sendReply(town.member('Tom'), here);
  assert.equal((await heard()).length, 2);
  await assert.rejects(saveBodyComment(town.member('Tom'), here, comment('En til')), withCode('conflict'));
  await takeBackReply(town.member('Tom'), here);
  assert.equal((await heard()).length, 0);
  await withdrawBodyComment(town.member('Henrik'), here, words.id);
  assert.equal((await asked('Tom')).find(({ id }) => id === hearing)?.bodies[0]?.repliedAt, null);
});

const asked = (name: string) => town.web.transaction((tx) => askedOf(tx, town.member(name)));

test('AA15 two in a body who change the same comment: the second reads what the first wrote, and no word is lost', async () => {
  await freshHearing();
  const here = at(draft.bodies.committee);
  const first = comment('Første ord');
  await saveBodyComment(town.member('Tom'), here, first);
  await saveBodyComment(town.member('Henrik'), here, { ...first, text: 'Henriks ord', revision: 1 });
  await assert.rejects(
    saveBodyComment(town.member('Tom'), here, { ...first, text: 'Toms ord', revision: 1 }),
    withCode('conflict'),
  );
  const sheet = await town.web.transaction((tx) => bodySheet(tx, town.member('Tom'), { hearing, body: here.bodyId }));
  assert.deepEqual(
    sheet.comments.map(({ text, revision }) => [text, revision]),
    [['Henriks ord', 2]],
  );
});

test('AA15 who is no longer in the body can neither read nor write for it', async () => {
  await freshHearing();
  const here = at(draft.bodies.committee);
  await saveBodyComment(town.member('Tom'), here, comment('Mens jeg var med'));
  await town.web.transaction((tx) =>
    tx
      .deleteFrom('framework_body_members')
      .where('person_id', '=', town.people['Tom'] ?? '')
      .execute(),
  );
  await assert.rejects(saveBodyComment(town.member('Tom'), here, comment('Bagefter')), notFound);
  await assert.rejects(sendReply(town.member('Tom'), here), notFound);
});

test('AA15 a comment on a statement of another hearing or organisation is refused, and its length has an end', async () => {
  await freshHearing();
  const here = at(draft.bodies.committee);
  await assert.rejects(saveBodyComment(town.member('Tom'), here, comment('Hvor?', newId())), notFound);
  await assert.rejects(saveBodyComment(holmsted.member('Rikke'), here, comment('Udefra', statement('mod/1'))), notFound);
  await assert.rejects(saveBodyComment(town.member('Tom'), here, comment('x'.repeat(20_001))));
});

test('AA15 an answer after the deadline is taken and marked as late; after the treatment has begun it is not, and says what to do', async () => {
  await freshHearing();
  const here = at(draft.bodies.committee);
  await closeHearing(town.member('Lene'), hearing, 'Vi har travlt.');
  await saveBodyComment(town.member('Tom'), here, comment('Undskyld forsinkelsen'));
  await sendReply(town.member('Tom'), here);
  const { bodies } = await town.web.transaction((tx) => hearingFor(tx, town.member('Lene'), hearing));
  assert.deepEqual(
    bodies.map(({ name, late }) => [name, late]),
    [
      ['Chefforum', false],
      ['Hovedudvalget', true],
    ],
  );
  await beginTreatment(town.member('Lene'), hearing);
  await assert.rejects(
    saveBodyComment(town.member('Birgitte'), at(draft.bodies.forum), comment('For sent')),
    (thrown: unknown) => thrown instanceof Problem && thrown.code === 'closed' && thrown.message.includes('hr@fjordby.example'),
  );
});

test('AA15 moving the deadline and closing early are told to all who were asked, with the reason', async () => {
  await freshHearing();
  const before = (await letters()).length;
  const { hearing: facts } = await town.web.transaction((tx) => hearingFor(tx, town.member('Lene'), hearing));
  await assert.rejects(extendHearing(town.member('Lene'), hearing, daysAfter(facts.closesAt, -1), ''), withCode('invalid'));
  await extendHearing(town.member('Lene'), hearing, daysAfter(facts.closesAt, 7), 'Flere udvalg bad om det.');
  await assert.rejects(closeHearing(town.member('Lene'), hearing, ' '), withCode('invalid'));
  await closeHearing(town.member('Lene'), hearing, 'Alle har svaret.');
  await assert.rejects(closeHearing(town.member('Lene'), hearing, 'Alle har svaret.'), withCode('closed'));
  const told = (await letters()).slice(before);
  assert.equal(told.length, 6);
  assert.deepEqual(new Set(told.map(({ template }) => template)), new Set(['hearing_deadline']));
  assert.match(JSON.stringify(told), /Flere udvalg bad om det/);
});

test('AA14 who opens a hearing waits for no mails: the worker writes to who sits in the bodies then, once', async () => {
  await freshHearing();
  const [order] = await town.worker.transaction((tx) => tx.selectFrom('hearing_tellings').selectAll().execute());
  const count = () => town.worker.transaction(async (tx) => (await tx.selectFrom('messages').select('id').execute()).length);
  const before = await count();
  const tom = town.people['Tom'] ?? '';
  await town.worker.transaction((tx) => tx.deleteFrom('framework_body_members').where('person_id', '=', tom).execute());
  const tell = (tenant = town.worker) => tellBodies(tenant, hearing, order?.deadline_id ?? '');
  await tell(holmsted.worker);
  assert.equal(await count(), before);
  await Promise.all([tell(), tell()]);
  await tell();
  assert.equal(await count(), before + 2, 'Birgitte and Henrik; Tom left the committee');
});

test('AA15 every comment gets a reasoned answer, the treatment ends when all have one, and the note says so to everybody', async () => {
  await freshHearing();
  const here = at(draft.bodies.committee);
  await saveBodyComment(town.member('Tom'), here, comment('Skriv “i tide”.', statement('mod/1')));
  await saveBodyComment(town.member('Tom'), here, comment('Brug kortere sætninger.'));
  await sendReply(town.member('Tom'), here);
  const forum = at(draft.bodies.forum);
  await saveBodyComment(town.member('Birgitte'), forum, comment('brug  KORTERE sætninger.'));
  await sendReply(town.member('Birgitte'), forum);
  await assert.rejects(beginTreatment(town.member('Lene'), hearing), withCode('closed'));
  await closeAndTreat(town, hearing);
  await beginTreatment(town.member('Lene'), hearing);
  const { comments } = await town.web.transaction((tx) => treatmentSheet(tx, town.member('Lene'), hearing));
  const about = comments.find((one) => one.statementId === statement('mod/1'));
  const short = comments.find((one) => one.text === 'Brug kortere sætninger.');
  assert.ok(about && short);
  await reword('mod/1', 'Du siger fra i tide.');
  const taken = said('taken_in', 'Enig, det er tydeligere.', { changedStatementId: statement('mod/1') });
  await answerComment(town.member('Lene'), { hearingId: hearing, commentId: about.id }, taken);
  await assert.rejects(endTreatment(town.member('Lene'), hearing), withCode('conflict'));
  await assert.rejects(publishNote(town.member('Lene'), hearing), withCode('conflict'));
  const sheet = await town.web.transaction((tx) => commentSheet(tx, town.member('Lene'), { hearing, comment: short.id }));
  assert.equal(sheet.same.length, 1);
  const alike = sheet.same.map(({ id }) => id);
  await answerComment(
    town.member('Lene'),
    { hearingId: hearing, commentId: short.id },
    said('partly', 'Vi har delt to af dem.', { alike }),
  );
  await endTreatment(town.member('Lene'), hearing);
  await assert.rejects(
    answerComment(
      town.member('Lene'),
      { hearingId: hearing, commentId: short.id },
      said('not', 'Alligevel ikke', { revision: 1 }),
    ),
    withCode('closed'),
  );
  await assert.rejects(
    town.web.transaction((tx) => noteFor(tx, town.member('Amina'), hearing)),
    notFound,
  );
  assert.equal((await traces()).size, 0);
  await publishNote(town.member('Lene'), hearing);
  await publishNote(town.member('Lene'), hearing);
  await reword('mod/1', 'Noget helt andet, længe efter.');
  const note = await town.web.transaction((tx) => noteFor(tx, town.member('Amina'), hearing));
  const entry = note.entries.find((one) => one.statementId === statement('mod/1'));
  assert.equal(entry?.heard?.text, 'Du siger fra, når noget er forkert.');
  assert.equal(entry?.now?.text, 'Du siger fra i tide.');
  assert.equal(entry?.comments[0]?.answer?.outcome, 'taken_in');
  assert.equal((await traces()).get(statement('mod/1'))?.[0]?.taken, 1);
});

const traces = () => town.web.transaction((tx) => tracesOf(tx, [...draft.statements.values()]));

test('AA15 two who answer the same comment: one wins, the other reads it, and the same form twice is one answer', async () => {
  await freshHearing();
  const here = at(draft.bodies.committee);
  await saveBodyComment(town.member('Tom'), here, comment('Hvad med de nye?'));
  await sendReply(town.member('Tom'), here);
  await closeAndTreat(town, hearing);
  const { comments } = await town.web.transaction((tx) => treatmentSheet(tx, town.member('Lene'), hearing));
  const commentId = comments[0]?.id ?? '';
  const lene = town.member('Lene');
  const answers = await Promise.allSettled([
    answerComment(lene, { hearingId: hearing, commentId }, said('not', 'Det hører til et andet sted.')),
    answerComment(lene, { hearingId: hearing, commentId }, said('partly', 'Vi skriver en linje om dem.')),
  ]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const there = (await town.web.transaction((tx) => treatmentSheet(tx, lene, hearing))).comments[0]?.answer;
  assert.ok(there);
  await answerComment(lene, { hearingId: hearing, commentId }, said(there.outcome, there.reason));
  await assert.rejects(
    answerComment(
      lene,
      { hearingId: hearing, commentId },
      said('taken_in', 'x'.repeat(5), { revision: 1, changedStatementId: newId() }),
    ),
    withCode('invalid'),
  );
  await assert.rejects(answerComment(lene, { hearingId: hearing, commentId: newId() }, said('not', 'Ingen')), notFound);
});

test('AA15 the database itself keeps what was heard: no version and no body can be deleted from under a hearing', async () => {
  await freshHearing();
  await town.web.transaction(async (tx) => {
    const gone = await tx.deleteFrom('framework_versions').where('id', '=', draft.versionId).executeTakeFirst();
    assert.equal(gone.numDeletedRows, 0n);
  });
  await assert.rejects(
    town.web.transaction((tx) => tx.updateTable('hearing_statements').set({ position: 9 }).execute()),
    /permission denied/,
  );
  assert.equal((await town.web.transaction((tx) => statementsOf(tx, draft.versionId))).length, 5);
});
