import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { liveUnits } from '#rooms/people/units/read.server.ts';
import { settleCast, type CastTown } from '../../../../../tests/cast.ts';
import { freshDatabase, withOwner, type TestDatabase } from '../../../../../tests/database.ts';
import { closeAndTreat, comment, openAsLene, settleDraft, type HeardDraft } from '../../../../../tests/heard-draft.ts';
import { saveBodyComment, sendReply } from '../../hearing/bodies/commands.server.ts';
import { publishNote } from '../../hearing/note/commands.server.ts';
import { searchHearings } from '../../hearing/search/read.server.ts';
import { answerComment, beginTreatment, endTreatment } from '../../hearing/treatment/commands.server.ts';
import { treatmentSheet } from '../../hearing/treatment/read.server.ts';
import { publishVersion } from '../../publication/commands.server.ts';
import { saveTranslation } from '../../translations/commands.server.ts';
import { searchTranslations } from '../../translations/search/read.server.ts';
import { NO_PASSAGES, type PassageHits } from '../schema.ts';
import { askedBeside, mayHave } from './read.server.ts';
import { hitsAmong } from './rules.ts';

let database: TestDatabase;
let town: CastTown;
let holmsted: CastTown;
let draft: HeardDraft;

before(async () => {
  database = await freshDatabase();
  ({ fjordby: town, holmsted } = await settleCast(database));
  draft = await settleDraft(town);
});
after(() => database.close());

async function find(search: typeof searchHearings, name: string, q: string, of = town): Promise<PassageHits> {
  const member = of.member(name);
  return member.read(async (tx) => {
    const asked = await askedBeside(tx, { q, framework: null, page: 1 });
    return asked === null ? NO_PASSAGES : search(tx, member, asked);
  });
}
const textsOf = ({ hits }: PassageHits) =>
  hits.map(({ text }) => text?.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join(''));

test('comments in a hearing and their answers are found by those who hold it, and by everybody when the note is published', async () => {
  const lene = town.member('Lene');
  const hearing = await openAsLene(town, draft, { employees: false });
  const body = { hearingId: hearing, bodyId: draft.bodies.committee };
  await saveBodyComment(town.member('Tom'), body, comment('Skriv om fyrtårnene.'));
  assert.equal((await find(searchHearings, 'Lene', 'fyrtårn')).total, 0, 'nobody reads what the body has not sent');
  await sendReply(town.member('Tom'), body);
  await closeAndTreat(town, hearing);
  await beginTreatment(lene, hearing);
  const { comments } = await lene.read((tx) => treatmentSheet(tx, lene, hearing));
  const at = { hearingId: hearing, commentId: comments[0]?.id ?? '' };
  const answer = {
    outcome: 'not' as const,
    reason: 'Bøjerne siger det samme.',
    changedStatementId: null,
    revision: 0,
    alike: [],
  };
  await answerComment(lene, at, answer);
  for (const q of ['fyrtårn', 'bøje']) {
    assert.equal((await find(searchHearings, 'Lene', q)).total, 1, q);
    for (const name of ['Amina', 'Tom', 'Birgitte']) assert.equal((await find(searchHearings, name, q)).total, 0, `${name} ${q}`);
  }
  await endTreatment(lene, hearing);
  await publishNote(lene, hearing);
  const [said, answered] = [await find(searchHearings, 'Amina', 'fyrtårn'), await find(searchHearings, 'Amina', 'bøje')];
  assert.deepEqual([...textsOf(said), ...textsOf(answered)], ['Skriv om [fyrtårnene].', '[Bøjerne] siger det samme.']);
  assert.deepEqual(
    [said.hits[0]?.kindName, answered.hits[0]?.kindName, said.hits[0]?.href],
    ['Høringssvar', 'Svar på høringssvar', `/hearings/${hearing}/note#comment-${at.commentId}`],
  );
  assert.equal((await find(searchHearings, 'Rikke', 'fyrtårn', holmsted)).total, 0);
});

test('a unit’s own words are found by everybody in the organisation while the framework holds and the unit is there', async () => {
  const lene = town.member('Lene');
  await publishVersion(lene, draft.versionId, { restSeen: true });
  const unit = (await lene.read((tx) => liveUnits(tx))).find(({ name }) => name === 'Lokalarkivet')?.id ?? assert.fail();
  const place = { frameworkId: draft.frameworkId, unitId: unit };
  const of = draft.statements.get('retning') ?? '';
  await saveTranslation(town.member('Jonas'), place, {
    ...{ statement: of, revision: 0, text: 'Vi siger til, før æskerne bliver støvede.', with: '', on: null },
  });
  const search: typeof searchHearings = (tx, _, asked) => searchTranslations(tx, asked);
  const found = await find(search, 'Amina', 'æske');
  assert.deepEqual(textsOf(found), ['Vi siger til, før [æskerne] bliver støvede.']);
  assert.deepEqual(
    [found.hits[0]?.framework, found.hits[0]?.href],
    ['Lokalarkivet › Ledelse i Fjordby', `/frameworks/${draft.frameworkId}/translations/${unit}#statement-${of}`],
  );
  assert.equal((await find(search, 'Rikke', 'æske', holmsted)).total, 0);
  await withOwner(database.ownerUrl, (client) => client.query(`update units set ended_on = '2026-01-01' where id = $1`, [unit]));
  assert.equal((await find(search, 'Amina', 'æske')).total, 0, 'its page is gone too');
});

test('nothing beside the frameworks is looked for when one framework is chosen, on later pages, and without words', async () => {
  const lene = town.member('Lene');
  const one = { framework: draft.frameworkId, page: 1 };
  for (const input of [
    { q: 'mod', ...one },
    { q: 'mod', framework: null, page: 2 },
    { q: ' ?!', framework: null, page: 1 },
  ])
    assert.equal(await lene.read((tx) => askedBeside(tx, input)), null);
});

test('the quick look never leaves out what the exact look would find', async () => {
  const some = fc.string({ unit: fc.constantFrom('mod', 'led', 'else', 'trivs', 'el', 'en', 'ø', ' ', 'a'), maxLength: 8 });
  const samples = fc.sample(fc.tuple(some, some), 150);
  await town.member('Lene').read(async (tx) => {
    for (const [q, text] of samples) {
      const asked = await askedBeside(tx, { q, framework: null, page: 1 });
      if (asked === null) continue;
      const { rows } = await sql<{ search: string; quick: boolean }>`
        select search, ${mayHave(asked, 'search')} as quick from (select searchable(${text}, false) as search) as one`.execute(
        tx,
      );
      const { search, quick } = rows[0] ?? { search: '', quick: false };
      const passage = { key: '', href: '', kindName: '', under: '', title: null, texts: [text], search };
      if (hitsAmong(asked.terms, [passage]).total > 0) assert.ok(quick, `${q} in ${text}`);
    }
  });
});
