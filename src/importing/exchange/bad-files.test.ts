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

const DRAFT = (title = 'Mod', text: string | null = null) =>
  draftOfTree({
    organisation: '',
    title: 'Kursen',
    date: null,
    levels: ['Chef'],
    kinds: {},
    nodes: [{ name: 'a', slug: 'a', parent: null, kind: 'value', level: null, title, text }],
  });

test('a file made to take long is read or refused in linear time', () => {
  const CFItems = Array.from({ length: 10_000 }, (_, at) => item(String(at), 'Det samme'));
  const hostile: unknown[] = [
    { CFDocument, CFItems },
    { CFDocument, CFItems: [item('a', '<script>'.repeat(100_000))] },
    `${writeMarkdown(DRAFT())}${'\n'.repeat(200_000)}x`,
    `${writeMarkdown(DRAFT())}\n${'<!-- {'.repeat(50_000)}${'}'.repeat(50_000)}`,
    { format: 'pejling-framework/1', elements: Array.from({ length: 300_000 }, () => 1) },
    { ...DRAFT(), unplaced: [{ text: `${'\n'.repeat(300_000)}x`, source: { lines: [1, 1] } }] },
  ];
  const before = process.cpuUsage();
  for (const file of hostile) {
    try {
      read(file);
    } catch (problem) {
      assert.ok(problem instanceof ExchangeProblem, String(problem));
    }
  }
  const { user, system } = process.cpuUsage(before);
  // Each of them took between four seconds and hours when it was read in squares.
  assert.ok(user + system < 10_000_000, `${(user + system) / 1e6} s`);
});

test('what no database can hold becomes a space or the sign for what is not known, and no word is lost', () => {
  const files: unknown[] = [
    { ...DRAFT('en\0to \ud800'), text: 'en\0to \ud800' },
    { CFDocument: { ...CFDocument, title: 'T\0' }, CFItems: [item('a', 'en\0to \ud800')] },
    writeMarkdown(DRAFT()).replace('"Chef"', String.raw`"Che\u0000f\ud800"`),
  ];
  for (const file of files) {
    const draft = read(file);
    assert.ok(draft);
    assert.doesNotMatch(JSON.stringify(draft), /\\u0000|\\ud8/u);
  }
});

test('a script in a link, a day that does not exist, and an end before its beginning are refused', () => {
  const strategy = { id: 's', kind: 'vision', name: 'Nyby 2030', link: '', about: '', begins: null, ends: null, whole: true };
  const step = { kind: 'draft', body: null, beganOn: '2021-01-31', endedOn: null, knownTo: 'day', title: 'Udkast', decision: '' };
  const withStrategy = (change: object) => ({ ...DRAFT(), strategies: [{ ...strategy, ...change }] });
  const withStep = (change: object) => ({ ...DRAFT(), steps: [{ ...step, document: null, ...change }] });
  for (const link of ['javascript:alert(1)', ' https://nyby.example', 'data:text/html,x', 'https://a b'])
    refuses(withStrategy({ link }), 'wrong', 'link');
  refuses(withStep({ document: { name: 'Referat', link: 'javascript:alert(1)' } }), 'wrong', 'link');
  for (const day of ['2021-02-29', '2021-13-01', '0000-00-00', '2021-1-1', '9999-01-01']) {
    refuses(withStep({ beganOn: day }), 'wrong', 'beganOn');
    refuses(withStrategy({ ends: day }), 'wrong', 'ends');
  }
  refuses(withStep({ endedOn: '2021-01-30' }), 'wrong', 'Udkast');
  refuses(withStrategy({ begins: '2021-01-02', ends: '2021-01-01' }), 'wrong', 'Nyby 2030');
  assert.ok(read(withStep({ endedOn: '2024-02-29', document: { name: 'Referat', link: 'https://nyby.example/1' } })));
});

test('what a file says beside its words says each thing once and points to what is there', () => {
  const [only] = DRAFT().elements;
  const about = (change: object) => ({ ...DRAFT(), elements: [{ ...only, ...change }] });
  const task = { id: 't', name: 'Pleje' };
  const rule = { level: 'Chef', definition: '', refersTo: '', transition: '', positions: [] };
  const weight = { level: 'Chef', weight: 1, words: '' };
  refuses({ ...DRAFT(), coreTasks: [task, task] }, 'duplicate', 't');
  refuses({ ...DRAFT(), levelRules: [rule, rule] }, 'duplicate', 'Chef');
  refuses({ ...DRAFT(), levelRules: [{ ...rule, level: 'Konge' }] }, 'unknown_level', 'Konge');
  const duties = [{ task: 'Løn', parts: [{ level: 'Konge', part: 'decides', who: '' }] }];
  refuses({ ...DRAFT(), duties }, 'unknown_level', 'Konge');
  refuses(about({ weights: [weight, weight] }), 'duplicate', 'Chef');
  refuses(about({ coreTasks: ['væk'] }), 'orphan', 'væk');
  refuses(about({ strategies: ['væk'] }), 'orphan', 'væk');
});

test('a tree deeper than anybody can read is refused in every format', () => {
  const elements = Array.from({ length: 40 }, (_, at) => ({
    ...DRAFT().elements[0],
    id: `e${at}`,
    parent: at === 0 ? null : `e${at - 1}`,
    title: `Trin ${at}`,
  }));
  refuses({ ...DRAFT(), elements }, 'too_deep', 'Trin 31');
});

test('keys that mean something to the language are words like others', () => {
  const text = JSON.stringify(DRAFT()).replace('"kinds":{}', '"kinds":{"__proto__":"x"},"__proto__":{"title":"y"}');
  const draft = read(text);
  assert.equal(draft?.title, 'Kursen');
  assert.deepEqual(Object.keys(draft.kinds), []);
  assert.equal(({} as { title?: string }).title, undefined);
  const made = read({ CFDocument, CFItems: ['__proto__', 'constructor', 'toString'].map((id) => item(id, id)) });
  assert.deepEqual(
    made?.elements.map(({ id, text: words }) => [id, words]),
    [
      ['proto', '__proto__'],
      ['constructor', 'constructor'],
      ['tostring', 'toString'],
    ],
  );
});

test('titles of other programs lose their marks, words that look like our facts stay words', () => {
  const draft = read({ CFDocument: { ...CFDocument, title: '<b>God</b><br>ledelse &amp; &aelig;' }, CFItems: [item('a')] });
  assert.equal(draft?.title, 'God ledelse & æ');
  for (const words of ['Før <!-- {a} --> efter', 'Slutter på <!-- {"a":1} -->', '\\<!-- {} -->', '<!-- {"id":"x"} -->']) {
    const back = read(writeMarkdown(DRAFT(words, words)));
    assert.deepEqual([back?.elements.length, back?.elements[0]?.title, back?.elements[0]?.text], [1, words, words]);
  }
});

test('heads too long and levels that come twice are refused wherever they come from', () => {
  refuses({ CFDocument: { ...CFDocument, title: 'x'.repeat(3000) }, CFItems: [] }, 'too_long', 'xxx');
  refuses({ CFDocument: { ...CFDocument, creator: 'y'.repeat(3000) }, CFItems: [] }, 'too_long', 'yyy');
  refuses(writeMarkdown({ ...DRAFT(), levels: ['A', 'A'] }), 'duplicate', 'A');
});

test('a line in stars that somebody wrote under the title is kept, the stamp is not', () => {
  const text = writeMarkdown({ ...DRAFT(), stamp: 'Nyby, version 2' }).replace('version 2*', 'version 2*\n\n*Husk bilaget*');
  assert.deepEqual(
    read(text)?.unplaced.map((passage) => passage.text),
    ['*Husk bilaget*'],
  );
});
