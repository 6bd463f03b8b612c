import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { environment } from '#environment';
import { newId } from '#base/ids.ts';
import { importDocument } from '../import-document.ts';
import { writeCasePackage } from '../case/write-package.ts';
import { checkNothingLost, type FrameworkDraft } from '../open-format.ts';
import { draftOfTree } from './draft-of-tree.ts';
import { anyDraft } from './made-drafts.fixture.ts';
import { readExchange } from './read-exchange.ts';
import { readWorkbook } from './read-workbook.ts';
import { writeMarkdown } from './write-markdown.ts';
import { writeWorkbook, type WorkbookWords } from './write-workbook.ts';

const words = Object.fromEntries(
  ['matrix', 'group', 'row', 'statements', 'kind', 'level', 'title', 'text', 'about', 'organisation', 'date', 'stamp'].map(
    (key) => [key, key],
  ),
) as WorkbookWords;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What the tree formats carry: everything but the lines and words of the document it once came from. */
function carried(draft: FrameworkDraft | null) {
  assert.ok(draft);
  const { organisation, title, date, levels, kinds, elements } = draft;
  const tree = elements.map(({ id, kind, parent, level, title: name, text }) => ({ id, kind, parent, level, title: name, text }));
  return { organisation, title, date, levels, kinds: { ...kinds }, tree };
}

const WAYS: Record<string, (draft: FrameworkDraft) => FrameworkDraft | null> = {
  'own JSON': (draft) => readExchange(bytes(JSON.stringify(draft))),
  Markdown: (draft) => readExchange(bytes(writeMarkdown(draft))),
  spreadsheet: (draft) => readWorkbook(writeWorkbook(draft, null, words, 'da')),
  CASE: (draft) => readExchange(bytes(JSON.stringify(caseOf(draft)))),
};

function caseOf(draft: FrameworkDraft) {
  return writeCasePackage(draft, {
    versionId: newId(),
    ids: new Map(draft.elements.map((element) => [element.id, newId()])),
    base: 'https://pejling.example/public/nyby/ims/case/v1p1',
    changed: '2026-11-22T10:00:00.000Z',
    number: 1,
    status: 'Adopted',
    began: '2026-11-22',
    ended: null,
    language: 'da',
    publisher: 'Nyby Kommune',
    matrix: [],
  });
}

for (const [name, way] of Object.entries(WAYS)) {
  test(`any framework comes back the same from ${name}, and no word is lost`, () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const back = way(draft);
        assert.deepEqual(carried(back), carried(draft));
        assert.ok(back);
        checkNothingLost(back);
      }),
      { numRuns: 150 },
    );
  });
}

test('a long text comes back from a spreadsheet with no sign cut in two', () => {
  const node = { name: 'a', slug: 'a', parent: null, kind: 'section' as const, level: null, title: null };
  const text = `x${'🙂'.repeat(40_000)}`;
  const draft = draftOfTree({ organisation: '', title: 'T', date: null, levels: [], kinds: {}, nodes: [{ ...node, text }] });
  const sheets = writeWorkbook(draft, null, words, 'da');
  for (const cell of sheets.flatMap(({ rows }) => rows.flat())) assert.ok((cell ?? '').isWellFormed());
  assert.equal(readWorkbook(sheets)?.elements[0]?.text, text);
});

const folder = path.resolve(environment.PEJLING_SOURCES);
const files = existsSync(folder) ? readdirSync(folder).sort() : [];

for (const file of files.length > 0 ? files : ['no source documents']) {
  test(
    `HO5 AA6 B7 a real document comes back the same from every format: ${file}`,
    { skip: files.length === 0 && `skipped: no source documents in ${folder}` },
    async () => {
      const outcome = await importDocument({ bytes: readFileSync(path.join(folder, file)), fileName: file });
      assert.ok(outcome.ok);
      const own = WAYS['own JSON']?.(outcome.draft);
      assert.equal(JSON.stringify(own), JSON.stringify(outcome.draft), 'own JSON differs');
      for (const [name, way] of Object.entries(WAYS)) {
        const same = JSON.stringify(carried(way(outcome.draft))) === JSON.stringify(carried(outcome.draft));
        assert.ok(same, `${name} differs`);
      }
    },
  );
}
