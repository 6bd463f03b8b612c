import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { importDocument } from '../import-document.ts';
import { checkNothingLost, type FrameworkDraft } from '../open-format.ts';
import type { ImportProblemCode } from './import-problem.ts';
import { docxEntries, makeZip } from './made-documents.fixture.ts';
import { odtEntries, xlsxEntries } from './made-office.fixture.ts';

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

const titles = (draft: FrameworkDraft, kind: string): (string | null)[] =>
  draft.elements.filter((element) => element.kind === kind).map((element) => element.title);

const FRAMEWORK =
  '<text:h text:outline-level="1">Ledelse i Nyby</text:h><text:p>Vi leder sammen &amp; ordentligt, og vi siger det, når det går galt.</text:p>' +
  '<text:h text:outline-level="2">Vores værdier</text:h>' +
  '<text:list text:style-name="L1"><text:list-item><text:p>Mod</text:p></text:list-item><text:list-item><text:p>Omhu</text:p></text:list-item></text:list>';

describe('an OpenDocument text', () => {
  test('keeps its headings and lists, whatever the file is called', async () => {
    for (const name of ['grundlag.odt', 'grundlag.txt', 'grundlag']) {
      const draft = await draftOf(makeZip(odtEntries(FRAMEWORK)), name);
      assert.equal(draft.title, 'Ledelse i Nyby');
      assert.deepEqual(titles(draft, 'value'), ['Mod', 'Omhu']);
    }
  });

  test('keeps spaces, line breaks, tables, notes and pages; comments and deleted words are left out', async () => {
    const draft = await draftOf(
      makeZip(
        odtEntries(
          '<text:tracked-changes><text:p>slettet</text:p></text:tracked-changes>' +
            '<text:p>Vi<text:s text:c="2"/>leder<text:line-break/>hver <text:span text:style-name="B">eneste</text:span> dag<office:annotation><text:p>kommentar</text:p></office:annotation>' +
            '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Noten kommer til sidst.</text:p></text:note-body></text:note>.</text:p>' +
            '<table:table><table:table-row><table:table-cell><text:p>Celle et</text:p></table:table-cell><table:table-cell><text:p>Celle to</text:p></table:table-cell></table:table-row></table:table>' +
            '<text:h text:style-name="P">Kapitel to</text:h><text:p>På side to.</text:p>',
        ),
      ),
      'alt.odt',
    );
    assert.ok(!/slettet|kommentar/u.test(draft.text));
    const lines = draft.text.split('\n').filter((line) => line !== '');
    assert.deepEqual(lines, [
      'Vi  leder',
      'hver eneste dag.',
      'Celle et',
      'Celle to',
      '# Kapitel to',
      'På side to.',
      'Noten kommer til sidst.',
    ]);
    assert.equal(draft.elements.find(({ title }) => title === 'Kapitel to')?.source.page, 2);
  });

  test('numbered lists keep their numbers, also when the file is one XML', async () => {
    const flat =
      '<?xml version="1.0"?><office:document><office:automatic-styles><text:list-style style:name="L2"><text:list-level-style-number text:level="1"/></text:list-style></office:automatic-styles>' +
      '<office:body><office:text><text:list text:style-name="L2"><text:list-item><text:p>Først det ene</text:p></text:list-item><text:list-item><text:p>Så det andet</text:p></text:list-item></text:list></office:text></office:body></office:document>';
    const draft = await draftOf(bytesOf(flat), 'flad.fodt');
    assert.match(draft.text, /1\. Først det ene\n+2\. Så det andet/u);
  });
});

test('a web page is read for its words, not for its scripts, styles and comments', async () => {
  const html =
    '<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><script>hemmeligt()</script><h1>Ledelse</h1><!-- skjult --><p>V&aelig;rdier f&oslash;rst &amp; altid</p></body></html>';
  const draft = await draftOf(bytesOf(html), 'side.html');
  assert.ok(!/hemmeligt|skjult/u.test(draft.text));
  assert.match(draft.text, /# Ledelse\n+Værdier først & altid/u);
});

test('an RTF is read for its words: Danish letters in both ways of writing them, no fonts, no fields', async () => {
  const rtf =
    "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\*\\generator Word;}\\pard Ledelse er v\\'e6rd at g\\'f8re\\par \\u229?benhed{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}}\\par}";
  const draft = await draftOf(bytesOf(rtf), 'gammel.rtf');
  assert.match(draft.text, /Ledelse er værd at gøre\n+åbenhedlink/u);
  assert.ok(!/Arial|HYPERLINK|Word/u.test(draft.text));
});

describe('a hostile office file is refused with its reason', () => {
  const entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
  const sheet = [
    {
      name: 'Ark1',
      rows: [
        ['Kompetence', 'Chef', 'Leder'],
        ['Mod', 'Siger det', 'Gør det'],
      ],
    },
  ];
  const spoiled = (name: string, xml: string): Uint8Array =>
    makeZip(xlsxEntries(sheet).map((entry) => (entry.name === name ? { ...entry, data: bytesOf(xml) } : entry)));
  const cases: [string, ImportProblemCode, () => Uint8Array, string][] = [
    ['ODT that fetches a file', 'unsafe', () => makeZip(odtEntries('<text:p>&e;</text:p>', { before: entity })), 'a.odt'],
    ['ODT whose entities grow', 'unsafe', () => makeZip(odtEntries('<text:p>&c;</text:p>', { before: laughs })), 'b.odt'],
    [
      'one-file ODT that fetches a file',
      'unsafe',
      () => bytesOf(`<?xml version="1.0"?>${entity}<office:document><office:text>`),
      'c.fodt',
    ],
    ['Word file that fetches a file', 'unsafe', () => withEntity(), 'd.docx'],
    ['ODT with a password', 'encrypted', () => makeZip(odtEntries('', { manifest: '<manifest:encryption-data/>' })), 'e.odt'],
    ['ODS without a sheet', 'broken', () => makeZip(odtEntries('').map(asSpreadsheet)), 'f.ods'],
    ['ODT cut off in a tag', 'broken', () => makeZip(odtEntries('<text:p text:style-name="P')), 'g.odt'],
    ['XLSX that fetches a file', 'unsafe', () => spoiled('xl/sharedStrings.xml', `${entity}<sst/>`), 'h.xlsx'],
    [
      'XLSX whose sheet is missing',
      'broken',
      () => makeZip(xlsxEntries(sheet).filter(({ name }) => !name.includes('worksheets'))),
      'i.xlsx',
    ],
    ['XLSX whose workbook is no XML', 'broken', () => spoiled('xl/workbook.xml', 'hej'), 'j.xlsx'],
    [
      'XLSX with a cell a million columns out',
      'too_large',
      () => spoiled('xl/worksheets/sheet1.xml', '<worksheet><row r="1"><c r="XFD1"><v>1</v></c></row></worksheet>'),
      'k.xlsx',
    ],
    [
      'XLSX with a cell a million rows down',
      'too_large',
      () => spoiled('xl/worksheets/sheet1.xml', '<worksheet><row r="1048576"><c r="A1048576"><v>1</v></c></row></worksheet>'),
      'l.xlsx',
    ],
    [
      'XLSX with more cells than a framework can have',
      'too_large',
      () =>
        spoiled(
          'xl/worksheets/sheet1.xml',
          `<worksheet>${'<row><c><v>1</v></c><c><v>2</v></c></row>'.repeat(30_000)}</worksheet>`,
        ),
      'm.xlsx',
    ],
    [
      'XLSX whose sheet lies outside the file',
      'broken',
      () =>
        spoiled(
          'xl/_rels/workbook.xml.rels',
          '<Relationships><Relationship Id="r1" Target="../../../../etc/passwd"/></Relationships>',
        ),
      'n.xlsx',
    ],
    ['XLSX that unpacks without end', 'zip_bomb', () => makeZip([...xlsxEntries(sheet), bomb('xl/media/x.bin')]), 'o.xlsx'],
    [
      'XLSX with a part that unpacks too far',
      'zip_bomb',
      () => makeZip([...xlsxEntries(sheet), bomb('xl/theme.xml', 30)]),
      'p.xlsx',
    ],
    ['XLSX without words', 'empty', () => makeZip(xlsxEntries([{ name: 'Ark1', rows: [] }])), 'q.xlsx'],
    ['half an ODT', 'broken', () => makeZip(odtEntries(FRAMEWORK)).slice(0, 400), 'r.odt'],
    ['RTF of nothing but groups', 'broken', () => bytesOf('{\\rtf1' + '{'.repeat(100_000)), 's.rtf'],
    ['text called spreadsheet', 'broken', () => bytesOf('Kompetence'), 't.xlsx'],
  ];
  for (const [what, code, make, fileName] of cases)
    test(`${what}: ${code}`, async () => assert.equal(await refusal(make(), fileName), code));

  test('names in the ZIP that point elsewhere are names and nothing more', async () => {
    const bytes = makeZip([...odtEntries(FRAMEWORK), { name: '../../../../tmp/pejling-was-here', data: bytesOf('x') }]);
    assert.equal(await refusal(bytes, 'sti.odt'), 'none');
  });

  function withEntity(): Uint8Array {
    return makeZip(
      docxEntries([{ text: 'Hej' }]).map((entry) =>
        entry.name === 'word/document.xml'
          ? { ...entry, data: bytesOf(new TextDecoder().decode(entry.data).replace('?>', `?>${entity}`)) }
          : entry,
      ),
    );
  }
});

const bomb = (name: string, megabytes = 130): { name: string; data: Uint8Array; claimedSize: number } => ({
  name,
  data: new Uint8Array(megabytes * 1_000_000),
  claimedSize: 10,
});

function asSpreadsheet(entry: { name: string; data: Uint8Array }): { name: string; data: Uint8Array } {
  if (entry.name !== 'content.xml') return entry;
  return { ...entry, data: bytesOf(new TextDecoder().decode(entry.data).replaceAll('office:text', 'office:spreadsheet')) };
}
