import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { stopwatch } from '#base/time.ts';
import { inLocale } from '#base/locale.server.ts';
import { inTenant } from '#database/tenant.ts';
import { draftOfTree, type TreeNode } from '#importing/exchange/draft-of-tree.ts';
import { readExchange } from '#importing/exchange/read-exchange.ts';
import { readWorkbook } from '#importing/exchange/read-workbook.ts';
import { readXlsx } from '#importing/extract/xlsx.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import { writeDocx } from '#reports/docx.ts';
import { typeset, typesetPoster } from '#reports/typeset.ts';
import { writeXlsx } from '#reports/xlsx.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { competenceFor, roleFor, versionFor } from '../reading/read.server.ts';
import { createFromDraft } from '../write.server.ts';
import { exportVersion } from './read.server.ts';
import { jsonOf, posterOf, sheetsOf } from './components/files.ts';
import { printedCompetence, printedFramework, printedRole } from './components/printed.ts';
import { fileParts, printParts } from './files/read.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let made: { frameworkId: string; versionId: string; statementIds: Map<string, string> };

const node = (name: string, parent: string | null, more: Partial<TreeNode>): TreeNode => ({
  name,
  slug: name,
  parent,
  kind: 'theme',
  level: null,
  title: null,
  text: null,
  ...more,
});

/** Two competences of two behaviours at two levels, a value, and what all leaders share. */
function inventedFramework(): FrameworkDraft {
  const rows = ['taler-klart', 'hoerer-efter'];
  const cells = (competence: string): TreeNode[] =>
    rows.flatMap((row) => [
      node(`${competence}/${row}`, competence, { title: row === 'taler-klart' ? 'Taler klart' : 'Hører efter' }),
      node(`${competence}/${row}/chef`, `${competence}/${row}`, {
        kind: 'expectation',
        level: 'Chef',
        text: `Chefen går foran: ${competence} ${row}`,
      }),
      node(`${competence}/${row}/leder`, `${competence}/${row}`, {
        kind: 'expectation',
        level: 'Leder',
        text: `Lederen øver sig: ${competence} ${row}`,
      }),
    ]);
  return draftOfTree({
    organisation: 'Chefgruppen i Fjordby',
    title: 'Kursen',
    date: '2021-12',
    levels: ['Chef', 'Leder'],
    kinds: { competence: 'Dygd' },
    nodes: [
      node('mod', null, { kind: 'competence', title: 'Mod', text: 'At turde sige det, som det er.' }),
      ...cells('mod'),
      node('ro', null, { kind: 'competence', title: 'Ro' }),
      ...cells('ro'),
      node('faelles', null, { kind: 'general_expectation', text: 'Du er til at stole på.' }),
    ],
  });
}

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  made = await inTenant(fjordby.web, (tx) => createFromDraft(tx, inventedFramework(), { publish: true }));
});
after(() => database.close());

const address = () => ({ framework: made.frameworkId, version: made.versionId });

async function wordsOfPdf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replaceAll(/\s+/gu, ' ');
}

async function wholeParts() {
  const lene = fjordby.member('Lene');
  return lene.read(async (tx) => {
    const version = await versionFor(tx, lene, address());
    assert.ok(version);
    const parts = await inLocale('da', () => fileParts(tx, version));
    assert.ok(parts);
    return parts;
  });
}

test('HT27 HO16 every file says which version it is, who issued it, and when', async () => {
  const parts = await wholeParts();
  const stamp = 'Version 1 · Chefgruppen i Fjordby · december 2021';
  assert.equal(parts.stamp, stamp);
  const document = inLocale('da', () => printedFramework(parts));
  assert.ok((await wordsOfPdf(await typeset(document))).includes(stamp));
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await writeDocx(document)) });
  assert.ok(value.includes(stamp));
  assert.ok(
    (await wordsOfPdf(await typesetPoster(inLocale('da', () => posterOf(parts, 'a4', { short: false }))))).includes(stamp),
  );
  assert.ok(jsonOf(parts).includes(stamp));
  const about = inLocale('da', () => sheetsOf(parts)).flatMap((sheet) => sheet.rows.flat());
  assert.ok(about.includes(stamp));
});

test('the whole framework is one tagged PDF with every statement, in well under 300 ms once warm', async () => {
  const parts = await wholeParts();
  const document = inLocale('da', () => printedFramework(parts));
  await typeset(document);
  const started = stopwatch();
  const pdf = await typeset(document);
  assert.ok(stopwatch() - started < 1000);
  const words = await wordsOfPdf(pdf);
  for (const { title, text } of parts.draft.elements) assert.ok(words.includes(text ?? title ?? ''), text ?? title ?? '');
  assert.match(Buffer.from(pdf).toString('latin1'), /pdfuaid:part>1</);
});

test('HO5 a level has its role description as a file: its own texts, what all leaders share, and nobody else’s', async () => {
  const lene = fjordby.member('Lene');
  const { parts, role } = await lene.read(async (tx) => {
    const read = await roleFor(tx, lene, { ...address(), position: '2' });
    assert.ok(read);
    return { parts: await inLocale('da', () => printParts(tx, read.version)), role: read.role };
  });
  const words = await wordsOfPdf(await typeset(inLocale('da', () => printedRole(parts, role))));
  for (const said of ['Lederen øver sig: mod taler-klart', 'Lederen øver sig: ro hoerer-efter', 'Du er til at stole på.'])
    assert.ok(words.includes(said), said);
  assert.ok(!words.includes('Chefen går foran'));
});

test('HO5 a competence has a file of its own with every level, and no other competence', async () => {
  const lene = fjordby.member('Lene');
  const competence = made.statementIds.get('mod') ?? '';
  const { parts, page } = await lene.read(async (tx) => {
    const read = await competenceFor(tx, lene, { ...address(), competence });
    assert.ok(read);
    return { parts: await inLocale('da', () => printParts(tx, read.version)), page: read.page };
  });
  const words = await wordsOfPdf(await typeset(inLocale('da', () => printedCompetence(parts, page))));
  for (const said of ['At turde sige det', 'Chefen går foran: mod taler-klart', 'Lederen øver sig: mod hoerer-efter'])
    assert.ok(words.includes(said), said);
  assert.ok(!words.includes('ro taler-klart'));
});

test('G18 the poster shows all statements of the top layers on one page, also where they are many', async () => {
  const parts = await wholeParts();
  for (const paper of ['a4', 'a3'] as const) {
    const pdf = await typesetPoster(inLocale('da', () => posterOf(parts, paper, { short: false })));
    const proxy = await getDocumentProxy(new Uint8Array(pdf));
    assert.equal(proxy.numPages, 1);
    const words = await wordsOfPdf(pdf);
    for (const said of ['Mod', 'Ro', 'Taler klart', 'Hører efter']) assert.ok(words.includes(said), said);
  }
});

test('G18 a poster that is too full is refused, and made with names only', async () => {
  const parts = await wholeParts();
  const poster = inLocale('da', () => posterOf(parts, 'a4', { short: false }));
  const full = { ...poster, groups: Array.from({ length: 40 }, () => ({ ...poster.groups[0]!, text: 'ord '.repeat(900) })) };
  await assert.rejects(typesetPoster(full));
  const short = inLocale('da', () => posterOf(parts, 'a4', { short: true }));
  assert.ok(short.groups.every((group) => group.statements.length === 0));
});

test('HO5 the spreadsheet of a framework comes back with every cell of its matrix, and with what people changed in it', async () => {
  const parts = await wholeParts();
  const sheets = inLocale('da', () => sheetsOf(parts));
  const read = readXlsx(writeXlsx(sheets, 'Kursen'));
  const back = readWorkbook(read);
  const tree = (draft: FrameworkDraft | null) =>
    draft?.elements.map(({ id, parent, kind, level, title, text }) => ({ id, parent, kind, level, title, text }));
  assert.deepEqual(tree(back), tree(parts.draft));
  const matrix = read.find((sheet) => sheet.rows[0]?.[0] === 'pejling:matrix');
  assert.ok(matrix?.rows[2]?.[3]);
  matrix.rows[2][3] = 'Nye ord i cellen';
  matrix.rows.push([null, 'Mod', 'En ny adfærd', 'Chefens nye tekst']);
  const changed = readWorkbook(read);
  const texts = changed?.elements.map((element) => element.title ?? element.text);
  assert.ok(
    texts?.includes('Nye ord i cellen') === true || changed?.elements.some((one) => one.text === 'Nye ord i cellen') === true,
  );
  const added = changed?.elements.find((element) => element.title === 'En ny adfærd');
  assert.equal(added?.parent, 'mod');
  assert.equal(changed?.elements.find((element) => element.parent === added.id)?.text, 'Chefens nye tekst');
});

/** One red point. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

function everythingSaid(): FrameworkDraft {
  const draft = inventedFramework();
  return {
    ...draft,
    elements: draft.elements.map((element, index) => ({
      ...element,
      ...(index === 0 ? { addressees: ['leaders', 'trio'], coreTasks: ['task-1'], strategies: ['strategy-1'] } : {}),
      ...(index === 1 ? { weights: [{ level: 'Chef', weight: 3, words: 'Især i krise' }], values: ['ro'] } : {}),
    })),
    repairs: [],
    about: {
      scope: 'Alle ledere',
      owner: 'HR',
      purposes: ['Samme retning'],
      authors: ['Ea'],
      scopeUnits: ['Skolerne'],
      binding: 'governing',
    },
    coreTasks: [{ id: 'task-1', name: 'Læring' }],
    levelRules: [{ level: 'Leder', definition: 'Leder medarbejdere', refersTo: 'Chef', transition: '', positions: [3] }],
    duties: [{ task: 'Budget', parts: [{ level: 'Chef', part: 'decides', who: '' }] }],
    strategies: [
      {
        id: 'strategy-1',
        kind: 'vision',
        name: 'Vision 2030',
        link: '',
        about: '',
        begins: '2024-01-01',
        ends: null,
        whole: true,
      },
    ],
    steps: [
      {
        kind: 'approved',
        body: { name: 'Rådet', kind: 'political' },
        beganOn: '2008-12-15',
        endedOn: null,
        knownTo: 'day',
        title: '',
        decision: 'Godkendt',
        document: { name: 'Referat', link: 'https://example.org/r' },
      },
    ],
    origins: [{ element: 'mod', kind: 'merged', from: 'Børn og Unge' }],
  } as FrameworkDraft;
}

test('AA1 AA13 G1 own JSON carries everything said beside the words, and another organisation can take it in and hand it on', async () => {
  const said = everythingSaid();
  const take = async (town: CastTown, draft: FrameworkDraft) =>
    inTenant(town.web, async (tx) => {
      const { versionId } = await createFromDraft(tx, draft, { publish: true });
      return exportVersion(tx, versionId);
    });
  const first = await take(fjordby, said);
  assert.ok(first);
  const read = readExchange(new TextEncoder().encode(JSON.stringify(first)));
  assert.deepEqual(read, first);
  assert.deepEqual(await take(holmsted, first), first);
  const { text: _text, elements: _elements, ...rest } = said;
  for (const [name, value] of Object.entries(rest))
    assert.deepEqual(Object.entries(first).find(([key]) => key === name)?.[1], value, name);
  assert.deepEqual(
    first.elements.map(({ addressees, weights, values }) => ({ addressees, weights, values })),
    said.elements.map(({ addressees, weights, values }) => ({ addressees, weights, values })),
  );
});

test('G18 a picture in a file is taken in when it is one, and left out when it only says so', async () => {
  const visual = { type: 'image/png' as const, bytes: PNG, width: 1, height: 1, alt: 'Et hjerte' };
  for (const [bytes, kept] of [
    [PNG, true],
    [Buffer.from('<svg onload="x()"/>').toString('base64'), false],
  ] as const) {
    const exported = await inTenant(fjordby.web, async (tx) => {
      const { versionId } = await createFromDraft(
        tx,
        { ...inventedFramework(), visual: { ...visual, bytes } },
        { publish: false },
      );
      return exportVersion(tx, versionId);
    });
    assert.equal(exported?.visual?.alt, kept ? 'Et hjerte' : undefined);
  }
});

test('a draft is no file for somebody who does not edit, and nothing of it for another organisation', async () => {
  const draft = await inTenant(fjordby.web, (tx) => createFromDraft(tx, inventedFramework(), { publish: false }));
  const there = { framework: draft.frameworkId, version: draft.versionId };
  const bo = fjordby.member('Bo');
  assert.equal(await bo.read((tx) => versionFor(tx, bo, there)), null);
  const rikke = holmsted.member('Rikke');
  assert.equal(await rikke.read((tx) => versionFor(tx, rikke, address())), null);
});
