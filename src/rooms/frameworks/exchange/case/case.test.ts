import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inLocale } from '#base/locale.server.ts';
import { mintVisit, type Tx } from '#database/tenant.ts';
import { demoFramework } from '#demo/framework.ts';
import { readExchange } from '#importing/exchange/read-exchange.ts';
import { settleCast, type CastTown } from '../../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../../tests/database.ts';
import { Visitor } from '../../proof.server.ts';
import { openPublicPage } from '../../public/commands.server.ts';
import { createFromDraft, type Created } from '../../write.server.ts';
import { casePage } from '../components/case-pages.ts';
import { caseDocuments, caseThing } from './read.server.ts';
import { unknown } from './rules.ts';
import type { CaseCollection, ListedDocument } from './schema.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let open: Created;
let closed: Created;
let draft: Created;
const service = { base: 'https://pejling.example/public/fjordby/ims/case/v1p1', publisher: 'Fjordby Kommune' };

const publish = (town: CastTown, published: boolean) =>
  town.worker.transaction((tx) => createFromDraft(tx, demoFramework('2026-05'), { publish: published }));
const visit = <T>(work: (tx: Tx) => Promise<T>, town = fjordby): Promise<T> =>
  inLocale('da', () =>
    new Visitor({ visit: mintVisit(database.as.web, town.organisation.id), organisation: town.organisation }).read(work),
  );
const thing = (collection: CaseCollection, identifier: string, town = fjordby) =>
  visit((tx) => caseThing(tx, service, collection, identifier), town);
const documents = () => visit((tx) => caseDocuments(tx, service));
const identifierOf = (id: string): string => `${id.slice(0, 14)}4${id.slice(15)}`;

type Package = {
  CFDocument: { identifier: string; uri: string; title: string };
  CFItems: { identifier: string; uri: string }[];
  CFAssociations: { identifier: string }[];
  CFDefinitions: { CFItemTypes: { identifier: string }[]; CFSubjects: { identifier: string }[] };
  CFRubrics: { identifier: string }[];
};

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  open = await publish(fjordby, true);
  closed = await publish(fjordby, true);
  draft = await publish(fjordby, false);
  await openPublicPage(fjordby.member('Lene'), open.frameworkId, { address: 'kursen', contact: '', findable: false });
});
after(() => database.close());

test('only what is published and public can be fetched by other systems', async () => {
  const listed = await documents();
  assert.deepEqual(
    listed.map((document) => document.identifier),
    [identifierOf(open.versionId)],
  );
  assert.ok(await thing('CFPackages', identifierOf(open.versionId)));
  for (const other of [closed, draft]) assert.equal(await thing('CFPackages', identifierOf(other.versionId)), null);
  assert.equal(await thing('CFPackages', identifierOf(open.versionId), holmsted), null);
});

test('everything a package names can be fetched by its own address, and only from its own collection', async () => {
  const found = (await thing('CFPackages', identifierOf(open.versionId))) as Package;
  const some = <T>(list: T[]): T[] => [...list.slice(0, 3), ...list.slice(-1)];
  const names: [CaseCollection, { identifier: string }[]][] = [
    ['CFDocuments', [found.CFDocument]],
    ['CFItems', some(found.CFItems)],
    ['CFItemAssociations', some(found.CFItems)],
    ['CFAssociations', some(found.CFAssociations)],
    ['CFItemTypes', some(found.CFDefinitions.CFItemTypes)],
    ['CFSubjects', found.CFDefinitions.CFSubjects],
    ['CFRubrics', found.CFRubrics],
  ];
  for (const [collection, things] of names)
    for (const { identifier } of things) assert.ok(await thing(collection, identifier), `${collection} ${identifier}`);
  assert.equal(await thing('CFItems', found.CFDocument.identifier), null);
  assert.equal(await thing('CFLicenses', found.CFItems[0]?.identifier ?? ''), null);
  assert.equal(found.CFDocument.uri, `${service.base}/CFDocuments/${found.CFDocument.identifier}`);
});

test('identifiers have the form of the standard, are never used twice, and stay the same', async () => {
  const found = (await thing('CFPackages', identifierOf(open.versionId))) as Package;
  const again = await thing('CFPackages', identifierOf(open.versionId));
  assert.deepEqual(again, found);
  const { CFItemTypes, CFSubjects } = found.CFDefinitions;
  const all = [found.CFDocument, ...found.CFItems, ...found.CFAssociations, ...CFItemTypes, ...CFSubjects, ...found.CFRubrics];
  for (const { identifier } of all)
    assert.match(identifier, /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(new Set(all.map((one) => one.identifier)).size, all.length);
});

test('HO5 AA6 B7 what another system fetches can be read here again, statement for statement', async () => {
  const found = await thing('CFPackages', identifierOf(open.versionId));
  const back = readExchange(new TextEncoder().encode(JSON.stringify(found)));
  const [first] = [demoFramework('2026-05')];
  const tree = (one: typeof first | null) =>
    one?.elements.map(({ id, parent, kind, level, title, text }) => ({ id, parent, kind, level, title, text }));
  assert.deepEqual(tree(back), tree(first));
  assert.deepEqual(back?.levels, first.levels);
});

test('an unknown identifier is an unknown object, and a word that is none is an invalid one', async () => {
  assert.equal(await thing('CFItems', 'drop table'), null);
  assert.equal(unknown('drop table').code, 'invalid_uuid');
  assert.equal(unknown(identifierOf(closed.versionId)).code, 'unknownobject');
});

const listed = (title: string, version: string): ListedDocument =>
  ({ title, version, identifier: title, uri: `https://x/${title}` }) as ListedDocument;
const many = ['Anker', 'Bavn', 'Kompas', 'Sigte'].map((title, index) => listed(title, String(index + 1)));
const page = (words: string) => casePage(many, new URLSearchParams(words), 'https://x/CFDocuments');
const titles = (words: string) => {
  const answer = page(words);
  return 'status' in answer ? answer.code : answer.documents.map((document) => document.title);
};

test('a list is cut, sorted, filtered and shortened as the standard has it', () => {
  assert.deepEqual(titles('limit=2&offset=1'), ['Bavn', 'Kompas']);
  assert.deepEqual(titles('sort=title&orderBy=desc&limit=1'), ['Sigte']);
  assert.deepEqual(titles("filter=title~'a' AND version>'1'"), ['Bavn', 'Kompas']);
  assert.deepEqual(titles("filter=title='Anker' OR title='Sigte'"), ['Anker', 'Sigte']);
  const answer = page('fields=title,version&limit=3');
  assert.ok(!('status' in answer));
  assert.deepEqual(Object.keys(answer.documents[0] ?? {}), ['title', 'version']);
  assert.equal(answer.headers['x-total-count'], '4');
  assert.match(answer.headers['link'] ?? '', /offset=3>; rel="next"/);
});

test('a request that asks for what there is not is told so', () => {
  for (const words of ['limit=0', 'limit=x', 'offset=-1', 'fields=password', "filter=title='a' AND x", 'filter=title'])
    assert.equal(titles(words), 'invalid_selection_field', words);
  for (const words of ['sort=password', 'orderBy=up']) assert.equal(titles(words), 'invalid_sort_field', words);
});
