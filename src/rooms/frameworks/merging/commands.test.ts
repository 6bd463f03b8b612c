import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { Problem, type ProblemCode } from '#base/errors.ts';
import { createFromDraft } from '../write.server.ts';
import { decidePair, mergeFrameworks } from './commands.server.ts';
import { mergeDesk } from './read.server.ts';

const isProblem = (code: ProblemCode) => (thrown: unknown) => thrown instanceof Problem && thrown.code === code;

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let versions: { first: string; second: string };

function draft(title: string, parts: [string, string | null, string][]): FrameworkDraft {
  return {
    format: FORMAT,
    organisation: 'Fjordby Kommune',
    title,
    date: null,
    levels: ['Chef', title === 'Sundhed' ? 'Leder' : 'Teamleder'],
    kinds: {},
    elements: parts.map(([id, parent, text], at) => ({
      id,
      kind: 'principle',
      parent,
      level: null,
      title: null,
      text,
      source: { lines: [at + 1, at + 1] },
    })),
    repeats: [],
    unplaced: [],
    furniture: [],
    repairs: [],
    text: parts.map(([, , text]) => text).join('\n'),
  };
}

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  versions = await fjordby.web.transaction(async (tx) => {
    const make = async (one: FrameworkDraft) => (await createFromDraft(tx, one, { publish: true })).versionId;
    return {
      first: await make(
        draft('Sundhed', [
          ['svar', null, 'Vi svarer hinanden samme dag'],
          ['rum', 'svar', 'Lederen giver rum'],
        ]),
      ),
      second: await make(
        draft('Skole', [
          ['svar', null, 'Vi svarer altid hinanden samme dag'],
          ['leg', 'svar', 'Børn leger'],
        ]),
      ),
    };
  });
});
after(() => database.close());

it('HO1 two frameworks become one: each statement says where it came from, alike ones are decided about, and both sources stay', async () => {
  const lene = fjordby.member('Lene');
  const { versionId } = await mergeFrameworks(lene, { ...versions, title: 'Fælles grundlag' });
  const desk = async () => (await lene.read((tx) => mergeDesk(tx, versionId))) ?? assert.fail();
  const begun = await desk();
  assert.deepEqual(
    begun.statements.map(({ statement, provenance }) => [statement.text, provenance]),
    [
      ['Vi svarer hinanden samme dag', 'first'],
      ['Lederen giver rum', 'first'],
      ['Vi svarer altid hinanden samme dag', 'second'],
      ['Børn leger', 'second'],
    ],
  );
  const [pair] = begun.pairs;
  assert.equal(begun.pairs.length, 1);
  const decision = {
    pair: pair?.id ?? '',
    decision: 'joined' as const,
    title: null,
    text: 'Vi svarer hinanden inden dagen er gået',
  };
  await assert.rejects(decidePair(lene, versionId, { ...decision, decision: 'both' }), isProblem('invalid'));
  await decidePair(lene, versionId, decision);
  const done = await desk();
  assert.deepEqual(
    done.statements.map(({ statement, provenance }) => [statement.text, provenance, statement.depth]),
    [
      ['Vi svarer hinanden inden dagen er gået', 'both', 0],
      ['Lederen giver rum', 'first', 1],
      ['Børn leger', 'second', 1],
    ],
  );
  assert.equal(done.pairs[0]?.decidedBy, 'Lene');
  await assert.rejects(decidePair(lene, versionId, decision), isProblem('conflict'));
});

it('HO1 only those who keep frameworks put them together, never across organisations, and never one with itself', async () => {
  const input = { ...versions, title: 'Nyt' };
  await assert.rejects(mergeFrameworks(fjordby.member('Amina'), input), isProblem('not_found'));
  await assert.rejects(mergeFrameworks(holmsted.member('Rikke'), input), isProblem('not_found'));
  const lene = fjordby.member('Lene');
  await assert.rejects(mergeFrameworks(lene, { ...input, second: input.first }), isProblem('invalid'));
  const { versionId } = await mergeFrameworks(lene, input);
  const desk = (await lene.read((tx) => mergeDesk(tx, versionId))) ?? assert.fail();
  const decision = { pair: desk.pairs[0]?.id ?? '', decision: 'first' as const, title: null, text: null };
  await assert.rejects(decidePair(holmsted.member('Rikke'), versionId, decision), isProblem('not_found'));
  await assert.rejects(decidePair(fjordby.member('Mette'), versionId, decision), isProblem('not_found'));
});

it('HO1 a second click, and two at once, put two frameworks together once; a draft somebody has worked on is left alone', async () => {
  const lene = fjordby.member('Lene');
  const asked = { ...versions, title: 'Klikket to gange' };
  const made = await Promise.all([1, 2].map(() => mergeFrameworks(lene, asked)));
  assert.deepEqual(made[0], made[1]);
  const { versionId } = made[0] ?? assert.fail();
  const pair = (await lene.read((tx) => mergeDesk(tx, versionId)))?.pairs[0] ?? assert.fail();
  await decidePair(lene, versionId, { pair: pair.id, decision: 'joined', title: null, text: 'Samme dag' });
  assert.notEqual((await mergeFrameworks(lene, asked)).versionId, versionId);
  assert.notEqual((await mergeFrameworks(lene, { ...asked, title: 'Et andet' })).versionId, versionId);
});
