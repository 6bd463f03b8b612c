import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { inTenant, mintTenant } from '#database/tenant.ts';
import { checkNothingLost, FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import { Member } from '#rooms/people/proof.server.ts';
import type { Role } from '#rooms/people/schema.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts';
import { deleteDraft, importFramework } from './commands.server.ts';
import { saveCover, saveKindNames, saveLevels } from './cover/commands.server.ts';
import {
  addToDraft,
  appendInDraft,
  moveInDraft,
  placeInDraft,
  removeFromDraft,
  saveElement,
  sortInDraft,
  stepInDraft,
  undoInDraft,
} from './draft/commands.server.ts';
import { readManuscript } from './draft/read.server.ts';
import { exportVersion } from './exchange/read.server.ts';
import { frameworkList, levelsOf, publishedVersions, statementsOf, usesOf, versionHead } from './read.server.ts';
import { publishVersion } from './publication/commands.server.ts';
import { createFromDraft, point, unpoint } from './write.server.ts';

let database: TestDatabase;
let ebbe: Member; // editor of Fjordby
let hanne: Member; // HR of Fjordby
let mads: Member; // employee of Fjordby
let sofie: Member; // editor of Holmsted

const document: FrameworkDraft = {
  format: FORMAT,
  organisation: 'Fjordby Kommune',
  title: 'Kursen',
  date: '2026',
  levels: ['Chef', 'Leder'],
  kinds: { competence: 'Dygd' },
  elements: [
    {
      id: 'retning',
      kind: 'competence',
      parent: null,
      level: null,
      title: 'Retning',
      text: 'Vi ved hvorhen',
      source: { lines: [1, 2] },
    },
    {
      id: 'retning/chef',
      kind: 'expectation',
      parent: 'retning',
      level: 'Chef',
      title: null,
      text: 'Chefen peger ud',
      source: { lines: [3, 3] },
    },
    {
      id: 'retning/leder',
      kind: 'expectation',
      parent: 'retning',
      level: 'Leder',
      title: null,
      text: 'Lederen viser vej',
      source: { lines: [4, 4] },
    },
    { id: 'mod', kind: 'competence', parent: null, level: null, title: 'Mod', text: null, source: { lines: [5, 5] } },
  ],
  repeats: [{ text: 'Retning Mod', source: { lines: [6, 6] }, element: 'retning' }],
  unplaced: [{ text: 'Vedtaget i byrådet', source: { lines: [7, 7] } }],
  furniture: [{ text: 'Side 1', source: { lines: [8, 8] } }],
  repairs: [{ line: 4, from: 'Lede ren', to: 'Lederen' }],
  text: 'Retning\nVi ved hvorhen\nChefen peger ud\nLede ren viser vej\nMod\nRetning Mod\nVedtaget i byrådet\nSide 1',
};

async function memberOf(organisation: number, slug: string, name: string, roles: Role[]): Promise<Member> {
  const tenant = mintTenant(database.as.web, organisation);
  const personId = newId();
  await inTenant(tenant, (tx) =>
    tx.insertInto('persons').values({ organisation_id: organisation, id: personId, name }).execute(),
  );
  return new Member({
    tenant,
    personId,
    name,
    email: null,
    locale: 'da',
    roles,
    organisation: { id: organisation, slug, name: slug, demo: false },
  });
}

const imported = async (): Promise<string> => (await importFramework(ebbe, document, 'kursen.docx')).versionId;
const manuscriptOf = (versionId: string) => ebbe.read((tx) => readManuscript(tx, versionId));
async function elementOf(versionId: string, slug: string) {
  const element = (await manuscriptOf(versionId)).elements.find((candidate) => candidate.slug === slug);
  assert.ok(element);
  return element;
}
const revisionOf = async (versionId: string) => (await ebbe.read((tx) => versionHead(tx, versionId)))?.revision ?? 0;
const notFound = (error: unknown): boolean => error instanceof Problem && error.status === 404;
const fields = { kind: 'competence' as const, level: null, text: null };

before(async () => {
  database = await freshDatabase();
  const organisations = await database.as.worker.kysely
    .insertInto('organisations')
    .values([
      { slug: 'fjordby', name: 'Fjordby Kommune' },
      { slug: 'holmsted', name: 'Holmsted Kommune' },
    ])
    .returning('id')
    .execute();
  const [fjordby = 0, holmsted = 0] = organisations.map((row) => row.id);
  ebbe = await memberOf(fjordby, 'fjordby', 'Ebbe Redaktør', ['editor', 'employee']);
  hanne = await memberOf(fjordby, 'fjordby', 'Hanne HR', ['hr', 'employee']);
  mads = await memberOf(fjordby, 'fjordby', 'Mads Medarbejder', ['employee', 'leader', 'management', 'med']);
  sofie = await memberOf(holmsted, 'holmsted', 'Sofie Redaktør', ['editor']);
});
after(() => database.close());

test('an imported document is a draft that only editors and HR see', async () => {
  const versionId = await imported();
  const drafts = await hanne.read((tx) => frameworkList(tx, { drafts: true }));
  assert.equal(drafts[0]?.versions[0]?.versionId, versionId);
  assert.equal(drafts[0]?.versions[0]?.elements, 4);
  assert.equal(drafts[0]?.versions[0]?.unplaced, 1);
  const published = await mads.read((tx) => frameworkList(tx, { drafts: false }));
  assert.deepEqual(
    published.filter((framework) => framework.versions.some((version) => version.versionId === versionId)),
    [],
  );
});

test('an import leaves exactly as it came', async () => {
  const versionId = await imported();
  assert.deepEqual(await ebbe.read((tx) => exportVersion(tx, versionId)), document);
});

test('to an employee, and to an editor of another organisation, no draft exists', async () => {
  const versionId = await imported();
  const { id } = await elementOf(versionId, 'mod');
  for (const stranger of [mads, sofie]) {
    await assert.rejects(saveElement(stranger, versionId, { ...fields, element: id, revision: 1, title: 'Overmod' }), notFound);
    await assert.rejects(addToDraft(stranger, versionId, { ...fields, parent: '', after: '', title: 'Nyt' }), notFound);
    await assert.rejects(removeFromDraft(stranger, versionId, { element: id, revision: 1 }), notFound);
    await assert.rejects(saveLevels(stranger, versionId, { revision: 1, rows: [] }), notFound);
    await assert.rejects(publishVersion(stranger, versionId, { restSeen: true }), notFound);
    await assert.rejects(deleteDraft(stranger, versionId), notFound);
  }
  assert.equal(await sofie.read((tx) => exportVersion(tx, versionId)), null);
  assert.deepEqual(await sofie.read((tx) => statementsOf(tx, versionId)), []);
  await assert.rejects(importFramework(mads, document, 'x.txt'), notFound);
  assert.deepEqual(await ebbe.read((tx) => exportVersion(tx, versionId)), document);
});

test('what editors do to a draft is stored, and every word stays accounted for', async () => {
  const versionId = await imported();
  const retning = await elementOf(versionId, 'retning');
  const mod = await elementOf(versionId, 'mod');
  const [rest] = (await manuscriptOf(versionId)).rests;
  assert.equal(rest?.kind, 'unplaced');
  await saveElement(ebbe, versionId, { ...fields, element: mod.id, revision: 1, title: 'Mod og vilje' });
  await stepInDraft(ebbe, versionId, { element: mod.id, revision: 2, direction: 'up' });
  const added = await addToDraft(ebbe, versionId, {
    kind: 'expectation',
    level: 2,
    title: null,
    text: 'Lederen tør',
    parent: mod.id,
    after: '',
  });
  const placed = await placeInDraft(ebbe, versionId, {
    kind: 'section',
    level: null,
    title: 'Tilblivelse',
    text: 'Vedtaget i byrådet',
    parent: '',
    rest: rest.id,
  });
  await moveInDraft(ebbe, versionId, { element: added.elementId, revision: 5, parent: placed.elementId });
  await removeFromDraft(hanne, versionId, { element: retning.id, revision: 6 });
  const exported = await ebbe.read((tx) => exportVersion(tx, versionId));
  assert.ok(exported);
  checkNothingLost(exported);
  assert.deepEqual(
    exported.elements.map(({ id, parent, level }) => [id, parent, level]),
    [
      ['mod', null, null],
      ['tilblivelse', null, null],
      ['mod/lederen-toer', 'tilblivelse', 'Leder'],
    ],
  );
  assert.equal(exported.unplaced.length, 4, 'three passages of what was deleted, and the repeat of it');
  const [removal] = (await manuscriptOf(versionId)).removals;
  await undoInDraft(hanne, versionId, { removal: removal?.id ?? '' });
  const back = await ebbe.read((tx) => exportVersion(tx, versionId));
  assert.deepEqual(
    back?.elements.map(({ id }) => id),
    ['mod', 'retning', 'retning/chef', 'retning/leder', 'tilblivelse', 'mod/lederen-toer'],
  );
  assert.deepEqual(back.repeats, document.repeats);
  checkNothingLost(back);
  assert.equal(await revisionOf(versionId), 8);
});

test('a passage can be put at the end of a text, or called furniture', async () => {
  const versionId = await imported();
  const mod = await elementOf(versionId, 'mod');
  const [unplaced, furniture] = (await manuscriptOf(versionId)).rests;
  await appendInDraft(ebbe, versionId, { rest: unplaced?.id ?? '', element: mod.id });
  await sortInDraft(ebbe, versionId, { rest: furniture?.id ?? '', kind: 'unplaced' });
  const exported = await ebbe.read((tx) => exportVersion(tx, versionId));
  assert.equal(exported?.elements[3]?.text, 'Vedtaget i byrådet');
  assert.deepEqual(
    exported?.unplaced.map(({ text }) => text),
    ['Side 1'],
  );
});

test('of two editors of one statement the second sees the words of the first, and nothing of either is lost', async () => {
  const versionId = await imported();
  const mod = await elementOf(versionId, 'mod');
  const answers = await Promise.all([
    saveElement(ebbe, versionId, { ...fields, element: mod.id, revision: 1, title: 'Mod til at gå forrest' }),
    saveElement(hanne, versionId, { ...fields, element: mod.id, revision: 1, title: 'Mod til at blive' }),
  ]);
  const conflict = answers.find((answer) => !answer.saved);
  assert.ok(conflict && !conflict.saved);
  assert.equal(answers.filter((answer) => answer.saved).length, 1);
  const stored = await elementOf(versionId, 'mod');
  assert.deepEqual(conflict.theirs, stored);
  const again = await saveElement(hanne, versionId, {
    ...fields,
    element: mod.id,
    revision: conflict.revision,
    title: 'Mod til begge dele',
  });
  assert.equal(again.saved, true);
  assert.equal((await elementOf(versionId, 'mod')).title, 'Mod til begge dele');
});

test('two editors of different statements do not disturb each other', async () => {
  const versionId = await imported();
  const [mod, retning] = [await elementOf(versionId, 'mod'), await elementOf(versionId, 'retning')];
  const answers = await Promise.all([
    saveElement(ebbe, versionId, { ...fields, element: mod.id, revision: 1, title: 'Mod og vilje' }),
    saveElement(hanne, versionId, { ...fields, element: retning.id, revision: 1, title: 'Kurs' }),
  ]);
  assert.deepEqual(
    answers.map((answer) => answer.saved),
    [true, true],
  );
});

test('who edits what another has deleted is told so, with the own words still at hand', async () => {
  const versionId = await imported();
  const mod = await elementOf(versionId, 'mod');
  await removeFromDraft(hanne, versionId, { element: mod.id, revision: 1 });
  const answer = await saveElement(ebbe, versionId, { ...fields, element: mod.id, revision: 1, title: 'Mod og vilje' });
  assert.deepEqual(answer, { saved: false, theirs: null, revision: 2 });
});

test('what somebody has just written below an element is not deleted unseen', async () => {
  const versionId = await imported();
  const [retning, chef] = [await elementOf(versionId, 'retning'), await elementOf(versionId, 'retning/chef')];
  await saveElement(hanne, versionId, {
    kind: 'expectation',
    level: 1,
    title: null,
    text: 'Chefen viser kursen',
    element: chef.id,
    revision: 1,
  });
  assert.equal((await removeFromDraft(ebbe, versionId, { element: retning.id, revision: 1 })).saved, false);
  assert.equal((await removeFromDraft(ebbe, versionId, { element: retning.id, revision: 2 })).saved, true);
});

test('levels can be named, added and put in another order, and statements follow their level', async () => {
  const versionId = await imported();
  const rows = [
    { from: 1, name: 'Chef', place: 3 },
    { from: 2, name: 'Leder af medarbejdere', place: 2 },
    { from: null, name: 'Direktør', place: 1 },
    { from: null, name: '', place: 9 },
  ];
  assert.deepEqual(await saveLevels(ebbe, versionId, { revision: 1, rows }), { saved: true });
  assert.deepEqual(
    (await ebbe.read((tx) => levelsOf(tx, versionId))).map(({ name }) => name),
    ['Direktør', 'Leder af medarbejdere', 'Chef'],
  );
  const statements = await ebbe.read((tx) => statementsOf(tx, versionId));
  assert.deepEqual(
    statements.map(({ levelName }) => levelName),
    [null, 'Chef', 'Leder af medarbejdere', null],
  );
  const used = saveLevels(ebbe, versionId, { revision: 2, rows: rows.slice(2) });
  await assert.rejects(used, (error) => error instanceof Problem && error.code === 'invalid');
});

test('a page that was read before the levels changed can neither overwrite them nor give a statement the wrong one', async () => {
  const versionId = await imported();
  const mod = await elementOf(versionId, 'mod');
  const turned = [
    { from: 2, name: 'Leder', place: 1 },
    { from: 1, name: 'Chef', place: 2 },
  ];
  await saveLevels(ebbe, versionId, { revision: 1, rows: turned });
  assert.deepEqual(await saveLevels(hanne, versionId, { revision: 1, rows: turned }), { saved: false });
  assert.deepEqual(await saveCover(hanne, versionId, { revision: 1, title: 'Ny kurs', issuedBy: '', dated: '' }), {
    saved: false,
  });
  assert.equal(
    (await saveElement(hanne, versionId, { ...fields, level: 1, title: 'Mod', element: mod.id, revision: 1 })).saved,
    false,
  );
  await assert.rejects(
    addToDraft(hanne, versionId, { ...fields, level: 7, title: 'Nyt', parent: '', after: '' }),
    (error) => error instanceof Problem && 'level' in error.fields,
  );
});

test('HO4 an organisation calls the kinds what it likes', async () => {
  const versionId = await imported();
  await saveKindNames(ebbe, versionId, { revision: 1, names: { competence: '', expectation: 'Løfte' } });
  const statements = await ebbe.read((tx) => statementsOf(tx, versionId));
  assert.deepEqual(
    statements.map(({ kindName }) => kindName),
    ['Ledelseskompetence', 'Løfte', 'Løfte', 'Ledelseskompetence'],
  );
});

test('publishing asks that unplaced passages have been seen, and then the version stands', async () => {
  const versionId = await imported();
  const mod = await elementOf(versionId, 'mod');
  await assert.rejects(
    publishVersion(ebbe, versionId, { restSeen: false }),
    (error) => error instanceof Problem && 'rest_seen' in error.fields,
  );
  await publishVersion(ebbe, versionId, { restSeen: true });
  const closed = (error: unknown): boolean => error instanceof Problem && error.code === 'closed';
  await assert.rejects(saveElement(ebbe, versionId, { ...fields, element: mod.id, revision: 9, title: 'Overmod' }), closed);
  await assert.rejects(removeFromDraft(ebbe, versionId, { element: mod.id, revision: 9 }), closed);
  await assert.rejects(saveCover(ebbe, versionId, { revision: 9, title: 'Ny', issuedBy: '', dated: '' }), closed);
  await assert.rejects(deleteDraft(ebbe, versionId), closed);
  await assert.rejects(publishVersion(ebbe, versionId, { restSeen: true }), closed);
  assert.deepEqual(await mads.read((tx) => exportVersion(tx, versionId)), document);
});

test('the database itself refuses to change what is published, whoever asks', async () => {
  const { versionId, frameworkId } = await ebbe.read((tx) => createFromDraft(tx, document, { publish: true }));
  for (const role of ['web', 'worker'] as const) {
    const tenant = mintTenant(database.as[role], ebbe.organisation.id);
    const count = await inTenant(tenant, async (tx) => {
      const updated = await tx
        .updateTable('framework_elements')
        .set({ title: 'Andet' })
        .where('version_id', '=', versionId)
        .executeTakeFirst();
      const deleted = await tx.deleteFrom('framework_elements').where('version_id', '=', versionId).executeTakeFirst();
      const version = await tx
        .updateTable('framework_versions')
        .set({ title: 'Andet' })
        .where('id', '=', versionId)
        .executeTakeFirst();
      const whole = await tx.deleteFrom('frameworks').where('id', '=', frameworkId).executeTakeFirst();
      return [updated.numUpdatedRows, deleted.numDeletedRows, version.numUpdatedRows, whole.numDeletedRows].map(Number);
    });
    assert.deepEqual(count, [0, 0, 0, 0]);
    const row = {
      organisation_id: ebbe.organisation.id,
      version_id: versionId,
      id: newId(),
      statement_id: newId(),
      slug: 'nyt',
      position: 9,
      kind: 'value',
      revision: 1,
    };
    await assert.rejects(
      inTenant(tenant, (tx) => tx.insertInto('framework_elements').values(row).execute()),
      /row-level security/,
    );
  }
  assert.deepEqual(await ebbe.read((tx) => exportVersion(tx, versionId)), document);
});

test('other rooms read what is published, and say where they use it', async () => {
  const { versionId, statementIds } = await ebbe.read((tx) => createFromDraft(tx, document, { publish: true }));
  const versions = await mads.read((tx) => publishedVersions(tx));
  assert.deepEqual(versions.find((version) => version.versionId === versionId)?.statements, 4);
  const statements = await mads.read((tx) => statementsOf(tx, versionId));
  assert.deepEqual(
    statements.map(({ title, path, depth, levelName }) => [title, path, depth, levelName]),
    [
      ['Retning', [], 0, null],
      [null, ['Retning'], 1, 'Chef'],
      [null, ['Retning'], 1, 'Leder'],
      ['Mod', [], 0, null],
    ],
  );
  const statementId = statementIds.get('mod') ?? '';
  assert.equal(statements[3]?.statementId, statementId);
  const use = { statementId, kind: 'question' as const, usedId: 'q1', title: 'Min leder tør' };
  const uses = await ebbe.read(async (tx) => {
    await point(tx, use);
    await point(tx, { ...use, title: 'Min leder tør godt' });
    return usesOf(tx, [statementId]);
  });
  assert.deepEqual(uses.get(statementId), [{ ...use, title: 'Min leder tør godt' }]);
  assert.equal((await sofie.read((tx) => usesOf(tx))).size, 0);
  const left = await ebbe.read(async (tx) => {
    await unpoint(tx, { kind: 'question', usedId: 'q1' });
    return usesOf(tx, [statementId]);
  });
  assert.equal(left.size, 0);
});

test('a draft can be deleted, and its framework with it', async () => {
  const versionId = await imported();
  await deleteDraft(hanne, versionId);
  assert.equal(await ebbe.read((tx) => versionHead(tx, versionId)), null);
  const frameworks = await ebbe.read((tx) => frameworkList(tx, { drafts: true }));
  assert.equal(
    frameworks.flatMap((framework) => framework.versions).some((version) => version.versionId === versionId),
    false,
  );
});
