import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '#base/errors.ts';
import { inTenant } from '#database/tenant.ts';
import { FORMAT, type DraftElement, type FrameworkDraft } from '#importing/open-format.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { makeRound } from '#rooms/rounds/commands.server.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { importFramework } from '../commands.server.ts';
import { saveElement } from '../draft/commands.server.ts';
import { readElements } from '../draft/read.server.ts';
import { readDifference } from '../difference/read.server.ts';
import { restoreWording, sayMeaning } from '../origins/commands.server.ts';
import { historyOf, originsOf, trendsBetween } from '../origins/read.server.ts';
import { readStatementHistory } from '../origins/statement/read.server.ts';
import { publishVersion } from '../publication/commands.server.ts';
import { readPublication } from '../publication/read.server.ts';
import { usesBelow } from '../publication/consequences/read.server.ts';
import { currentVersions, publishedVersions, versionHead } from '../read.server.ts';
import { point } from '../write.server.ts';
import { makeNextVersion } from './commands.server.ts';
import { frameworkOverview } from './overview/read.server.ts';
import { versionsOf } from './read.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let lene: Member; // HR and editor of Fjordby
let amina: Member; // employee of Fjordby
let rikke: Member; // editor of Holmsted

before(async () => {
  database = await freshDatabase();
  const cast = await settleCast(database);
  fjordby = cast.fjordby;
  lene = fjordby.member('Lene');
  amina = fjordby.member('Amina');
  rikke = cast.holmsted.member('Rikke');
});
after(() => database.close());

const value = (id: string, text: string, line: number): DraftElement => ({
  id,
  kind: 'value',
  parent: null,
  level: null,
  title: null,
  text,
  source: { lines: [line, line] },
});
const TEXTS = ['Vi lytter før vi svarer', 'Vi handler når det gælder', 'Vi hviler når det er gjort'];
const document = (title: string): FrameworkDraft => ({
  format: FORMAT,
  organisation: 'Direktionen',
  title,
  date: null,
  levels: [],
  kinds: {},
  elements: TEXTS.map((text, index) => value(`v${index + 1}`, text, index + 1)),
  repeats: [],
  unplaced: [],
  furniture: [],
  repairs: [],
  text: TEXTS.join('\n'),
});

async function published(title: string): Promise<{ frameworkId: string; versionId: string }> {
  const made = await importFramework(lene, document(title), 'kurs.md');
  await publishVersion(lene, made.versionId, { restSeen: true });
  return made;
}
const elementsOf = async (versionId: string) =>
  (await lene.read((tx) => readElements(tx, versionId))).sort((a, b) => a.position - b.position);
async function say(versionId: string, position: number, text: string): Promise<string> {
  const element = (await elementsOf(versionId))[position - 1];
  const head = await lene.read((tx) => versionHead(tx, versionId));
  assert.ok(element !== undefined && head !== null);
  const input = { element: element.id, revision: head.revision, kind: element.kind, level: null, title: null, text };
  assert.equal((await saveElement(lene, versionId, input)).saved, true);
  return element.statementId;
}
const notFound = (error: unknown): boolean => error instanceof Problem && error.status === 404;
const conflict = (error: unknown): boolean => error instanceof Problem && error.code === 'conflict';

test('a new version begins with every word of the old; the statements are the same, and the old one stands', async () => {
  const { frameworkId, versionId } = await published('Kursen');
  const next = await makeNextVersion(lene, frameworkId);
  const [old, fresh] = [await elementsOf(versionId), await elementsOf(next.versionId)];
  assert.deepEqual(
    fresh.map((element) => [element.statementId, element.text]),
    old.map((element) => [element.statementId, element.text]),
  );
  assert.ok(fresh.every((element, index) => element.id !== old[index]?.id));
  assert.equal((await lene.read((tx) => versionHead(tx, next.versionId)))?.number, 2);
});

test('there is one open draft: of two who begin the next version at once, one is led to the other’s', async () => {
  const { frameworkId } = await published('Samtidig');
  const both = await Promise.allSettled([makeNextVersion(lene, frameworkId), makeNextVersion(lene, frameworkId)]);
  assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
  const refused = both.find((one) => one.status === 'rejected');
  assert.ok(refused?.status === 'rejected' && conflict(refused.reason));
  assert.equal((await lene.read((tx) => versionsOf(tx, frameworkId))).length, 2);
});

test('to an employee, and to an editor of another organisation, there is no next version to make and no draft to see', async () => {
  const { frameworkId } = await published('Andres');
  for (const stranger of [amina, rikke]) await assert.rejects(makeNextVersion(stranger, frameworkId), notFound);
  const { versionId } = await makeNextVersion(lene, frameworkId);
  const seen = await amina.read((tx) => frameworkOverview(tx, frameworkId, { personId: amina.personId, edits: false }));
  assert.deepEqual(
    seen?.versions.map((version) => version.head.number),
    [1],
  );
  assert.equal(seen?.draft, null);
  assert.ok(seen?.timeline.every((step) => step.versionId !== versionId));
  assert.equal(await rikke.read((tx) => frameworkOverview(tx, frameworkId, { personId: rikke.personId, edits: true })), null);
});

test('publishing the next version supersedes the one before at once: new rounds are offered the new, a round keeps its own', async () => {
  const { frameworkId, versionId } = await published('Afløsning');
  const round = await makeRound(lene, { title: 'Forår', versionId });
  const next = await makeNextVersion(lene, frameworkId);
  await say(next.versionId, 1, 'Vi lytter altid før vi svarer');
  await publishVersion(lene, next.versionId, { restSeen: true });
  const current = (await lene.read((tx) => currentVersions(tx))).filter((version) => version.frameworkId === frameworkId);
  assert.deepEqual(
    current.map((version) => version.versionId),
    [next.versionId],
  );
  assert.equal((await lene.read((tx) => publishedVersions(tx))).filter((one) => one.frameworkId === frameworkId).length, 2);
  await assert.rejects(makeRound(lene, { title: 'Efterår', versionId }), (error) => error instanceof Problem);
  const kept = await lene.read((tx) => tx.selectFrom('rounds').select('version_id').where('id', '=', round).executeTakeFirst());
  assert.equal(kept?.version_id, versionId);
  assert.equal((await elementsOf(versionId))[0]?.text, TEXTS[0]);
});

test('an edit keeps the meaning and the trend until somebody says that it is another statement', async () => {
  const { frameworkId, versionId } = await published('Mening');
  const next = await makeNextVersion(lene, frameworkId);
  const edited = await say(next.versionId, 1, 'Vi lytter længe før vi svarer');
  const replaced = await say(next.versionId, 2, 'Vi holder budgettet');
  const kindOf = async (statement: string) =>
    (await lene.read((tx) => originsOf(tx, next.versionId))).get(statement)?.map((origin) => origin.kind);
  assert.deepEqual([await kindOf(edited), await kindOf(replaced)], [['edited'], ['edited']]);
  const publication = await lene.read((tx) => readPublication(tx, { framework: frameworkId, version: next.versionId }));
  assert.deepEqual(
    publication?.consequences?.questions.map((question) => question.statementId),
    [replaced],
  );
  await sayMeaning(lene, next.versionId, [{ statementId: replaced, meaning: 'replaced' }]);
  await assert.rejects(sayMeaning(amina, next.versionId, [{ statementId: edited, meaning: 'replaced' }]), notFound);
  const trends = await lene.read((tx) => trendsBetween(tx, versionId, next.versionId));
  assert.deepEqual([trends.get(edited), trends.get(replaced)], ['kept', 'broken']);
});

test('publishing shows first what the change touches, and asks that it has been seen', async () => {
  const { frameworkId, versionId } = await published('Følger');
  const [first, second] = await elementsOf(versionId);
  assert.ok(first && second);
  const use = { kind: 'question' as const, usedId: 'q1', title: 'Lytter din leder?' };
  await inTenant(lene, (tx) => point(tx, { ...use, statementId: first.statementId }));
  const next = await makeNextVersion(lene, frameworkId);
  await say(next.versionId, 1, 'Vi lytter først');
  const publication = await lene.read((tx) => readPublication(tx, { framework: frameworkId, version: next.versionId }));
  assert.deepEqual(
    publication?.consequences?.used.map(({ change, trend, uses }) => [change, trend, uses.map((one) => one.title)]),
    [['edited', 'kept', ['Lytter din leder?']]],
  );
  await assert.rejects(publishVersion(lene, next.versionId, { restSeen: true }), (error) => {
    return error instanceof Problem && error.fields['consequences_seen'] !== undefined;
  });
  const draftElement = (await elementsOf(next.versionId))[0];
  assert.equal((await lene.read((tx) => usesBelow(tx, next.versionId, draftElement?.id ?? ''))).length, 1);
  await publishVersion(lene, next.versionId, { restSeen: true, consequencesSeen: true });
});

test('every saved change of a statement is kept with who did it, and one can go back to an earlier wording', async () => {
  const { frameworkId, versionId } = await published('Historie');
  const next = await makeNextVersion(lene, frameworkId);
  const statement = await say(next.versionId, 3, 'Vi hviler aldrig');
  const entries = await lene.read((tx) => historyOf(tx, frameworkId, statement));
  assert.deepEqual(
    entries.map((entry) => [entry.action, entry.author, entry.before?.text, entry.after?.text]),
    [['edited', 'Lene', TEXTS[2], 'Vi hviler aldrig']],
  );
  const revision = (await lene.read((tx) => versionHead(tx, next.versionId)))?.revision ?? 0;
  const back = { wording: `version:${versionId}`, revision };
  for (const stranger of [amina, rikke])
    await assert.rejects(restoreWording(stranger, next.versionId, statement, back), notFound);
  await restoreWording(lene, next.versionId, statement, back);
  assert.equal((await elementsOf(next.versionId))[2]?.text, TEXTS[2]);
  assert.equal((await lene.read((tx) => originsOf(tx, next.versionId))).size, 0, 'the old words are the old statement');
  const seen = await amina.read((tx) => readStatementHistory(tx, frameworkId, statement, { drafts: false }));
  assert.deepEqual([seen?.versions.length, seen?.saves.length, seen?.draft], [1, 0, null], 'an employee sees no draft');
});

test('going back asks that nobody has changed the statement meanwhile', async () => {
  const { frameworkId, versionId } = await published('Imens');
  const next = await makeNextVersion(lene, frameworkId);
  const seen = (await lene.read((tx) => versionHead(tx, next.versionId)))?.revision ?? 0;
  const statement = await say(next.versionId, 1, 'Vi taler først');
  await assert.rejects(
    restoreWording(lene, next.versionId, statement, { wording: `version:${versionId}`, revision: seen }),
    conflict,
  );
  assert.equal((await elementsOf(next.versionId))[0]?.text, 'Vi taler først');
});

test('the difference shows drafts to editors only, and never another organisation’s versions', async () => {
  const { frameworkId } = await published('Forskel');
  const next = await makeNextVersion(lene, frameworkId);
  await say(next.versionId, 1, 'Vi lytter nu');
  const none = { from: null, to: null };
  const read = await lene.read((tx) => readDifference(tx, frameworkId, none, { drafts: true }));
  assert.deepEqual(
    read?.difference.rows.map((row) => row.change),
    ['edited', 'same', 'same'],
  );
  assert.equal(await amina.read((tx) => readDifference(tx, frameworkId, none, { drafts: false })), null);
  assert.equal(await rikke.read((tx) => readDifference(tx, frameworkId, none, { drafts: true })), null);
});
