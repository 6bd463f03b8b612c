import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  docxEntries,
  makeEncryptedPdf,
  makeInflatingPdf,
  makePdf,
  makeZip,
  type MadeText,
} from './extract/made-documents.fixture.ts';
import type { ImportProblemCode } from './extract/import-problem.ts';
import { MAX_BYTES, MAX_PAGES } from './extract/limits.ts';
import { importDocument } from './import-document.ts';
import { checkNothingLost, type FrameworkDraft } from './open-format.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function draftOf(bytes: Uint8Array, fileName: string): Promise<FrameworkDraft> {
  const outcome = await importDocument({ bytes, fileName });
  assert.ok(outcome.ok, 'the document can be read');
  checkNothingLost(outcome.draft);
  return outcome.draft;
}

async function refusal(bytes: Uint8Array, fileName: string): Promise<ImportProblemCode | 'none'> {
  const outcome = await importDocument({ bytes, fileName });
  return outcome.ok ? 'none' : outcome.problem.code;
}

const lines = (x: number, y: number, texts: string[], size = 10): MadeText[] =>
  texts.map((text, i) => ({ x, y: y + i * 13, size, text }));

describe('a document that can be read', () => {
  test('text in windows-1252 keeps its Danish letters, and a byte order mark is no word', async () => {
    const latin = Uint8Array.from([...'V\u00e5rt m\u00e5l er \u00e6rlighed'].map((sign) => sign.charCodeAt(0)));
    assert.equal((await draftOf(latin, 'gammel.txt')).text, 'Vårt mål er ærlighed');
    assert.equal((await draftOf(bytesOf('\uFEFFÆrlighed'), 'ny.txt')).text, 'Ærlighed');
  });

  test('what no database can hold is gone before anybody sees it', async () => {
    const html = '<!doctype html><html><body><h1>Mod</h1><p>En &#xD800; halv og en hel &#x1F642;</p></body></html>';
    const rtf = String.raw`{\rtf1\ansi Mod\par En \u-10240? halv\u0? og hele ord}`;
    for (const [text, name] of [
      [html, 'side.html'],
      [rtf, 'gammel.rtf'],
    ] as const) {
      const draft = await draftOf(bytesOf(text), name);
      assert.ok(draft.text.includes('halv'));
      assert.ok(draft.text.isWellFormed() && !JSON.stringify(draft).includes(String.raw`\u0000`), name);
    }
  });

  test('two columns of a PDF are read one after the other, and a word broken at a line end is joined', async () => {
    const page = [
      ...lines(50, 140, ['Vi leder i dialog med medar-', 'bejdere og borgere.', 'Det gør vi hver dag her.']),
      ...lines(320, 140, ['Den anden spalte handler om', 'drift og kvalitet i hverdagen.', 'Den slutter med dette.']),
    ];
    const draft = await draftOf(makePdf([page]), 'spalter.pdf');
    const text = draft.elements.map((element) => element.text).join(' ');
    assert.match(text, /medarbejdere og borgere\. Det gør vi hver dag her\.\s+Den anden spalte/u);
    assert.deepEqual(draft.repairs, [{ line: 1, from: 'medar- bejdere', to: 'medarbejdere' }]);
    assert.ok(draft.elements.every((element) => element.source.page === 1));
  });

  test('headers, footers and page numbers of a PDF are furniture; large letters are headings', async () => {
    const page = (number: number): MadeText[] => [
      { x: 50, y: 30, size: 8, text: 'Lillelund Kommune' },
      { x: 50, y: 100, size: 18, text: `Kapitel ${number}` },
      ...lines(50, 140, [`Her står der noget om emne nummer ${number} som fylder`, 'en hel linje og lidt til, før det slutter.']),
      { x: 290, y: 820, size: 8, text: `Side ${number}` },
    ];
    const draft = await draftOf(makePdf([page(1), page(2), page(3)]), 'kapitler.pdf');
    assert.deepEqual(
      draft.furniture.map((entry) => entry.text).filter((text) => text.startsWith('Side')),
      ['Side 1', 'Side 2', 'Side 3'],
    );
    assert.deepEqual(
      draft.elements.map((element) => [element.title, element.source.page]),
      [
        ['Kapitel 1', 1],
        ['Kapitel 2', 2],
        ['Kapitel 3', 3],
      ],
    );
  });

  test('headings and lists of a Word document become chapters and values', async () => {
    const paragraphs = [
      { text: 'Vores ledelsesgrundlag', style: 'Heading1' },
      { text: 'Vi vil være et sted, hvor ledere og medarbejdere løser opgaverne sammen & ordentligt.' },
      { text: 'Vores værdier', style: 'Heading2' },
      { text: 'Mod', list: 'bullet' as const },
      { text: 'Omhu', list: 'bullet' as const },
    ];
    const draft = await draftOf(makeZip(docxEntries(paragraphs)), 'grundlag.docx');
    assert.equal(draft.title, 'Vores ledelsesgrundlag');
    assert.deepEqual(
      draft.elements.filter((element) => element.kind === 'value').map((element) => element.title),
      ['Mod', 'Omhu'],
    );
  });
});

describe('a document that cannot be read is refused with its reason', () => {
  const word = docxEntries([{ text: 'Hej' }]);
  const cases: [string, ImportProblemCode, () => Uint8Array, string][] = [
    ['an empty file', 'empty', () => new Uint8Array(), 'tom.txt'],
    ['a file with signs but no words', 'empty', () => bytesOf(' \n--- \n'), 'tom.md'],
    ['a file over the size limit', 'too_large', () => new Uint8Array(MAX_BYTES + 1).fill(97), 'stor.txt'],
    ['more lines than a framework can have', 'too_large', () => bytesOf('a\n'.repeat(60_000)), 'lang.txt'],
    ['a picture', 'unknown_kind', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'billede.png'],
    ['a text of a kind we do not read', 'unknown_kind', () => bytesOf('a;b'), 'tal.csv'],
    ['a ZIP without a Word document', 'unknown_kind', () => makeZip([{ name: 'a.txt', data: bytesOf('a') }]), 'pakke.docx'],
    ['a text with NUL bytes', 'not_text', () => bytesOf('hej\0med dig'), 'skjult.txt'],
    ['a PDF with a password', 'encrypted', makeEncryptedPdf, 'laast.pdf'],
    [
      'a Word document with a password on its parts',
      'encrypted',
      () => makeZip(word.map((entry) => ({ ...entry, flags: 1 }))),
      'laast.docx',
    ],
    ['a Word document with a password as Word writes it', 'encrypted', () => oleWith('EncryptedPackage'), 'laast2.docx'],
    ['a Word document of the old kind', 'unknown_kind', () => oleWith('WordDocument'), 'gammel.doc'],
    ['a PDF of pictures only', 'image_only_pdf', () => makePdf([[], []]), 'scan.pdf'],
    ['a PDF with too many pages', 'too_many_pages', () => makePdf(Array.from({ length: MAX_PAGES + 1 }, () => [])), 'bog.pdf'],
    ['half a PDF', 'broken', () => makePdf([[{ x: 50, y: 50, size: 10, text: 'Hej' }]]).slice(0, 150), 'halv.pdf'],
    ['a text that calls itself PDF', 'broken', () => bytesOf('hej'), 'falsk.pdf'],
    ['half a Word document', 'broken', () => makeZip(word).slice(0, 300), 'halv.docx'],
    ['a PDF whose page unpacks without end', 'zip_bomb', () => makeInflatingPdf(60_000_000), 'bombe.pdf'],
    [
      'a ZIP whose directory claims more than we unpack',
      'zip_bomb',
      () => makeZip(word.map((entry) => ({ ...entry, claimedSize: 2_000_000_000 }))),
      'bombe.docx',
    ],
    [
      'a ZIP that hides how much it unpacks to',
      'zip_bomb',
      () => makeZip([...word, { name: 'word/media/a.xml', data: new Uint8Array(130_000_000), claimedSize: 10 }]),
      'bombe2.docx',
    ],
  ];
  for (const [what, code, make, fileName] of cases) {
    test(`${what}: ${code}`, async () => assert.equal(await refusal(make(), fileName), code));
  }
});

function oleWith(name: string): Uint8Array {
  const head = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return Uint8Array.from([...head, ...[...name].flatMap((sign) => [sign.charCodeAt(0), 0])]);
}

describe('a mistaken file never holds the server', () => {
  const MOST_SECONDS = 10;
  const cases: [string, string][] = [
    ['one line of a million words', 'a '.repeat(1_000_000)],
    ['one word of four million letters', 'A'.repeat(3_900_000)],
    ['a million columns', '| '.repeat(1_000_000) + 'a'],
    ['twenty-five thousand lines that all break a word', 'ord-\n'.repeat(25_000)],
    ['twenty-five thousand headings', Array.from({ length: 25_000 }, (_, i) => `# Mod ${i}`).join('\n')],
    ['the same two columns on every line', 'Vi vil lede det ene Vi vil lede det andet\n'.repeat(25_000)],
  ];
  for (const [what, text] of cases) {
    test(what, async () => {
      const start = process.cpuUsage();
      await draftOf(bytesOf(text), 'fejl.txt');
      const { user, system } = process.cpuUsage(start);
      assert.ok((user + system) / 1_000_000 < MOST_SECONDS, 'counted as processor time, so that a busy machine does not matter');
    });
  }
});
