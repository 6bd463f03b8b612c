import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** A piece of text on a made page: where its baseline starts, from the top left, and how large it is. */
export type MadeText = { x: number; y: number; size: number; text: string };

const PAGE_HEIGHT = 842;

/** A small PDF written by hand: Helvetica, one content stream per page, latin-1 text. `extra` goes into the trailer. */
export function makePdf(pages: MadeText[][], extra = ''): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  const kids: string[] = [];
  for (const page of pages) {
    const stream = page
      .map(({ x, y, size, text }) => `BT /F1 ${size} Tf ${x} ${PAGE_HEIGHT - y} Td (${escape(text)}) Tj ET`)
      .join('\n');
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${PAGE_HEIGHT}] /Contents ${objects.length} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  return assemblePdf(objects, extra);
}

/** A PDF that asks for a password nobody here knows. */
export function makeEncryptedPdf(): Uint8Array {
  const owner = '00'.repeat(32);
  const user = '11'.repeat(32);
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${owner}> /U <${user}> /P -4 >> /ID [<${'22'.repeat(16)}> <${'22'.repeat(16)}>]`;
  return makePdf([[{ x: 50, y: 100, size: 11, text: 'Hemmelig' }]], encrypt);
}

/** A PDF whose one content stream unpacks to `size` spaces. */
export function makeInflatingPdf(size: number): Uint8Array {
  const packed = deflateSync(Buffer.alloc(size, 32)).toString('latin1');
  const stream = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`;
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>';
  return assemblePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [4 0 R] /Count 1 >>', stream, page], '');
}

function escape(text: string): string {
  return text.replace(/[\\()]/gu, (sign) => `\\${sign}`);
}

function assemblePdf(objects: string[], extra: string): Uint8Array {
  let body = '%PDF-1.4\n';
  const offsets: number[] = [];
  objects.forEach((object, index) => {
    offsets.push(body.length);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${extra} >>\nstartxref\n${start}\n%%EOF`;
  return Uint8Array.from(body, (sign) => sign.charCodeAt(0) & 0xff);
}

export type MadeEntry = { name: string; data: Uint8Array; claimedSize?: number; flags?: number };

/** A ZIP written by hand. `claimedSize` makes its directory lie about an entry's size. */
export function makeZip(entries: MadeEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimedSize, flags = 0 } of entries) {
    const packed = deflateRawSync(data);
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    writeHead(local, 4, { flags, crc: crc32(data), packed: packed.length, size: claimedSize ?? data.length, name: title.length });
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    writeHead(central, 6, {
      flags,
      crc: crc32(data),
      packed: packed.length,
      size: claimedSize ?? data.length,
      name: title.length,
    });
    central.writeUInt32LE(offset, 42);
    locals.push(local, title, packed);
    centrals.push(central, title);
    offset += local.length + title.length + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, directory, end]));
}

type Head = { flags: number; crc: number; packed: number; size: number; name: number };

function writeHead(buffer: Buffer, at: number, head: Head): void {
  buffer.writeUInt16LE(20, at);
  buffer.writeUInt16LE(head.flags, at + 2);
  buffer.writeUInt16LE(8, at + 4);
  buffer.writeUInt32LE(head.crc, at + 10);
  buffer.writeUInt32LE(head.packed, at + 14);
  buffer.writeUInt32LE(head.size, at + 18);
  buffer.writeUInt16LE(head.name, at + 22);
}

export type MadeParagraph = { text: string; style?: string; list?: 'bullet' | 'number'; bold?: boolean };

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** The entries of a small Word document: paragraphs with a heading style, a list or bold letters. */
export function docxEntries(paragraphs: MadeParagraph[]): MadeEntry[] {
  const body = paragraphs.map(paragraphXml).join('');
  const numbering = ['bullet', 'decimal']
    .map(
      (format, i) =>
        `<w:abstractNum w:abstractNumId="${i}"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl></w:abstractNum>`,
    )
    .join('');
  const nums = [0, 1].map((i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`).join('');
  const types = 'http://schemas.openxmlformats.org/package/2006/';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${types}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${types}relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${types}relationships"><Relationship Id="r1" Type="${office}/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'word/numbering.xml': `<w:numbering ${WORD}>${numbering}${nums}</w:numbering>`,
    'word/styles.xml': `<w:styles ${WORD}>${[1, 2, 3].map((n) => `<w:style w:type="paragraph" w:styleId="Heading${n}"><w:name w:val="heading ${n}"/></w:style>`).join('')}</w:styles>`,
    'word/document.xml': `<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
  };
  return Object.entries(files).map(([name, xml]) => ({
    name,
    data: new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${xml}`),
  }));
}

function paragraphXml({ text, style, list, bold }: MadeParagraph): string {
  const number = list ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list === 'bullet' ? 1 : 2}"/></w:numPr>` : '';
  const properties = `<w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${number}</w:pPr>`;
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<w:p>${properties}<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${safe}</w:t></w:r></w:p>`;
}
