import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeXlsx } from '#reports/xlsx.ts';
import { anyDraft } from '../exchange/made-drafts.fixture.ts';
import { readWorkbook } from '../exchange/read-workbook.ts';
import { writeWorkbook, type WorkbookWords } from '../exchange/write-workbook.ts';
import { importDocument } from '../import-document.ts';
import { checkNothingLost } from '../open-format.ts';

const words = new Proxy({} as WorkbookWords, { get: (_, key) => String(key) });

test('a spreadsheet that Pejling wrote comes back as the same framework, through the file itself', async () => {
  await fc.assert(
    fc.asyncProperty(anyDraft, async (draft) => {
      const sheets = writeWorkbook(draft, null, words, 'da');
      const outcome = await importDocument({ bytes: writeXlsx(sheets, draft.title), fileName: 'hentet.xlsx' });
      assert.ok(outcome.ok, outcome.ok ? '' : outcome.problem.message);
      checkNothingLost(outcome.draft);
      assert.deepEqual(outcome.draft.elements, readWorkbook(sheets)?.elements);
      assert.deepEqual(outcome.draft.levels, draft.levels);
    }),
    { numRuns: 60 },
  );
});
