import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '#base/errors.ts';
import { FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { settleCast } from '../../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../../tests/database.ts';
import { bodiesOf } from '../../bodies/read.server.ts';
import { importFramework } from '../../commands.server.ts';
import { saveElement } from '../../draft/commands.server.ts';
import { readElements } from '../../draft/read.server.ts';
import { publishVersion } from '../../publication/commands.server.ts';
import { currentVersions } from '../../read.server.ts';
import { daysInWords } from '../../steps/presented/rules.ts';
import { weeksOf } from '../../steps/rules.ts';
import { frameworkOverview } from '../overview/read.server.ts';
import { makeNextVersion } from '../commands.server.ts';
import { versionsOf } from '../read.server.ts';
import { planHistory, removeOlderVersion, writeHistory } from './commands.server.ts';
import { addOlderVersion } from './version/commands.server.ts';
import { draftsForPast } from './version/read.server.ts';
import { NO_TEXT } from './version/schema.ts';

let database: TestDatabase;
let lene: Member; // HR and editor of Fjordby
let amina: Member; // employee of Fjordby
let rikke: Member; // editor of Holmsted

before(async () => {
  database = await freshDatabase();
  const { fjordby, holmsted } = await settleCast(database);
  [lene, amina, rikke] = [fjordby.member('Lene'), fjordby.member('Amina'), holmsted.member('Rikke')];
});
after(() => database.close());

const document = (text: string): FrameworkDraft => ({
  format: FORMAT,
  organisation: 'Fjordby Kommune',
  title: 'Kompasset',
  date: null,
  levels: [],
  kinds: {},
  elements: [
    {
      id: 'a',
      kind: 'value',
      parent: null,
      level: null,
      title: null,
      text: 'Vi hjælper hinanden frem',
      source: { lines: [1, 1] },
    },
    { id: 'b', kind: 'value', parent: null, level: null, title: null, text, source: { lines: [2, 2] } },
  ],
  repeats: [],
  unplaced: [],
  furniture: [],
  repairs: [],
  text: `Vi hjælper hinanden frem\n${text}`,
});

async function publishedIn2010(): Promise<string> {
  const made = await importFramework(lene, document('Vi siger sandheden'), 'kompas.md');
  await publishVersion(lene, made.versionId, { restSeen: true, on: '01-2010' });
  return made.frameworkId;
}
/** An older document that has been read in, as a draft of its own. */
const readOld = (text = 'Vi holder ord') => importFramework(lene, { ...document(text), title: 'Det ældste' }, 'gammel.md');
const overview = (member: Member, frameworkId: string, edits: boolean) =>
  member.read((tx) => frameworkOverview(tx, frameworkId, { personId: member.personId, edits }));

/** An invented municipality's way to its framework, in the shape and at the pace such things have. */
const HISTORY = `version;trin;organ;organtype;fra;til;titel;beslutning;dokument;link
1;udkast;Styregruppen;andet;05-2008;;Temadag;"Ledere, politikere og medarbejdere; ""hvad er god ledelse her?""";Program;
1;drøftelse;MED Børn;MED;09-2008;11-2008;;;;
1;drøftelse;MED Teknik;MED;10-2008;01-2009;;;;
1;drøftelse;Hovedudvalget;MED;2009;2009;;;;
1;udkast;Lederforum;ledelse;11-06-2009;12-06-2009;Seminar;Version 1 er klar;;
2;drøftelse;Hovedudvalget;MED;17-06-2009;;;;;
2;bearbejdning;HR-enheden;HR;01-07-2009;;;;;
2;høring;Alle forvaltninger;MED;20-08-2009;28-10-2009;Høring;;Høringsbrev;https://fjordby.example/hoering
3;bearbejdning;HR-enheden;HR;02-11-2009;;Høringssvarene er skrevet ind;;;
3;indstilling;Lederforum;ledelse;19-11-2009;;;Indstilles til godkendelse;;
3;godkendelse;Byrådet;politisk;15-12-2009;;;Godkendt;Referat, punkt 7;`;

test('AA13 a framework’s whole way, from theme day to publication, is written in with the dates it had', async () => {
  const frameworkId = await publishedIn2010();
  const plan = await planHistory(lene, frameworkId, HISTORY);
  assert.deepEqual(plan.problems, []);
  assert.deepEqual(
    plan.versions.map((version) => [version.version, version.known === null, version.steps.length]),
    [
      [1, true, 5],
      [2, true, 3],
      [3, false, 3],
    ],
  );
  assert.equal((await overview(lene, frameworkId, true))?.versions.length, 1, 'looking changes nothing');
  await writeHistory(lene, frameworkId, HISTORY);

  const seen = await overview(amina, frameworkId, false);
  assert.deepEqual(
    seen?.versions.map((version) => [version.head.number, version.state]),
    [
      [3, 'published'],
      [2, 'superseded'],
      [1, 'superseded'],
    ],
  );
  assert.deepEqual(
    seen?.timeline.map((step) => `${step.number} ${step.kind} ${daysInWords(step, 'da')} ${step.body?.name ?? ''}`.trim()),
    [
      '1 draft maj 2008 Styregruppen',
      '1 internal_discussion september 2008 – november 2008 MED Børn',
      '1 internal_discussion oktober 2008 – januar 2009 MED Teknik',
      '1 internal_discussion 2009 Hovedudvalget',
      '1 draft 11. juni 2009 – 12. juni 2009 Lederforum',
      '1 superseded 17. juni 2009',
      '2 internal_discussion 17. juni 2009 Hovedudvalget',
      '2 reworked 1. juli 2009 HR-enheden',
      '2 hearing 20. august 2009 – 28. oktober 2009 Alle forvaltninger',
      '2 superseded 2. november 2009',
      '3 reworked 2. november 2009 HR-enheden',
      '3 recommended 19. november 2009 Lederforum',
      '3 approved 15. december 2009 Byrådet',
      '3 published januar 2010',
    ],
  );
  const hearing = seen?.timeline.find((step) => step.kind === 'hearing');
  assert.equal(hearing && weeksOf(hearing), 10);
  assert.equal(hearing?.document?.link, 'https://fjordby.example/hoering');
  assert.match(seen?.timeline[0]?.decision ?? '', /"hvad er god ledelse her\?"/);
  const council = (await lene.read((tx) => bodiesOf(tx))).find((body) => body.name === 'Byrådet');
  assert.deepEqual([council?.kind, council?.rights], ['political', ['approve']]);
  assert.equal((await lene.read((tx) => currentVersions(tx))).length, 1, 'rounds are offered what holds, not history');
});

test('AA13 the same history written in again adds nothing', async () => {
  const frameworkId = (await lene.read((tx) => currentVersions(tx)))[0]?.frameworkId ?? '';
  const before = await overview(lene, frameworkId, true);
  const plan = await writeHistory(lene, frameworkId, HISTORY);
  assert.equal(plan.repeated, 11);
  assert.deepEqual((await overview(lene, frameworkId, true))?.timeline, before?.timeline);
});

test('AA13 a history in JSON carries the text of an older version, whose statements are known again in the next', async () => {
  const frameworkId = await publishedIn2010();
  const history = {
    format: 'pejling-history/1',
    versions: [{ version: 4, title: 'Det gamle kompas', dated: '2004', framework: document('Vi lyver aldrig') }],
    steps: [
      { version: 4, kind: 'published', began: '2004-03-01', title: 'Omdelt' },
      { version: 5, kind: 'approved', began: '2009-12-15', body: 'Kommunalbestyrelsen', bodyKind: 'political' },
    ],
  };
  await writeHistory(lene, frameworkId, JSON.stringify(history));
  const [older, newer] = await lene.read((tx) => versionsOf(tx, frameworkId));
  assert.deepEqual(
    [older?.number, older?.title, newer?.number, older?.publishedAt?.getFullYear()],
    [1, 'Det gamle kompas', 2, 2004],
  );
  assert.equal(older?.supersededOn, '2009-12-15');
  const texts = async (versionId = '') =>
    new Map((await lene.read((tx) => readElements(tx, versionId))).map((element) => [element.text, element.statementId]));
  const [old, now] = [await texts(older?.versionId), await texts(newer?.versionId)];
  assert.equal(old.get('Vi hjælper hinanden frem'), now.get('Vi hjælper hinanden frem'));
  assert.notEqual(old.get('Vi lyver aldrig'), now.get('Vi siger sandheden'));
});

test('one wrong line and nothing is written; each wrong line is named', async () => {
  const frameworkId = await publishedIn2010();
  const wrong = `version,step,from,body\n1,publication,01-2010,\n1,approval,31-02-2009,\n0,hearing,2009,\n1,vote,2009,\n1,discussion,2190,`;
  const plan = await planHistory(lene, frameworkId, wrong);
  assert.deepEqual(
    plan.problems.map((problem) => [problem.line, problem.why]),
    [
      [3, 'date'],
      [4, 'version'],
      [5, 'kind'],
      [6, 'future'],
    ],
  );
  await assert.rejects(writeHistory(lene, frameworkId, wrong), Problem);
  assert.equal((await overview(lene, frameworkId, true))?.timeline.length, 1);
  for (const [text, why] of [
    ['', 'empty'],
    ['hej', 'empty'],
    ['a;b\n1;2', 'header'],
    ['{', 'not_read'],
    ['{"format":"andet"}', 'not_read'],
  ] as const)
    assert.deepEqual(
      (await planHistory(lene, frameworkId, text)).problems.map((one) => one.why),
      [why],
      text,
    );
});

test('history is written by editors of the own organisation, and to others the framework does not exist', async () => {
  const frameworkId = await publishedIn2010();
  for (const stranger of [amina, rikke]) {
    await assert.rejects(
      writeHistory(stranger, frameworkId, HISTORY),
      (error) => error instanceof Problem && error.status === 404,
    );
    await assert.rejects(
      planHistory(stranger, frameworkId, HISTORY),
      (error) => error instanceof Problem && error.status === 404,
    );
  }
});

test('an older version is added with its document, never changes, and can be taken away while nothing builds on it', async () => {
  const frameworkId = await publishedIn2010();
  const input = { title: 'Det ældste', dated: '2001', published: '', text: (await readOld()).versionId };
  const older = await addOlderVersion(lene, frameworkId, input);
  const [element] = await lene.read((tx) => readElements(tx, older));
  assert.ok(element);
  const edit = { element: element.id, revision: 9, kind: element.kind, level: null, title: 'Nyt', text: null };
  await assert.rejects(saveElement(lene, older, edit), (error) => error instanceof Problem && error.code === 'closed');
  await lene.read(async (tx) => {
    await tx.updateTable('framework_elements').set({ text: 'ændret' }).where('version_id', '=', older).execute();
    assert.notEqual((await readElements(tx, older))[0]?.text, 'ændret', 'the database itself refuses');
  });
  const [, newest] = await lene.read((tx) => versionsOf(tx, frameworkId));
  await assert.rejects(removeOlderVersion(lene, newest?.versionId ?? ''), Problem);
  for (const stranger of [amina, rikke]) await assert.rejects(removeOlderVersion(stranger, older), Problem);
  await removeOlderVersion(lene, older);
  const left = await lene.read((tx) => versionsOf(tx, frameworkId));
  assert.deepEqual(
    left.map((version) => version.number),
    [1],
  );
});

test('an older version without its text is a line in history, and its date lies before the next', async () => {
  const frameworkId = await publishedIn2010();
  const input = { title: 'Tabt', dated: '2003', published: '05-2003', text: NO_TEXT };
  await addOlderVersion(lene, frameworkId, input);
  await assert.rejects(
    addOlderVersion(lene, frameworkId, { ...input, dated: '2008', published: '2008' }),
    (error) => error instanceof Problem && error.fields['dated'] !== undefined,
  );
  await assert.rejects(
    addOlderVersion(lene, frameworkId, { ...input, dated: '2001', published: '', text: '' }),
    (error) => error instanceof Problem && error.fields['text'] !== undefined,
  );
  const seen = await overview(amina, frameworkId, false);
  assert.deepEqual(
    seen?.versions.map((version) => [version.head.number, version.state, version.elements]),
    [
      [2, 'published', 2],
      [1, 'superseded', 0],
    ],
  );
});

test('AA13 an older document is read apart, corrected as a draft, and becomes history with its statements known again', async () => {
  const frameworkId = await publishedIn2010();
  const old = await readOld('Vi siger altid sandheden');
  const [, second] = await lene.read((tx) => readElements(tx, old.versionId));
  assert.ok(second);
  const edit = { element: second.id, revision: 9, kind: second.kind, level: null, title: null, text: 'Vi siger jo sandheden' };
  await saveElement(lene, old.versionId, edit);
  const input = { title: 'Det ældste', dated: '2001', published: '2001', text: old.versionId };
  const older = await addOlderVersion(lene, frameworkId, input);
  const newest = (await lene.read((tx) => versionsOf(tx, frameworkId)))[1]?.versionId ?? '';
  const [before, after] = await lene.read(async (tx) => [await readElements(tx, older), await readElements(tx, newest)]);
  assert.deepEqual(
    before.map(({ text }) => text),
    ['Vi hjælper hinanden frem', 'Vi siger jo sandheden'],
  );
  assert.deepEqual(
    before.map(({ statementId }) => statementId),
    after.map(({ statementId }) => statementId),
  );
  assert.deepEqual(await lene.read((tx) => versionsOf(tx, old.frameworkId)), [], 'the draft is no draft any more');
  await assert.rejects(addOlderVersion(lene, frameworkId, { ...input, dated: '2000', published: '' }), Problem, 'nor twice');
});

test('AA13 only a draft of one’s own organisation that stands by itself becomes history, and only in an editor’s hand', async () => {
  const frameworkId = await publishedIn2010();
  const old = await readOld();
  const input = { title: 'Det ældste', dated: '2001', published: '', text: old.versionId };
  for (const stranger of [amina, rikke])
    await assert.rejects(
      addOlderVersion(stranger, frameworkId, input),
      (error) => error instanceof Problem && error.status === 404,
    );
  const theirs = await importFramework(rikke, document('Vi spørger'), 'deres.md');
  await assert.rejects(
    addOlderVersion(lene, frameworkId, { ...input, text: theirs.versionId }),
    (error) => error instanceof Problem && error.status === 404,
  );
  const { versionId: next } = await makeNextVersion(lene, frameworkId);
  const other = await publishedIn2010();
  const { versionId: nextOther } = await makeNextVersion(lene, other);
  for (const text of [next, nextOther])
    await assert.rejects(
      addOlderVersion(lene, frameworkId, { ...input, text }),
      (error) => error instanceof Problem && error.fields['text'] !== undefined,
    );
  const offered = await lene.read((tx) => draftsForPast(tx, frameworkId));
  assert.ok(offered.some((draft) => draft.versionId === old.versionId));
  assert.ok(!offered.some((draft) => [next, nextOther, theirs.versionId].includes(draft.versionId)));
  assert.equal((await lene.read((tx) => versionsOf(tx, old.frameworkId))).length, 1, 'what was refused left the draft alone');
});

test('two editors who add the same draft at once: one adds it, the other is told', async () => {
  const frameworkId = await publishedIn2010();
  const input = { title: 'Det ældste', dated: '2001', published: '', text: (await readOld()).versionId };
  const outcomes = await Promise.allSettled([
    addOlderVersion(lene, frameworkId, input),
    addOlderVersion(lene, frameworkId, input),
  ]);
  assert.deepEqual(outcomes.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
  assert.equal((await lene.read((tx) => versionsOf(tx, frameworkId))).length, 2);
});
