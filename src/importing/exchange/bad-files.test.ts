import assert from 'node:assert/strict';
import test from 'node:test';
import { ExchangeProblem, type ExchangeReason } from './exchange-problem.ts';
import { draftOfTree } from './draft-of-tree.ts';
import { readExchange } from './read-exchange.ts';
import { writeMarkdown } from './write-markdown.ts';

const read = (value: unknown) =>
  readExchange(new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)));
const item = (identifier: string, fullStatement = `Udsagn ${identifier}`, more: object = {}) => ({
  identifier,
  fullStatement,
  ...more,
});
const child = (from: string, to: string, sequenceNumber?: number) => ({
  associationType: 'isChildOf',
  originNodeURI: { identifier: from },
  destinationNodeURI: { identifier: to },
  ...(sequenceNumber === undefined ? {} : { sequenceNumber }),
});
const CFDocument = { identifier: 'd', title: 'Et grundlag', creator: 'Nyby' };

function refuses(value: unknown, reason: ExchangeReason, named: string): void {
  assert.throws(
    () => read(value),
    (problem) => problem instanceof ExchangeProblem && problem.reason === reason && problem.item.includes(named),
    `${reason} ${named}`,
  );
}

test('a CASE package that makes no tree is refused, and the item is named', () => {
  const CFItems = [item('a'), item('b'), item('c')];
  refuses({ CFDocument, CFItems, CFAssociations: [child('a', 'b'), child('b', 'c'), child('c', 'a')] }, 'cycle', 'Udsagn a');
  refuses({ CFDocument, CFItems, CFAssociations: [child('a', 'a')] }, 'cycle', 'Udsagn a');
  refuses({ CFDocument, CFItems, CFAssociations: [child('b', 'x')] }, 'orphan', 'Udsagn b');
  refuses({ CFDocument, CFItems: [item('a'), item('a', 'En til')] }, 'duplicate', 'En til');
  refuses({ CFDocument, CFItems: [{ identifier: 'a', humanCodingScheme: 'K.1' }] }, 'missing', 'K.1');
  refuses({ CFDocument: { identifier: 'd' } }, 'missing', 'title');
  refuses({ CFDocument, CFItems: 'nej' }, 'wrong', 'CFItems');
  refuses({ CFDocument, CFItems: Array.from({ length: 10_001 }, (_, at) => item(String(at))) }, 'too_many', '10001');
  const deep = Array.from({ length: 40 }, (_, at) => item(String(at)));
  const chain = deep.slice(1).map((_, at) => child(String(at + 1), String(at)));
  refuses({ CFDocument, CFItems: deep, CFAssociations: chain }, 'too_deep', 'Udsagn 31');
});

test('a CASE package of another program, 1.0 or 1.1, becomes a tree in its order, with plain words', () => {
  const draft = read({
    CFDocument,
    CFItems: [
      item('b', '<p>Lytter &amp; sp&oslash;rger</p><script>x()</script>', {
        CFItemType: 'Expectation',
        educationLevel: ['Leder'],
      }),
      item('a', 'Mod', { CFItemType: 'Competency' }),
      item('c', 'Går foran når n < 5 og m > 3', { CFItemType: 'Expectation', educationLevel: ['Leder', 'Chef'] }),
    ],
    CFAssociations: [
      child('a', 'd'),
      child('b', 'a', 2),
      child('c', 'a', 1),
      { ...child('b', 'c'), associationType: 'isPeerOf' },
    ],
    CFRubrics: [],
  });
  assert.deepEqual(
    draft?.elements.map(({ kind, parent, level, title, text }) => [kind, parent, level, title ?? text]),
    [
      ['competence', null, null, 'Mod'],
      ['expectation', 'mod', null, 'Går foran når n < 5 og m > 3'],
      ['expectation', 'mod', 'Leder', 'Lytter & spørger'],
    ],
  );
  assert.deepEqual(draft.kinds, { competence: 'Competency', expectation: 'Expectation' });
});

test('a file of the own format with a mistake is told where it is', () => {
  const good = draftOfTree({
    organisation: '',
    title: 'Kursen',
    date: null,
    levels: ['Chef'],
    kinds: {},
    nodes: ['et', 'to'].map((name) => ({
      name,
      slug: name,
      parent: null,
      kind: 'value',
      level: null,
      title: `Værdi ${name}`,
      text: null,
    })),
  });
  const [first, second] = good.elements;
  assert.ok(first && second);
  const withSecond = (change: object) => ({ ...good, elements: [first, { ...second, ...change }] });
  refuses(withSecond({ id: 'et' }), 'duplicate', 'Værdi to');
  refuses(withSecond({ parent: 'tre' }), 'orphan', 'Værdi to');
  refuses(withSecond({ parent: 'to' }), 'cycle', 'Værdi to');
  refuses(withSecond({ level: 'Konge' }), 'unknown_level', 'Værdi to');
  refuses(withSecond({ kind: 'drage' }), 'unknown_kind', 'drage');
  refuses(withSecond({ text: 'x'.repeat(100_001) }), 'too_long', 'Værdi to');
  refuses({ ...good, format: 'pejling-framework/9' }, 'other_format', 'pejling-framework/9');
  refuses({ ...good, title: undefined }, 'missing', 'title');
  refuses(JSON.stringify(good).slice(0, -20), 'no_json', '');
  refuses({ hello: 'world' }, 'other_format', '');
});

test('words changed by hand in a file are taken as they stand, and none is lost', () => {
  const good = draftOfTree({ organisation: '', title: 'Kursen', date: null, levels: [], kinds: {}, nodes: [] });
  const edited = {
    ...good,
    elements: [{ id: 'ny', kind: 'value', parent: null, level: null, title: 'Ny', text: 'værdi', source: { lines: [1, 1] } }],
  };
  assert.equal(read(edited)?.text, 'Ny\nværdi');
});

test('other files are left to those who read documents', () => {
  for (const text of ['# Et grundlag', '{ikke json', '<!-- en note -->\n# Titel', '', '[1]: fodnote'])
    assert.equal(read(text), null, text);
});

test('a Markdown file whose facts were broken is told where', () => {
  const nodes = [{ name: 'et', slug: 'et', parent: null, kind: 'value' as const, level: null, title: 'Mod', text: null }];
  const text = writeMarkdown(draftOfTree({ organisation: '', title: 'Kursen', date: null, levels: [], kinds: {}, nodes }));
  refuses(text.replace('"value"', '"drage"'), 'wrong', 'Mod');
  refuses(text.replace('"parent":null', '"parent":"væk"'), 'orphan', 'Mod');
  const more = read(text.replace('# Kursen', '# Kursen\n\nEn linje uden for det hele'));
  assert.equal(more?.unplaced[0]?.text, 'En linje uden for det hele');
});
