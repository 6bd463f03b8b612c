import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { Problem, type ProblemCode } from '#base/errors.ts';
import { FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { lockDraft } from '../draft/lock/write.server.ts';
import { readManuscript } from '../draft/read.server.ts';
import { editElement } from '../draft/rules.ts';
import { saveDraft } from '../draft/saves/write.server.ts';
import { publishVersion } from '../publication/commands.server.ts';
import { makeNextVersion } from '../versions/commands.server.ts';
import { createFromDraft } from '../write.server.ts';
import { callForTranslations, confirmTranslation, saveTranslation } from './commands.server.ts';
import { meaningsOf, translationDesk, unitDesk } from './read.server.ts';

const isProblem = (code: ProblemCode) => (thrown: unknown) => thrown instanceof Problem && thrown.code === code;

const DRAFT: FrameworkDraft = {
  format: FORMAT,
  organisation: 'Fjordby Kommune',
  title: 'Pejlemærker',
  date: null,
  levels: [],
  kinds: { guidepost: 'pejlemærke' },
  elements: ['Vi går foran', 'Vi siger det, som det er'].map((title, at) => ({
    id: `p${at}`,
    kind: 'guidepost',
    parent: null,
    level: null,
    title,
    text: null,
    source: { lines: [at + 1, at + 1] },
  })),
  repeats: [],
  unplaced: [],
  furniture: [],
  repairs: [],
  text: 'Vi går foran\nVi siger det, som det er',
};

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let frameworkId: string;
let units: { care: string; archive: string };

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  frameworkId = (await fjordby.web.transaction((tx) => createFromDraft(tx, DRAFT, { publish: true }))).frameworkId;
  const desk = await fjordby.web.transaction((tx) => translationDesk(tx, frameworkId, fjordby.people['Amina'] ?? ''));
  const id = (name: string) => desk?.units.find((unit) => unit.name === name)?.unitId ?? '';
  units = { care: id('Hjemmesygeplejen'), archive: id('Lokalarkivet') };
});
after(() => database.close());

const care = async (name = 'Amina') =>
  (await fjordby.member(name).read((tx) => unitDesk(tx, frameworkId, units.care))) ?? assert.fail();
const reachOfCare = async () => {
  const desk = await fjordby.member('Lene').read((tx) => translationDesk(tx, frameworkId, fjordby.people['Lene'] ?? ''));
  const { of, translated, outdated } = desk?.units.find((unit) => unit.unitId === units.care) ?? assert.fail();
  return { of, translated, outdated };
};
const words = (statement: string, text: string, revision = 0) => ({ statement, revision, text, with: 'TRIO', on: '2026-03-02' });

it('AA2 a unit’s leader says what a statement means there; the framework itself stays, and everybody can see how far each unit is', async () => {
  await callForTranslations(fjordby.member('Lene'), frameworkId, {
    kinds: ['guidepost'],
    due: '2027-03-31',
    letter: 'Kort og konkret',
  });
  assert.deepEqual(await reachOfCare(), { of: 2, translated: 0, outdated: 0 });
  const [first] = (await care()).entries;
  const statement = first?.statement.statementId ?? '';
  await saveTranslation(
    fjordby.member('Mette'),
    { frameworkId, unitId: units.care },
    words(statement, 'Jeg møder ind til vagtskiftet'),
  );
  const [entry] = (await care()).entries;
  assert.equal(entry?.state, 'standing');
  assert.deepEqual(
    [entry?.translation?.text, entry?.translation?.agreedWith, entry?.translation?.writtenBy],
    ['Jeg møder ind til vagtskiftet', 'TRIO', 'Mette'],
  );
  assert.equal(entry?.statement.title, 'Vi går foran');
  assert.deepEqual(await reachOfCare(), { of: 2, translated: 1, outdated: 0 });
  const meanings = await fjordby.member('Bo').read((tx) => meaningsOf(tx, frameworkId, statement));
  assert.deepEqual(meanings, [{ unitId: units.care, unit: 'Hjemmesygeplejen', text: 'Jeg møder ind til vagtskiftet' }]);
});

it('AA2 a new version whose words have changed asks each unit to look again, and the unit’s words are not lost', async () => {
  const lene = fjordby.member('Lene');
  const { versionId } = await makeNextVersion(lene, frameworkId);
  await lene.read(async (tx) => {
    const head = (await lockDraft(tx, versionId)) ?? assert.fail();
    const manuscript = await readManuscript(tx, versionId);
    const element = manuscript.elements.find((one) => one.title === 'Vi går foran') ?? assert.fail();
    const fields = { kind: element.kind, level: null, title: 'Vi går foran med det svære', text: null };
    const after = editElement(manuscript, element.id, fields, head.revision + 1);
    await saveDraft(tx, { head, personId: lene.personId, name: lene.name }, manuscript, after, { what: 'edit' });
  });
  assert.equal((await care()).entries[0]?.state, 'standing');
  await publishVersion(lene, versionId, { restSeen: true });
  const [entry] = (await care()).entries;
  assert.deepEqual([entry?.state, entry?.translation?.readThen], ['outdated', 'Vi går foran']);
  assert.deepEqual(await reachOfCare(), { of: 2, translated: 1, outdated: 1 });
  const seen = { statement: entry?.statement.statementId ?? '', revision: entry?.translation?.revision ?? 0 };
  await confirmTranslation(fjordby.member('Mette'), { frameworkId, unitId: units.care }, seen);
  assert.deepEqual(await reachOfCare(), { of: 2, translated: 1, outdated: 0 });
});

it('AA2 only the unit’s own leader and those who keep frameworks write there; nobody writes over words they have not read', async () => {
  const statement = (await care()).entries[1]?.statement.statementId ?? '';
  const place = { frameworkId, unitId: units.care };
  for (const name of ['Amina', 'Jonas', 'Birgitte', 'Tom'])
    await assert.rejects(saveTranslation(fjordby.member(name), place, words(statement, 'Mit')), isProblem('not_found'));
  await assert.rejects(saveTranslation(holmsted.member('Rikke'), place, words(statement, 'Mit')), isProblem('not_found'));
  await saveTranslation(fjordby.member('Lene'), place, words(statement, 'Første'));
  await assert.rejects(saveTranslation(fjordby.member('Mette'), place, words(statement, 'Anden')), isProblem('conflict'));
  await saveTranslation(fjordby.member('Mette'), place, words(statement, 'Anden', 1));
  assert.equal((await care()).entries[1]?.translation?.text, 'Anden');
  await saveTranslation(fjordby.member('Mette'), place, words(statement, '', 2));
  assert.equal((await care()).entries[1]?.translation, null);
  await assert.rejects(
    callForTranslations(fjordby.member('Mette'), frameworkId, { kinds: ['guidepost'], due: null, letter: '' }),
    isProblem('not_found'),
  );
});
