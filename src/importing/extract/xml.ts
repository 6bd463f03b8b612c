import { ImportProblem } from './import-problem.ts';

/** What is met on the way through an XML text, in order. Names keep their prefix. */
export type XmlEvents = {
  open: (name: string, attribute: (name: string) => string | null, closed: boolean) => void;
  close: (name: string) => void;
  text: (text: string) => void;
};

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Walks through XML from start to end. Nothing is fetched and nothing is expanded: a document type is passed over, and only the five
 * entities of XML and numbered signs are read. Throws ImportProblem `broken` where a tag never ends, `unsafe` for declared entities.
 */
export function walkXml(xml: string, events: XmlEvents): void {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const text = xml.slice(at, open < 0 ? xml.length : open);
    if (text !== '') events.text(decode(text));
    if (open < 0) return;
    at = xml.startsWith('<!', open) || xml.startsWith('<?', open) ? passOver(xml, open, events) : readTag(xml, open, events);
  }
}

function readTag(xml: string, open: number, events: XmlEvents): number {
  const end = tagEnd(xml, open);
  const inside = xml.slice(open + 1, end);
  if (inside.startsWith('/')) {
    events.close(inside.slice(1).trim());
    return end + 1;
  }
  const closed = inside.endsWith('/');
  const name = /^[^\s/]+/u.exec(inside)?.[0] ?? '';
  events.open(name, (wanted) => attributeOf(inside, wanted), closed);
  if (closed) events.close(name);
  return end + 1;
}

/** The `>` that ends a tag; one inside quotes does not. */
function tagEnd(xml: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < xml.length; at++) {
    const sign = xml[at] ?? '';
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
  }
  throw new ImportProblem('broken');
}

function attributeOf(inside: string, wanted: string): string | null {
  for (const [, name, double, single] of inside.matchAll(/\s([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu))
    if (name === wanted) return decode(double ?? single ?? '');
  return null;
}

/** Comments, instructions and the document type say nothing of a document's words; CDATA is text as it stands. */
function passOver(xml: string, open: number, events: XmlEvents): number {
  const [start, end] = xml.startsWith('<!--', open)
    ? ['<!--', '-->']
    : xml.startsWith('<![CDATA[', open)
      ? ['<![CDATA[', ']]>']
      : xml.startsWith('<?', open)
        ? ['<?', '?>']
        : ['<!', '>'];
  const close = xml.indexOf(end, open + start.length);
  if (close < 0) throw new ImportProblem('broken');
  const inside = xml.slice(open + start.length, close);
  if (start === '<!' && /\[|ENTITY/u.test(inside)) throw new ImportProblem('unsafe');
  if (start === '<![CDATA[') events.text(inside);
  return close + end.length;
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (code === 9 || code === 10 || code === 13) return String.fromCharCode(code);
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
  });
}
