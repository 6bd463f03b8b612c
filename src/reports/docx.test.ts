import assert from 'node:assert/strict';
import test from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import type { PrintedDocument } from '#base/printed-document.ts';
import { writeDocx } from './docx.ts';

const document: PrintedDocument = {
  language: 'da',
  title: 'Ledelse i Åstrup',
  kicker: 'Åstrup Kommune',
  lead: 'Kort om god ledelse.',
  footer: 'Side {page} af {pages}',
  stamp: 'Version 2 · Chefgruppen · december 2025',
  contents: 'Indhold',
  blocks: [
    { kind: 'heading', level: 2, text: 'Mod' },
    { kind: 'kicker', text: 'Kompetence' },
    {
      kind: 'text',
      text: [
        { text: 'Vi ' },
        { text: 'venter', mark: 'deleted' },
        { text: 'handler', mark: 'inserted' },
        { text: ' se her', href: 'https://example.org/x' },
      ],
    },
    { kind: 'heading', level: 3, text: 'Siger det højt', ownPage: true },
    { kind: 'list', items: ['Først', 'Så'], ordered: true },
    { kind: 'list', items: ['Et punkt <b>'] },
    { kind: 'terms', items: [{ term: 'Chef', text: 'Går foran' }] },
    {
      kind: 'table',
      caption: 'Forventninger',
      columns: ['Adfærd', 'Chef'],
      numeric: [false, false],
      rows: [['Lytter', 'Ofte']],
      rowHeadings: true,
      shown: true,
    },
    { kind: 'note', title: 'Husk', text: 'Tal om det.' },
  ],
};

test('a word processor finds headings, lists and a table with a header row, in the language of the words', async () => {
  const bytes = Buffer.from(await writeDocx(document));
  const { value } = await mammoth.convertToHtml({ buffer: bytes });
  assert.match(value, /<h1>Ledelse i Åstrup<\/h1>/);
  assert.match(value, /<h2>.*Mod<\/h2>/);
  assert.match(value, /<h3>.*Siger det højt<\/h3>/);
  assert.match(value, /<ol><li>Først<\/li><li>Så<\/li><\/ol>/);
  assert.match(value, /<ul><li>Et punkt &lt;b&gt;<\/li><\/ul>/);
  assert.match(value, /<thead><tr><th><p><strong>Adfærd/);
  assert.match(value, /<s>venter<\/s>/);
  assert.match(value, /<a href="https:\/\/example.org\/x">/);
  const parts = unzipSync(new Uint8Array(bytes));
  assert.match(strFromU8(parts['word/styles.xml'] ?? new Uint8Array()), /<w:lang w:val="da-DK"/);
});

test('HT27 HO16 the version stamp stands at the top and in the footer of a DOCX', async () => {
  const parts = unzipSync(await writeDocx(document));
  const texts = Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
  const holding = texts.filter(([, text]) => text.includes('Version 2 · Chefgruppen · december 2025')).map(([name]) => name);
  assert.ok(holding.includes('word/document.xml'));
  assert.ok(holding.some((name) => name.startsWith('word/footer')));
});
