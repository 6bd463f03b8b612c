import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { stopwatch } from '#base/time.ts';
import { inTenant } from '#database/tenant.ts';
import { FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import { settleCast, type CastTown } from '../../../../../tests/cast.ts';
import { freshDatabase, withOwner, type TestDatabase } from '../../../../../tests/database.ts';
import { saveCover, saveKindNames, saveLevels } from '../../cover/commands.server.ts';
import { lockDraft } from '../../draft/lock/write.server.ts';
import { readManuscript } from '../../draft/read.server.ts';
import { editElement } from '../../draft/rules.ts';
import { saveDraft } from '../../draft/saves/write.server.ts';
import { createFromDraft } from '../../write.server.ts';
import { searchFrameworks } from '../read.server.ts';
import { forgetUnasked, lettersKept } from './read.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let versionId: string;

const DRAFT: FrameworkDraft = {
  ...{ format: FORMAT, organisation: '', title: 'Havnens ledelse', date: null, levels: ['Havnefoged', 'Bådsmand'], kinds: {} },
  elements: ['Vi fordeler liggepladserne', 'Vi øver slæbebådene'].map((text, at) => ({
    ...{ id: `e${at}`, kind: 'expectation', parent: null, level: 'Bådsmand', title: null, text },
    source: { lines: [at + 1, at + 1] },
  })),
  ...{ repeats: [], unplaced: [], furniture: [], repairs: [], text: '' },
};

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  ({ versionId } = await inTenant(fjordby.web, (tx) => createFromDraft(tx, DRAFT, { publish: false })));
  await inTenant(holmsted.web, (tx) => createFromDraft(tx, { ...DRAFT, title: 'Marinaen' }, { publish: true }));
});
after(() => database.close());

async function hits(q: string, town = fjordby, name = 'Lene') {
  const member = town.member(name);
  const reader = { personId: member.personId, drafts: member.has('editor', 'hr') };
  return (await member.read((tx) => searchFrameworks(tx, { q, framework: null, page: 1 }, reader))).hits;
}

async function rewrite(from: string, to: string): Promise<void> {
  const lene = fjordby.member('Lene');
  await lene.read(async (tx) => {
    const head = (await lockDraft(tx, versionId)) ?? assert.fail();
    const before = await readManuscript(tx, versionId);
    const element = before.elements.find(({ text }) => text === from) ?? assert.fail();
    const { kind, level, title } = element;
    const after = editElement(before, element.id, { kind, level, title, text: to }, head.revision + 1);
    await saveDraft(tx, { head, personId: lene.personId, name: lene.name }, before, after, { what: 'edit' });
  });
}

const revision = () =>
  fjordby.member('Lene').read(async (tx) => {
    const row = await tx.selectFrom('framework_versions').select('revision').where('id', '=', versionId).executeTakeFirst();
    return row?.revision ?? 0;
  });

test('a word that an editor has just changed is found, and the one that stood there is not', async () => {
  assert.equal((await hits('slæbebåde')).length, 1);
  await rewrite('Vi øver slæbebådene', 'Vi øver redningskransene');
  assert.deepEqual([(await hits('slæbebåde')).length, (await hits('redningskrans')).length], [0, 1]);
  await rewrite('Vi øver redningskransene', 'Vi øver slæbebådene');
  assert.deepEqual([(await hits('slæbebåde')).length, (await hits('redningskrans')).length], [1, 0]);
});

test('a new title, a level’s new name and a kind’s new name are seen at once', async () => {
  const lene = fjordby.member('Lene');
  await hits('liggeplads');
  await saveCover(lene, versionId, { title: 'Kajens ledelse', issuedBy: '', dated: '', revision: await revision() });
  assert.equal((await hits('kajens')).length, 1);
  const rows = [
    { from: 1, name: 'Havnefoged', place: 1 },
    { from: 2, name: 'Matros', place: 2 },
  ];
  await saveLevels(lene, versionId, { rows, revision: await revision() });
  assert.deepEqual([(await hits('bådsmand')).length, (await hits('matros'))[0]?.kindName], [0, 'Ledelsesniveau']);
  await saveKindNames(lene, versionId, { names: { expectation: 'søfartsskik' }, revision: await revision() });
  const [hit] = await hits('liggeplads');
  assert.deepEqual([hit?.levelName, hit?.kindName.toLowerCase()], ['Matros', 'søfartsskik']);
});

test('what is kept for one organisation is found by nobody in another', async () => {
  await hits('liggeplads');
  const theirs = await hits('liggeplads', holmsted, 'Rikke');
  assert.deepEqual(
    theirs.map(({ framework }) => framework),
    ['Marinaen'],
  );
});

test('the words of an organisation that is deleted leave the memory when nobody has asked for them for a while', async () => {
  await hits('liggeplads', holmsted, 'Rikke');
  await hits('liggeplads');
  const organisation = holmsted.member('Rikke').organisation.id;
  const deletedAt = stopwatch();
  await withOwner(database.ownerUrl, (client) => client.query('delete from organisations where id = $1', [organisation]));
  assert.ok(lettersKept(organisation) > 0, 'nothing tells the process');
  await hits('liggeplads');
  forgetUnasked(deletedAt);
  assert.equal(lettersKept(organisation), 0);
  assert.ok(lettersKept(fjordby.member('Lene').organisation.id) > 0, 'what is asked for stays');
});

test('a draft that is deleted is found no more, and goes from the memory too', async () => {
  await hits('liggeplads');
  await fjordby.member('Lene').read((tx) => tx.deleteFrom('framework_versions').where('id', '=', versionId).execute());
  const deletedAt = stopwatch();
  assert.deepEqual(await hits('liggeplads'), []);
  forgetUnasked(deletedAt);
  assert.equal(lettersKept(fjordby.member('Lene').organisation.id), 0);
});
