// Files nobody should upload, made here and now: each with the sentence that must come back.
import {
  docxEntries,
  makeEncryptedPdf,
  makeInflatingPdf,
  makePdf,
  makeZip,
} from '../../src/importing/extract/made-documents.fixture.ts';

export type HostileFile = { what: string; name: string; bytes: Buffer; says: string };

const MEGABYTE = 1024 * 1024;
const file = (what: string, name: string, bytes: Uint8Array | string, says: string): HostileFile => ({
  what,
  name,
  bytes: Buffer.from(bytes as Uint8Array),
  says,
});

/** An old container as a Word document with a password is: its head, and the name of the entry that holds the locked contents. */
function lockedWordFile(): Buffer {
  const start = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  return Buffer.concat([start, Buffer.alloc(1016), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(512)]);
}

function bomb(): Buffer {
  const entries = docxEntries([{ text: 'Ledelse' }]).filter((entry) => entry.name !== 'word/document.xml');
  return Buffer.from(makeZip([...entries, { name: 'word/document.xml', data: Buffer.alloc(200 * MEGABYTE, 32) }]));
}

/** What the page that reads framework documents must refuse. */
export function hostileDocuments(): HostileFile[] {
  return [
    file('an empty file', 'tom.txt', '', 'Dokumentet er tomt'),
    file('a file of spaces', 'mellemrum.md', ' \n'.repeat(5000), 'Dokumentet er tomt'),
    file('20 MB and one byte', 'stor.txt', Buffer.alloc(20 * MEGABYTE + 1, 'a '), 'Dokumentet er for stort'),
    file('a Word file with a password', 'laast.docx', lockedWordFile(), 'låst med en adgangskode'),
    file('a PDF with a password', 'laast.pdf', makeEncryptedPdf(), 'låst med en adgangskode'),
    file('a PDF of pictures only', 'scannet.pdf', makePdf([[], []]), 'kun billeder af sider'),
    file('a Word file that unpacks to 200 MB', 'bombe.docx', bomb(), 'pakker sig ud'),
    file('a PDF that unpacks to 300 MB', 'bombe.pdf', makeInflatingPdf(300 * MEGABYTE), 'pakker sig ud'),
    file('text with NUL bytes', 'nul.txt', 'Ledelse\0er\0svært\0', 'indholdet er noget andet'),
    file('a picture called text', 'billede.txt', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'kan Pejling ikke læse'),
    file(
      'half a PDF',
      'halv.pdf',
      Buffer.from(makePdf([[{ x: 50, y: 80, size: 12, text: 'Ledelse' }]])).subarray(0, 60),
      'beskadiget',
    ),
    file('text called Word', 'snyd.docx', 'Ledelse er svært', 'beskadiget'),
  ];
}

const HEAD = 'enhedskode;enhed;overordnet enhedskode;medarbejdernummer;navn;mail;stilling;leder;ledelsesniveau';

/** What the page that reads organisations must refuse. */
export function hostileTables(): HostileFile[] {
  return [
    file('an empty file', 'tom.csv', '', 'Vælg en fil først'),
    file('a header and nothing else', 'kun-navne.csv', `${HEAD}\r\n`, 'Filen er tom'),
    file('20 MB and one byte', 'stor.csv', Buffer.alloc(20 * MEGABYTE + 1, 'a;'), 'større end 20 MB'),
    file('NUL bytes', 'nul.csv', `${HEAD}\n1;\0;;;;;;;\n`, 'ikke ren tekst'),
    file('a million columns', 'bred.csv', `${'a;'.repeat(1_000_000)}\n1;2\n`, 'mere end 100 kolonner'),
    file('a million columns in one row', 'bred-raekke.csv', `${HEAD}\n${'1;'.repeat(1_000_000)}\n`, 'kolonner'),
    file('a spreadsheet', 'ark.csv', makeZip([{ name: 'xl/workbook.xml', data: Buffer.from('<x/>') }]), 'Det er et regneark'),
    file('a quote that never ends', 'citat.csv', `${HEAD}\n1;"Fjordby;;;;;;;\n`, 'anførselstegn'),
    file('other columns', 'andre.csv', 'a;b\n1;2\n', 'Disse kolonner mangler'),
  ];
}

const FORMULAS = ['=HYPERLINK("http://eksempel.invalid")', '+1+1', '-2+3', '@SUM(A1)'];

/** An organisation in windows-1252 whose people have formulas for names. */
export function tableWithFormulas(people: string[]): Buffer {
  const rows = FORMULAS.map((name, at) => `ø1;;;f-${at};"${name.replaceAll('"', '""')}";;Ærlig;nej;`);
  return Buffer.from([...people, ...rows].join('\r\n') + '\r\n', 'latin1');
}

/** A framework in windows-1252, and the same in UTF-16: old word processors write them. */
export function documentIn(encoding: 'windows-1252' | 'utf-16'): Buffer {
  const text = '# Ledelse på ærøsk\n\n## Åbenhed\n\n- Lederen siger, hvad der sker.\n- Lederen spørger først.\n';
  return encoding === 'utf-16' ? Buffer.from('\ufeff' + text, 'utf16le') : Buffer.from(text, 'latin1');
}
