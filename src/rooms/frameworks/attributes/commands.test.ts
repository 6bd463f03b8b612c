import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { importFramework } from '../commands.server.ts';
import { saveLevels } from '../cover/commands.server.ts';
import { saveCoreTasks } from '../cover/core-tasks/commands.server.ts';
import { saveDuties } from '../cover/duties/commands.server.ts';
import { saveLevelRules } from '../cover/level-rules/commands.server.ts';
import { savePurpose } from '../cover/purpose/commands.server.ts';
import { removeFromDraft } from '../draft/commands.server.ts';
import { undoSave } from '../draft/saves/commands.server.ts';
import { publishVersion } from '../publication/commands.server.ts';
import { historyOf, originsOf } from '../origins/read.server.ts';
import { levelsOf, statementsOf, versionHead } from '../read.server.ts';
import { deleteStrategy, makeStrategy, saveStrategy } from '../strategies/commands.server.ts';
import { expiredStrategies, strategiesOfVersion, strategyOf, strategyUses } from '../strategies/read.server.ts';
import { saveWholeStrategies } from '../strategies/version/commands.server.ts';
import { makeNextVersion } from '../versions/commands.server.ts';
import { saveWeights } from '../weights/commands.server.ts';
import { point } from '../write.server.ts';
import { factsOf, levelNotesOf } from './beside/read.server.ts';
import { attributesOf } from './read.server.ts';
import { addresseesOf, weightAt } from './rules.ts';
import { EMPTY_COVER, NO_ATTRIBUTES, type StatementAttributes } from './schema.ts';
import { seenMark } from './seen/rules.ts';
import { splitSentences } from './sentences/commands.server.ts';
import { addToStatements, saveStatement } from './statements/commands.server.ts';
import { readStatementEditor, readStatementList } from './statements/read.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let lene: Member; // editor and HR of Fjordby
let amina: Member; // employee
let rikke: Member; // editor of Holmsted

const document = (): FrameworkDraft => {
  const at = (
    id: string,
    kind: FrameworkDraft['elements'][number]['kind'],
    parent: string | null,
    title: string | null,
    text: string | null,
  ) => ({ id, kind, parent, level: null, title, text, source: { lines: [1, 1] as [number, number] } }) as const;
  return {
    format: FORMAT,
    organisation: 'Fjordby Kommune',
    title: 'Kursen',
    date: '2026',
    levels: ['Chef', 'Leder'],
    kinds: {},
    elements: [
      at('tillid', 'value', null, 'Tillid', 'Vi tror på hinanden'),
      at('retning', 'guidepost', null, 'Retning', 'Vi ved hvorhen. Vi siger det højt.'),
      at('retning/vejen', 'practice', 'retning', null, 'Lederen viser vej'),
    ],
    repeats: [],
    unplaced: [],
    furniture: [],
    repairs: [],
    text: 'Tillid Vi tror på hinanden Retning Vi ved hvorhen. Vi siger det højt. Lederen viser vej',
  };
};
async function imported(): Promise<{ version: string; framework: string }> {
  const { versionId, frameworkId } = await importFramework(lene, document(), 'kursen.docx');
  return { version: versionId, framework: frameworkId };
}
const said = (version: string) => lene.read((tx) => attributesOf(tx, version));
async function statement(version: string, slug: string) {
  const found = (await lene.read((tx) => statementsOf(tx, version))).find((one) => one.slug === slug);
  assert.ok(found);
  return found;
}
const nothing = seenMark(NO_ATTRIBUTES);
const input = (more: Partial<StatementAttributes>, seen = nothing) => ({ ...NO_ATTRIBUTES, ...more, seen });
const problem = (code: string) => (error: unknown) => error instanceof Problem && error.code === code;
const purpose = (more: object, seen = seenMark(EMPTY_COVER)) => {
  const { scopeUnits: _units, scopeLevels: _levels, ...words } = EMPTY_COVER;
  return { ...words, units: [], levels: [], ...more, seen };
};
const vision = (ends: string | null, seen = '') => ({
  kind: 'vision' as const,
  name: 'Byen 2029',
  link: 'https://fjordby.example/vision',
  about: '',
  begins: '2020-01-01',
  ends,
  seen,
});

before(async () => {
  database = await freshDatabase();
  const cast = await settleCast(database);
  fjordby = cast.fjordby;
  [lene, amina, rikke] = [fjordby.member('Lene'), fjordby.member('Amina'), cast.holmsted.member('Rikke')];
});
after(() => database.close());

test('B1 G1 G19 HO2 a version says its purposes, scope, binding force, owner, authors, input and whom to ask', async () => {
  const { version } = await imported();
  const unit = await lene.read((tx) =>
    tx.selectFrom('units').select(['id', 'name']).where('code', '=', '2').executeTakeFirstOrThrow(),
  );
  await savePurpose(
    lene,
    version,
    purpose({
      purposes: ['Fælles sprog', 'Tydelige forventninger'],
      scope: 'Alle med personaleledelse',
      units: [unit.id],
      levels: [1, 3],
      binding: 'governing',
      owner: 'Direktionen',
      authors: ['Lene, HR', 'Tom, MED'],
      contactName: 'HR',
      contactMail: 'hr@fjordby.example',
      input: 'To temadage',
    }),
  );
  const { cover } = await lene.read((tx) => factsOf(tx, version));
  assert.deepEqual(cover.purposes, ['Fælles sprog', 'Tydelige forventninger']);
  assert.deepEqual(cover.scopeUnits, [{ id: unit.id, name: 'Sundhed og Omsorg' }]);
  assert.deepEqual(
    cover.scopeLevels.map(({ name }) => name),
    ['Direktør', 'Leder af ledere'],
  );
  assert.deepEqual([cover.binding, cover.owner, cover.authors.length], ['governing', 'Direktionen', 2]);
  assert.deepEqual([cover.contactName, cover.contactMail, cover.input], ['HR', 'hr@fjordby.example', 'To temadage']);
});

test('two editors of the header: the second is told, and what the first wrote stands', async () => {
  const { version } = await imported();
  await savePurpose(lene, version, purpose({ owner: 'Direktionen' }));
  await assert.rejects(savePurpose(lene, version, purpose({ owner: 'Byrådet' })), problem('conflict'));
  assert.equal((await said(version)).cover.owner, 'Direktionen');
});

test('B2 G2 HT18 a strategy that has ended is told while the newest published version still builds on it', async () => {
  const { version } = await imported();
  const id = await makeStrategy(lene, vision('2029-12-31'));
  const { statementId, elementId } = await statement(version, 'retning');
  await saveWholeStrategies(lene, version, { strategies: [id], seen: seenMark([]) });
  await saveStatement(lene, version, elementId, input({ strategies: [id] }));
  assert.deepEqual(
    (await lene.read((tx) => strategiesOfVersion(tx, version))).map((one) => [one.whole, one.statements]),
    [[true, [statementId]]],
  );
  const expired = (today: string) => amina.read(async (tx) => (await expiredStrategies(tx, today)).map((one) => one.versionId));
  assert.deepEqual(await expired('2030-01-01'), [], 'a draft is nobody else’s business');
  await publishVersion(lene, version, { restSeen: true });
  assert.deepEqual([await expired('2029-12-31'), await expired('2030-01-01')], [[], [version]]);
  const stored = await lene.read((tx) => strategyOf(tx, id));
  await saveStrategy(lene, id, vision('2033-12-31', seenMark(stored)));
  assert.deepEqual(await expired('2030-01-01'), [], 'prolonged');
  await assert.rejects(saveStrategy(lene, id, vision(null, seenMark(stored))), problem('conflict'));
  await assert.rejects(deleteStrategy(lene, id), problem('conflict'));
  assert.ok(await lene.read((tx) => strategyOf(tx, id)));
});

test('B3 HT1 a value is a statement of its own, tied to the statements that carry it and to a scale from elsewhere', async () => {
  const { version } = await imported();
  const scale = await makeStrategy(lene, { ...vision(null), kind: 'scale', name: 'Skala for tillid', begins: null });
  const [value, practice] = [await statement(version, 'tillid'), await statement(version, 'retning/vejen')];
  await saveStatement(lene, version, value.elementId, input({ strategies: [scale] }));
  await saveStatement(lene, version, practice.elementId, input({ values: [value.statementId] }));
  const list = await lene.read(async (tx) =>
    readStatementList(tx, { version, framework: (await versionHead(tx, version))?.frameworkId ?? '' }),
  );
  assert.deepEqual(list?.notes[practice.statementId]?.values, [{ statementId: value.statementId, name: 'Tillid' }]);
  assert.deepEqual(
    list?.notes[value.statementId]?.strategies.map(({ kind, name }) => [kind, name]),
    [['scale', 'Skala for tillid']],
  );
  await assert.rejects(
    saveStatement(lene, version, practice.elementId, input({ values: [practice.statementId, newId()] })),
    problem('conflict'),
  );
});

test('G14 HT24 policies stand in the same register, and statements point to them', async () => {
  const { version } = await imported();
  const policy = await makeStrategy(lene, { ...vision(null), kind: 'policy', name: 'Personalepolitik' });
  const { statementId } = await statement(version, 'retning');
  await addToStatements(lene, version, { statements: [statementId], addressees: [], coreTask: '', strategy: policy });
  const uses = (await lene.read((tx) => strategyUses(tx, { drafts: true }))).filter((use) => use.strategyId === policy);
  assert.deepEqual(
    uses.map(({ versionId, statements, whole }) => [versionId, statements, whole]),
    [[version, 1, false]],
  );
  assert.deepEqual(
    await amina.read(async (tx) => (await strategyUses(tx, { drafts: false })).filter((use) => use.strategyId === policy)),
    [],
  );
});

test('G4 a statement speaks to employees and TRIO, and the second click is a conflict, not a second row', async () => {
  const { version } = await imported();
  const { statementId, elementId } = await statement(version, 'retning');
  await saveStatement(lene, version, elementId, input({ addressees: ['employees', 'trio'] }));
  await assert.rejects(saveStatement(lene, version, elementId, input({ addressees: ['citizens'] })), problem('conflict'));
  const attributes = await said(version);
  const to = addresseesOf(await lene.read((tx) => statementsOf(tx, version)), attributes);
  assert.deepEqual(to.get(statementId), ['employees', 'trio']);
  assert.deepEqual(to.get((await statement(version, 'retning/vejen')).statementId), ['employees', 'trio'], 'what lies below too');
});

test('B17 what is measured names a core task, or is shown to the editors; a task in use is not deleted in passing', async () => {
  const { version, framework } = await imported();
  const { statementId, elementId } = await statement(version, 'retning');
  await lene.read((tx) => point(tx, { statementId, kind: 'question', usedId: newId(), title: 'Viser din leder vej?' }));
  const open = () =>
    lene.read(async (tx) =>
      (await readStatementList(tx, { version, framework }))?.measuredWithoutTask.map((one) => one.statementId),
    );
  assert.deepEqual(await open(), [statementId]);
  await saveCoreTasks(lene, version, { tasks: [{ id: '', name: 'Et trygt liv' }], sure: false, seen: seenMark([]) });
  const [task] = (await said(version)).coreTasks;
  assert.ok(task);
  await saveStatement(lene, version, elementId, input({ coreTasks: [task.id] }));
  assert.deepEqual(await open(), []);
  const seen = seenMark([task]);
  await assert.rejects(saveCoreTasks(lene, version, { tasks: [], sure: false, seen }), problem('invalid'));
  await saveCoreTasks(lene, version, { tasks: [{ id: task.id, name: 'Et trygt og frit liv' }], sure: false, seen });
  assert.deepEqual((await said(version)).statements[statementId]?.coreTasks, [task.id], 'a new name keeps the links');
});

test('AA1 a statement weighs specially at a level, and two editors weighing different statements are both heard', async () => {
  const { version } = await imported();
  const [retning, tillid] = [await statement(version, 'retning'), await statement(version, 'tillid')];
  const levels = seenMark(await lene.read((tx) => levelsOf(tx, version)));
  const row = (id: string, weight: 1 | 2 | 3 | null, words = '') => ({
    statement: id,
    seen: seenMark([]),
    weights: [
      { level: 1, weight, words },
      { level: 2, weight: null, words: '' },
    ],
  });
  await saveWeights(lene, version, {
    rows: [row(retning.statementId, 3, 'Chefen sætter den'), row(tillid.statementId, null)],
    levels,
  });
  const second = await saveWeights(lene, version, { rows: [row(retning.statementId, 1), row(tillid.statementId, 2)], levels });
  assert.deepEqual(second, { saved: 1, conflicts: [retning.statementId] });
  const attributes = await said(version);
  assert.equal(weightAt(attributes, retning.statementId, 1)?.weight, 3);
  assert.equal(weightAt(attributes, tillid.statementId, 1)?.weight, 2);
  const notes = await lene.read(async (tx) => {
    const [level, ...others] = await levelsOf(tx, version);
    assert.ok(level);
    return levelNotesOf(
      tx,
      { head: { versionId: version }, levels: [level, ...others], statements: await statementsOf(tx, version) },
      level,
    );
  });
  assert.deepEqual(
    notes.special.map(({ name, words }) => [name, words]),
    [['Retning', 'Chefen sætter den']],
  );
});

test('HT9 B8 levels have members, superiors, transitions and duties, and all of it follows when a level comes in between', async () => {
  const { version } = await imported();
  const levels = await lene.read((tx) => levelsOf(tx, version));
  const rule = (level: number, positions: number[]) => ({
    level,
    definition: '',
    refersTo: 'Direktøren',
    transition: 'Giv slip',
    positions,
  });
  const seen = seenMark({ levels, rules: [] });
  await assert.rejects(saveLevelRules(lene, version, { rules: [rule(1, [2]), rule(2, [2])], seen }), problem('invalid'));
  await saveLevelRules(lene, version, { rules: [rule(1, [1, 2]), rule(2, [3, 4])], seen });
  const part = { level: 2, part: 'responsible' as const, who: 'HR' };
  await saveDuties(lene, version, {
    duties: [{ id: '', task: 'Ansættelse', parts: [part] }],
    seen: seenMark({ levels, duties: [] }),
  });
  const head = await lene.read((tx) => versionHead(tx, version));
  await saveLevels(lene, version, {
    revision: head?.coverRevision ?? 0,
    rows: [
      { from: 1, name: 'Chef', place: 1 },
      { from: null, name: 'Leder af ledere', place: 2 },
      { from: 2, name: 'Leder', place: 3 },
    ],
  });
  const after = await said(version);
  assert.deepEqual(
    after.levels.map(({ level, positions }) => [level, positions]),
    [
      [1, [1, 2]],
      [3, [3, 4]],
    ],
  );
  assert.deepEqual(after.duties[0]?.parts, [{ ...part, level: 3 }]);
});

test('B4 HT25 a text is split into statements of their own, which keep its addressees, and it can be undone', async () => {
  const { version, framework } = await imported();
  const retning = await statement(version, 'retning');
  await saveStatement(lene, version, retning.elementId, input({ addressees: ['leaders'] }));
  const editor = await lene.read((tx) => readStatementEditor(tx, { version, framework, element: retning.elementId }));
  assert.deepEqual(editor?.sentences, ['Vi ved hvorhen.', 'Vi siger det højt.']);
  assert.equal(await splitSentences(lene, version, { element: retning.elementId, revision: editor?.revision ?? 0 }), 2);
  const statements = await lene.read((tx) => statementsOf(tx, version));
  const { statements: attributes } = await said(version);
  const sentences = statements.filter(({ parentId, kind }) => parentId === retning.elementId && kind === 'guidepost');
  assert.deepEqual(
    sentences.map(({ text, statementId }) => [text, attributes[statementId]?.addressees]),
    [
      ['Vi ved hvorhen.', ['leaders']],
      ['Vi siger det højt.', ['leaders']],
    ],
  );
  await assert.rejects(splitSentences(lene, version, { element: retning.elementId, revision: 1 }), problem('conflict'));
  await undoSave(lene, version);
  assert.equal((await statement(version, 'retning')).text, 'Vi ved hvorhen. Vi siger det højt.');
});

test('B4 the sentences of a text that was in force say in the next version that they come from it', async () => {
  const { version, framework } = await imported();
  await publishVersion(lene, version, { restSeen: true });
  const next = (await makeNextVersion(lene, framework)).versionId;
  const retning = await statement(next, 'retning');
  await splitSentences(lene, next, { element: retning.elementId, revision: 99 });
  const origins = [...(await lene.read((tx) => originsOf(tx, next))).values()].flat();
  assert.deepEqual(
    origins.filter(({ kind }) => kind === 'split').map(({ from }) => from.statementId),
    Array.from({ length: 3 }, () => retning.statementId),
  );
  const [last] = await lene.read((tx) => historyOf(tx, framework, retning.statementId));
  assert.equal(last?.action, 'split');
});

test('what is said about a statement waits while it is taken out of the draft, and is there when it is put back', async () => {
  const { version } = await imported();
  const { elementId, statementId } = await statement(version, 'retning');
  await saveStatement(lene, version, elementId, input({ addressees: ['citizens'] }));
  const revision = (await lene.read((tx) => versionHead(tx, version)))?.revision ?? 0;
  await removeFromDraft(lene, version, { element: elementId, revision });
  await undoSave(lene, version);
  assert.deepEqual((await said(version)).statements[statementId]?.addressees, ['citizens']);
});

test('a new version begins with all that the last one said; the published one cannot be changed, by any way', async () => {
  const { version, framework } = await imported();
  const { statementId, elementId } = await statement(version, 'retning');
  await savePurpose(lene, version, purpose({ owner: 'Direktionen' }));
  await saveStatement(lene, version, elementId, input({ addressees: ['leaders'] }));
  await publishVersion(lene, version, { restSeen: true });
  const next = await makeNextVersion(lene, framework);
  const [old, fresh] = [await said(version), await said(next.versionId)];
  assert.deepEqual(fresh, old);
  await assert.rejects(savePurpose(lene, version, purpose({ owner: 'Byrådet' }, seenMark(old.cover))), problem('closed'));
  const place = { organisation_id: fjordby.organisation.id, version_id: version };
  await assert.rejects(
    lene.read((tx) =>
      tx
        .insertInto('framework_addressees')
        .values({ ...place, statement_id: statementId, addressee: 'citizens' })
        .execute(),
    ),
    /row-level security/,
  );
  await lene.read((tx) => tx.deleteFrom('framework_covers').where('version_id', '=', version).execute());
  assert.equal((await said(version)).cover.owner, 'Direktionen');
});

test('an employee, and an editor of another organisation, find nothing to change and nothing to see of a draft', async () => {
  const { version, framework } = await imported();
  const { elementId } = await statement(version, 'retning');
  const strategy = await makeStrategy(lene, vision(null));
  for (const stranger of [amina, rikke]) {
    await assert.rejects(savePurpose(stranger, version, purpose({ owner: 'Mig' })), problem('not_found'));
    await assert.rejects(saveStatement(stranger, version, elementId, input({ addressees: ['leaders'] })), problem('not_found'));
    await assert.rejects(splitSentences(stranger, version, { element: elementId, revision: 9 }), problem('not_found'));
    await assert.rejects(deleteStrategy(stranger, strategy), problem('not_found'));
    await assert.rejects(saveStrategy(stranger, strategy, vision(null)), problem('not_found'));
  }
  assert.equal(await rikke.read((tx) => readStatementList(tx, { version, framework })), null);
  assert.equal(await rikke.read((tx) => strategyOf(tx, strategy)), null);
  assert.deepEqual(await rikke.read((tx) => attributesOf(tx, version)).then(({ statements }) => statements), {});
});
