import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { checkNothingLost } from '#importing/open-format.ts';
import { makePdf } from '../importing/extract/made-documents.fixture.ts';
import { readApart } from './read-apart.ts';
import { readDocument } from './read-document.ts';

// Three pages that are pictures, written by us: one lying on its side, one upright, one empty.
const scanned = new Uint8Array(readFileSync(path.join(import.meta.dirname, 'scanned.fixture.pdf')));
const limits = { seconds: 120, megabytes: 512, pictures: true };

test('a scanned document is read without leaving the machine, with its Danish letters, page by page, and how sure each place is', async () => {
  const pages: string[] = [];
  const outcome = await readDocument({ bytes: scanned, fileName: 'scannet.pdf' }, (done, of) => pages.push(`${done} of ${of}`));
  assert.ok(outcome.ok);
  const { draft } = outcome;
  checkNothingLost(draft);
  assert.deepEqual(pages, ['1 of 3', '2 of 3', '3 of 3']);
  assert.match(draft.text, /medarbejdere og borgere/u);
  assert.match(draft.text, /Ærlighed over for hinanden/u);
  assert.match(draft.text, /når vi ansætter nye ledere/u);
  assert.deepEqual(
    draft.elements.filter(({ kind }) => kind === 'value').map(({ title }) => title),
    ['Mod til at sige tingene, som de er', 'Omhu i det små og overblik over det store', 'Ærlighed over for hinanden'],
  );
  for (const { confidence } of draft.elements) assert.ok(confidence !== undefined && confidence > 0.5 && confidence <= 1);
  assert.deepEqual([...new Set(draft.elements.map(({ source }) => source.page))], [1, 2]);
});

test('a document of text starts no reader of pictures and has no confidence', async () => {
  const words = Array.from({ length: 6 }, (_, i) => ({
    x: 60,
    y: 90 + i * 16,
    size: 11,
    text: `Vi leder hver dag, nummer ${i}`,
  }));
  const outcome = await readApart({ bytes: makePdf([words]), fileName: 'tekst.pdf' }, limits);
  assert.ok(outcome.ok);
  assert.ok(outcome.draft.elements.every((element) => !('confidence' in element)));
});

test('where pictures are not to be read, a document of pictures says that it is one', async () => {
  const outcome = await readApart({ bytes: scanned, fileName: 'scannet.pdf' }, { ...limits, pictures: false });
  assert.equal(outcome.ok ? 'read' : outcome.problem.code, 'image_only_pdf');
});

test('a reading that takes too long is given up, and its thread ended', async () => {
  const outcome = await readApart({ bytes: scanned, fileName: 'scannet.pdf' }, { ...limits, seconds: 0.05 });
  assert.equal(outcome.ok ? 'read' : outcome.problem.code, 'too_slow');
});

test('a document that eats all memory ends its thread and nothing else', async () => {
  const bytes = new TextEncoder().encode(Array.from({ length: 49_000 }, (_, i) => `- ${'ord '.repeat(15)}${i}`).join('\n'));
  const outcome = await readApart({ bytes, fileName: 'stor.txt' }, { ...limits, megabytes: 24 });
  assert.equal(outcome.ok ? 'read' : outcome.problem.code, 'too_large');
});
