import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inTenant } from '#database/tenant.ts';
import { draftOfTree } from '#importing/exchange/draft-of-tree.ts';
import { readExchange } from '#importing/exchange/read-exchange.ts';
import type { FrameworkDraft } from '#importing/open-format.ts';
import { settleCast, type CastTown } from '../../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../../tests/database.ts';
import { createFromDraft } from '../../write.server.ts';
import { exportVersion } from '../read.server.ts';

let database: TestDatabase;
let town: CastTown;

before(async () => {
  database = await freshDatabase();
  ({ fjordby: town } = await settleCast(database));
});
after(() => database.close());

function draft(change: Partial<FrameworkDraft> = {}, element: object = {}): FrameworkDraft {
  const nodes = ['mod', 'ro'].map((name) => ({ name, slug: name, parent: null, kind: 'value' as const, level: null }));
  const made = draftOfTree({
    organisation: 'Nyby',
    title: 'Kursen',
    date: null,
    levels: ['Chef'],
    kinds: {},
    nodes: nodes.map((node) => ({ ...node, title: `Vi har ${node.name}`, text: null })),
  });
  return { ...made, ...change, elements: made.elements.map((one, at) => (at === 0 ? { ...one, ...element } : one)) };
}

const strategy = { kind: 'vision' as const, name: 'Nyby 2030', link: '', about: '', begins: null, ends: null, whole: true };
const step = {
  kind: 'hearing' as const,
  beganOn: '2021-01-01',
  endedOn: null,
  knownTo: 'year' as const,
  title: '',
  decision: '',
};
const long = 'æ🙂'.repeat(600);
const STRANGE: Record<string, FrameworkDraft> = {
  'two strategies of one name': draft({ strategies: ['a', 'b'].map((id) => ({ id, ...strategy })) }, { strategies: ['a', 'b'] }),
  'the same strategies once more': draft({ strategies: ['a', 'b'].map((id) => ({ id, ...strategy })) }),
  'words said twice': draft({}, { addressees: ['leaders', 'leaders'], values: ['ro', 'ro'] }),
  'a body known under another kind': draft({
    steps: (['political', 'med'] as const).map((kind) => ({ ...step, body: { name: 'Hoved-MED', kind }, document: null })),
  }),
  'long words everywhere': draft({
    organisation: long,
    title: long,
    levels: [long],
    kinds: { value: long },
    about: { purposes: [long], scopeUnits: [long], authors: [long], owner: long, contactMail: long, input: long },
    coreTasks: [{ id: long, name: long }],
    levelRules: [{ level: long, definition: long, refersTo: long, transition: long, positions: [10_000_000] }],
    duties: [{ task: long, parts: [{ level: long, part: 'informed', who: long }] }],
    origins: [{ element: 'mod', kind: 'forked', from: long }],
  }),
  'no words at all': draft({ organisation: '', about: {}, coreTasks: [], duties: [], steps: [], origins: [], strategies: [] }),
  'an element without words': draft({}, { title: null, text: null }),
  'an element of empty words': draft({}, { title: '', text: '' }),
  'names of the language': draft(
    { kinds: {}, coreTasks: [{ id: '__proto__', name: 'constructor' }] },
    { coreTasks: ['__proto__'] },
  ),
  'lines before the first and after the last': draft({}, { source: { lines: [9_000_000, 1] } }),
  'HTML and line ends': draft(
    { title: '<img src=x onerror=alert(1)>' },
    { title: '<script>x()</script>', text: 'en\r\nto\rtre\u2028' },
  ),
};

for (const [what, strange] of Object.entries(STRANGE))
  test(`a strange file is taken in and comes out again, or is told what is wrong: ${what}`, async () => {
    const read = readExchange(new TextEncoder().encode(JSON.stringify(strange)));
    assert.ok(read);
    const out = await inTenant(town.web, async (tx) => {
      const { versionId } = await createFromDraft(tx, read, { publish: false });
      return exportVersion(tx, versionId);
    });
    assert.ok(out);
    assert.deepEqual(
      out.elements.map(({ title, text }) => [title, text]),
      read.elements.map(({ title, text }) => [title, text]),
    );
    assert.deepEqual(readExchange(new TextEncoder().encode(JSON.stringify(out))), out);
  });
