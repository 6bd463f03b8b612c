import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '#base/errors.ts';
import { localDate, now } from '#base/time.ts';
import { FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import * as v from 'valibot';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { addBody, raiseBody, retireBody, saveBody, saveBodyMembers, saveRequiredSteps } from '../bodies/commands.server.ts';
import { bodiesOf, bodiesOfPerson, bodyOf } from '../bodies/read.server.ts';
import type { BodyKind, BodyRight } from '../bodies/schema.ts';
import { importFramework } from '../commands.server.ts';
import { publishVersion } from '../publication/commands.server.ts';
import { versionHead } from '../read.server.ts';
import { recordStep, removeStep } from './commands.server.ts';
import { documentFor } from './documents/read.server.ts';
import { readSteps } from './page/read.server.ts';
import { isInvited, stepsOf } from './read.server.ts';
import { stateOf } from './rules.ts';
import { StepInput } from './schema.ts';

let database: TestDatabase;
let fjordby: CastTown;
let lene: Member; // HR and editor
let tom: Member; // MED; acts for a body
let amina: Member; // employee
let rikke: Member; // editor of Holmsted

before(async () => {
  database = await freshDatabase();
  const cast = await settleCast(database);
  fjordby = cast.fjordby;
  [lene, tom, amina] = [fjordby.member('Lene'), fjordby.member('Tom'), fjordby.member('Amina')];
  rikke = cast.holmsted.member('Rikke');
});
after(() => database.close());

const document = (title: string): FrameworkDraft => ({
  format: FORMAT,
  organisation: 'Fjordby Kommune',
  title,
  date: null,
  levels: [],
  kinds: {},
  elements: [{ id: 'a', kind: 'value', parent: null, level: null, title: 'Mod', text: null, source: { lines: [1, 1] } }],
  repeats: [],
  unplaced: [],
  furniture: [],
  repairs: [],
  text: 'Mod',
});
const draft = async (title: string) => importFramework(lene, document(title), 'mod.md');
const today = localDate(now());
const input = (fields: Partial<Record<keyof v.InferInput<typeof StepInput>, string>>): StepInput =>
  v.parse(StepInput, { began: today, seen: '99', kind: 'internal_discussion', ...fields });
const body = (name: string, kind: BodyKind, rights: BodyRight[]) => addBody(lene, { name, kind, rights });
const notFound = (error: unknown): boolean => error instanceof Problem && error.status === 404;
const problemIn =
  (field: string) =>
  (error: unknown): boolean =>
    error instanceof Problem && error.fields[field] !== undefined;
const page = (member: Member, made: { frameworkId: string; versionId: string }, edits: boolean) =>
  member.read((tx) =>
    readSteps(tx, { framework: made.frameworkId, version: made.versionId }, { personId: member.personId, edits }),
  );

test('B19 an organisation keeps its own catalogue of who has a say, from the political level to the workplace', async () => {
  const names: [string, BodyKind][] = [
    ['Byrådet', 'political'],
    ['Direktionen', 'management'],
    ['Chefforum', 'management'],
    ['Hovedudvalget', 'med'],
    ['HR', 'hr'],
    ['Arbejdspladserne', 'other'],
  ];
  const ids: string[] = [];
  for (const [name, kind] of names) ids.push(await body(name, kind, []));
  assert.deepEqual(
    (await lene.read((tx) => bodiesOf(tx))).map((one) => [one.name, one.kind]),
    names,
  );
  await raiseBody(lene, ids[1] ?? '');
  await saveBody(lene, ids[5] ?? '', { name: 'Afdelingerne', kind: 'other', rights: ['discuss'] });
  await retireBody(lene, ids[2] ?? '', true);
  assert.deepEqual(
    (await lene.read((tx) => bodiesOf(tx))).map((one) => one.name),
    ['Direktionen', 'Byrådet', 'Hovedudvalget', 'HR', 'Afdelingerne'],
  );
  await assert.rejects(body('byrådet', 'other', []), problemIn('name'));
  for (const stranger of [tom, amina, rikke]) await assert.rejects(saveBodyMembers(stranger, ids[0] ?? '', []), notFound);
  assert.deepEqual(await rikke.read((tx) => bodiesOf(tx, { retired: true })), []);
});

test('AA14 a body takes the steps it has a right to, and no others', async () => {
  const made = await draft('Rettigheder');
  const council = await body('Samrådet', 'political', ['approve']);
  const forum = await body('Lederforum', 'management', ['discuss', 'recommend']);
  await recordStep(lene, made.versionId, input({ kind: 'internal_discussion', body: forum }));
  await recordStep(lene, made.versionId, input({ kind: 'recommended', body: forum, decision: 'Vi siger ja' }));
  await assert.rejects(recordStep(lene, made.versionId, input({ kind: 'approved', body: forum })), problemIn('body'));
  await recordStep(lene, made.versionId, input({ kind: 'approved', body: council }));
  const steps = await lene.read((tx) => stepsOf(tx, made.versionId));
  assert.deepEqual(
    steps.map((step) => [step.kind, step.body?.name]),
    [
      ['internal_discussion', 'Lederforum'],
      ['recommended', 'Lederforum'],
      ['approved', 'Samrådet'],
    ],
  );
  await retireBody(lene, council, true);
  await assert.rejects(recordStep(lene, made.versionId, input({ kind: 'reworked', body: council })), problemIn('body'));
  assert.equal((await lene.read((tx) => bodyOf(tx, council)))?.steps, 1, 'what it did stays');
});

test('AA14 who acts for a body reads the draft once it has left the desk, and writes down what the body has done', async () => {
  const made = await draft('Handler for');
  const committee = await body('Fællesudvalget', 'med', ['discuss']);
  const other = await body('Nabo-udvalget', 'med', ['discuss']);
  await saveBodyMembers(lene, committee, [tom.personId, rikke.personId]);
  assert.deepEqual(
    (await lene.read((tx) => bodyOf(tx, committee)))?.members.map((member) => member.name),
    ['Tom'],
    'nobody from another organisation acts here',
  );
  assert.equal((await tom.read((tx) => bodiesOfPerson(tx, tom.personId))).length, 1);
  assert.equal(await page(tom, made, false), null);
  await assert.rejects(recordStep(tom, made.versionId, input({ body: committee })), notFound);
  await recordStep(lene, made.versionId, input({ body: other }));
  assert.equal(await tom.read((tx) => isInvited(tx, tom.personId, made.versionId)), true);
  assert.deepEqual(
    (await page(tom, made, false))?.choices.map((choice) => [choice.kind, choice.bodies.map((one) => one.name)]),
    [['internal_discussion', ['Fællesudvalget']]],
  );
  await recordStep(tom, made.versionId, input({ body: committee }));
  await assert.rejects(recordStep(tom, made.versionId, input({ body: other })), notFound);
  await assert.rejects(recordStep(tom, made.versionId, input({ kind: 'approved', body: committee })), notFound);
  for (const stranger of [amina, rikke]) {
    assert.equal(await page(stranger, made, false), null);
    await assert.rejects(recordStep(stranger, made.versionId, input({ body: committee })), notFound);
  }
  await saveBodyMembers(lene, committee, []);
  assert.equal(await page(tom, made, false), null, 'who no longer acts for the body no longer sees the draft');
});

test('of two who approve at once one wins, and the other reads what happened', async () => {
  const made = await draft('To på én gang');
  const council = await body('Rådet', 'political', ['approve']);
  const approve = () => recordStep(lene, made.versionId, input({ kind: 'approved', body: council, seen: '0' }));
  const both = await Promise.allSettled([approve(), approve()]);
  const refused = both.find((one) => one.status === 'rejected');
  assert.ok(refused?.status === 'rejected' && refused.reason instanceof Problem && refused.reason.code === 'conflict');
  assert.match(refused.reason.message, /Lene.*Rådet/);
  assert.equal((await lene.read((tx) => stepsOf(tx, made.versionId))).length, 1);
});

test('a step that the organisation requires cannot be left out, and is asked for before publishing', async () => {
  const made = await draft('Regel');
  await saveRequiredSteps(lene, ['approved', 'published', 'nonsense']);
  await assert.rejects(publishVersion(lene, made.versionId, { restSeen: true }), problemIn('on'));
  await assert.rejects(saveRequiredSteps(amina, []), notFound);
  assert.deepEqual((await page(lene, made, true))?.missing, ['approved']);
  await recordStep(lene, made.versionId, input({ kind: 'approved' }));
  await publishVersion(lene, made.versionId, { restSeen: true });
  await saveRequiredSteps(lene, []);
  const [head, steps] = await lene.read(async (tx) => [await versionHead(tx, made.versionId), await stepsOf(tx, made.versionId)]);
  assert.equal(head && stateOf(head, steps), 'published');
});

test('what stood there at publication stays; a mistake in a draft, or in history added later, can be taken away', async () => {
  const made = await draft('Fejl');
  const wrong = await recordStep(lene, made.versionId, input({ title: 'Forkert møde' }));
  for (const stranger of [amina, rikke]) await assert.rejects(removeStep(stranger, made.versionId, wrong), notFound);
  await removeStep(lene, made.versionId, wrong);
  const kept = await recordStep(lene, made.versionId, input({ began: '01-02-2020' }));
  await publishVersion(lene, made.versionId, { restSeen: true });
  await assert.rejects(removeStep(lene, made.versionId, kept), (error) => error instanceof Problem && error.code === 'closed');
  const later = await recordStep(lene, made.versionId, input({ began: '2019', title: 'Temadag', kind: 'draft' }));
  assert.equal((await lene.read((tx) => stepsOf(tx, made.versionId)))[0]?.knownTo, 'year');
  await removeStep(lene, made.versionId, later);
});

test('a step keeps its document for those who may see the step, as a file and nothing else', async () => {
  const made = await draft('Bilag');
  const file = new File(['Referat af mødet'], 'referat.txt', { type: 'text/html' });
  await recordStep(lene, made.versionId, input({ documentName: 'Referat' }), file);
  const id = (await lene.read((tx) => stepsOf(tx, made.versionId)))[0]?.document?.id ?? '';
  const read = (member: Member, edits: boolean) =>
    member.read((tx) => documentFor(tx, made.frameworkId, id, { personId: member.personId, edits }));
  const stored = await read(lene, true);
  assert.deepEqual([stored?.name, stored?.mediaType], ['referat.txt', 'text/plain; charset=utf-8']);
  assert.equal(stored?.content.toString(), 'Referat af mødet');
  assert.equal(await read(amina, false), null, 'the draft does not exist to her');
  assert.equal(await read(rikke, true), null);
  const page = new File(['<script>'], 'side.html');
  await assert.rejects(recordStep(lene, made.versionId, input({}), page), problemIn('file'));
  assert.equal((await lene.read((tx) => stepsOf(tx, made.versionId))).length, 1, 'nothing was written');
});

test('a date in the future, an end before the beginning and a link that runs a script are refused', async () => {
  const made = await draft('Datoer');
  await assert.rejects(recordStep(lene, made.versionId, input({ began: '2190' })), problemIn('began'));
  await assert.rejects(recordStep(lene, made.versionId, input({ began: '2020', ended: '2019' })), problemIn('ended'));
  assert.throws(() => input({ documentLink: 'javascript:alert(1)' }));
  assert.throws(() => input({ began: 'i morgen' }));
});
