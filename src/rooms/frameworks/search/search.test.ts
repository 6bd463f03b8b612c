import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import fc from 'fast-check';
import { inTenant } from '#database/tenant.ts';
import { FORMAT, type DraftElement, type FrameworkDraft } from '#importing/open-format.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { createFromDraft } from '../write.server.ts';
import { searchFrameworks } from './read.server.ts';
import { folded } from './rules.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;

const element = (id: string, more: Partial<DraftElement>): DraftElement => ({
  id,
  kind: 'expectation',
  parent: null,
  level: null,
  title: null,
  text: null,
  source: { lines: [1, 1] },
  ...more,
});

function draft(title: string, elements: DraftElement[], levels: string[] = []): FrameworkDraft {
  const rest = { organisation: '', date: null, kinds: {}, repeats: [], unplaced: [], furniture: [], repairs: [] };
  return { format: FORMAT, title, levels, elements, ...rest, text: '' };
}

const MAIN = draft(
  'Ledelsesgrundlag for Fjordby',
  [
    element('udvikling', { kind: 'theme', title: 'Medarbejderudvikling' }),
    element('udvikling/a', { parent: 'udvikling', level: 'Chef', text: 'Chefen holder samtaler om trivslen på arbejdspladsen.' }),
    element('udvikling/b', { parent: 'udvikling', level: 'Leder', text: 'Lederen følger op på det, der er aftalt.' }),
    element('aaben', { kind: 'value', title: 'Åbenhed', text: 'Vi gør ærlighed til en vane.' }),
    element('kontrol', { kind: 'value', title: 'Kontrollen', text: 'Vi har styr på driften.' }),
  ],
  ['Chef', 'Leder'],
);

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  await inTenant(fjordby.web, async (tx) => {
    await createFromDraft(tx, MAIN, { publish: true });
    await createFromDraft(
      tx,
      draft('Nyt om trivsel', [element('x', { text: 'Kladdens hemmelige ord om trivsel: pergament.' })]),
      {
        publish: false,
      },
    );
  });
  await inTenant(holmsted.web, (tx) =>
    createFromDraft(tx, draft('Holmsteds grundlag', [element('y', { text: 'Trivsel i Holmsted' })]), { publish: true }),
  );
});
after(() => database.close());

async function search(town: CastTown, name: string, q: string, framework: string | null = null) {
  const member = town.member(name);
  const reader = { personId: member.personId, drafts: member.has('editor', 'hr') };
  return member.read((tx) => searchFrameworks(tx, { q, framework, page: 1 }, reader));
}

const words = (result: Awaited<ReturnType<typeof search>>): string[] =>
  result.hits.map((hit) =>
    [...(hit.title ?? []), ...(hit.text ?? [])].map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join(''),
  );

describe('search finds what a person means', () => {
  const cases: [string, string, string[]][] = [
    ['a part at the end of a long word', 'grundlag', ['[Ledelsesgrundlag] for Fjordby']],
    ['a part at its start', 'medarbejder', ['[Medarbejderudvikling]']],
    ['another form of the word', 'arbejdspladser', ['Chefen holder samtaler om trivslen på [arbejdspladsen].']],
    ['the word without its Danish letters', 'aabenhed', ['[Åbenhed]Vi gør ærlighed til en vane.']],
    ['the word as an English keyboard writes it', 'abenhed', ['[Åbenhed]Vi gør ærlighed til en vane.']],
    ['another way without them', 'aerlighed', ['ÅbenhedVi gør [ærlighed] til en vane.']],
    [
      'words that only together are what is meant',
      'trivslen chefen',
      ['[Chefen] holder samtaler om [trivslen] på arbejdspladsen.'],
    ],
    [
      'a word of its own and one of the heading above',
      'samtaler medarbejderudvikling',
      ['Chefen holder [samtaler] om trivslen på arbejdspladsen.'],
    ],
    ['a noun that loses a vowel', 'trivsel', ['Chefen holder samtaler om [trivslen] på arbejdspladsen.']],
    ['capitals, marks and spaces', '  "DRIFTEN"!? ', ['KontrollenVi har styr på [driften].']],
    ['a question with small words in it', 'hvad er der aftalt', ['Lederen følger op på det, der er [aftalt].']],
  ];
  for (const [what, q, expected] of cases)
    test(`${what}: ${q}`, async () =>
      assert.deepEqual(words(await search(fjordby, 'Amina', q)).slice(0, expected.length), expected));

  test('a level is found by its name, and leads to its page', async () => {
    const { hits } = await search(fjordby, 'Amina', 'chef');
    assert.ok(hits.some((hit) => hit.href.endsWith('/levels/1')));
  });

  test('a statement leads to its own place, with what it stands under and its level', async () => {
    const [hit] = (await search(fjordby, 'Amina', 'samtaler')).hits;
    assert.match(hit?.href ?? '', /^\/frameworks\/[0-9a-f-]{36}\/versions\/[0-9a-f-]{36}#statement-[0-9a-f-]{36}$/u);
    assert.deepEqual(
      [hit?.path, hit?.levelName, hit?.framework],
      [['Medarbejderudvikling'], 'Chef', 'Ledelsesgrundlag for Fjordby'],
    );
  });

  test('where no place has all the words, those with most of them come, and that is told', async () => {
    const result = await search(fjordby, 'Amina', 'driften månen');
    assert.deepEqual([result.matched, result.words, result.total], [1, 2, 1]);
  });

  test('nothing, signs only, and words nobody wrote find nothing', async () => {
    for (const q of ['', '?!', 'xylofon', "' | !:*& '", '\\']) assert.equal((await search(fjordby, 'Amina', q)).total, 0, q);
  });

  test('a title counts for more than a text', async () => {
    const { hits } = await search(fjordby, 'Lene', 'trivsel');
    assert.equal(hits[0]?.kindName, 'Ledelsesgrundlag');
  });
});

describe('search keeps the walls', () => {
  test('an editor finds drafts, marked as such and leading to the workbench; an employee and a leader never do', async () => {
    const { hits } = await search(fjordby, 'Lene', 'pergament');
    assert.deepEqual([hits[0]?.isDraft, hits[0]?.framework], [true, 'Nyt om trivsel']);
    assert.match(hits[0]?.href ?? '', /\/draft\?element=/u);
    for (const name of ['Amina', 'Henrik', 'Birgitte', 'Tom']) assert.equal((await search(fjordby, name, 'pergament')).total, 0);
    assert.deepEqual(
      (await search(fjordby, 'Amina', 'trivsel')).frameworks.map(({ title }) => title),
      ['Ledelsesgrundlag for Fjordby'],
      'not even the title of a draft is told in the filter',
    );
  });

  test('another organisation finds its own and nothing else, also when it names a framework of theirs', async () => {
    const mine = await search(holmsted, 'Rikke', 'trivsel');
    assert.deepEqual(
      mine.hits.map(({ framework }) => framework),
      ['Holmsteds grundlag'],
    );
    const theirs = (await search(fjordby, 'Amina', 'trivsel')).hits[0]?.frameworkId ?? '';
    const asked = await search(holmsted, 'Rikke', 'trivsel', theirs);
    assert.deepEqual([asked.total, asked.hits], [0, []]);
  });

  test('one framework can be chosen, and the others are still counted', async () => {
    const all = await search(fjordby, 'Lene', 'trivsel');
    assert.equal(all.frameworks.length, 2);
    const [first] = all.frameworks;
    const one = await search(fjordby, 'Lene', 'trivsel', first?.frameworkId ?? '');
    assert.equal(one.total, first?.count);
    assert.deepEqual(one.frameworks, all.frameworks);
  });
});

test('words are compared in the program as in the database', async () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abeoåæøÅÆØéÜaoe1 -ß'), maxLength: 20 });
  const samples = fc.sample(letters, 200);
  const { rows } = await fjordby.web.transaction((tx) =>
    sql<{
      folded: string;
    }>`select folded(word) as folded from unnest(${samples}::text[]) with ordinality as w(word, at) order by at`.execute(tx),
  );
  assert.deepEqual(
    rows.map((row) => row.folded),
    samples.map(folded),
  );
});

test('whatever is typed, search answers and never breaks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (typed) => {
      const result = await search(fjordby, 'Amina', typed.replaceAll('\0', ' '));
      assert.ok(result.total >= 0);
    }),
    { numRuns: 60 },
  );
});
