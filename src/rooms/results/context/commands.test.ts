import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { Problem } from '#base/errors.ts';
import { inLocale } from '#base/locale.server.ts';
import { mintTenant } from '#database/tenant.ts';
import { typeset } from '#reports/typeset.ts';
import { Member } from '#rooms/people/proof.server.ts';
import type { Role } from '#rooms/people/schema.ts';
import { aboutMe } from './read.server.ts';
import { freshDatabase } from '../../../../tests/database.ts';
import { playRound, times, type Played, type PlayedRound } from '../../../../tests/played-round.ts';
import { openReport } from '../commands.server.ts';
import { printedReport } from '../components/printed.ts';
import { mineFor, overviewOf, rollFor } from '../overview/read.server.ts';
import { releaseRound } from '../release/write.server.ts';
import { openContext, writeContext } from './commands.server.ts';

const database = await freshDatabase();
after(() => database.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';
const MERGED = 'Vi blev lagt sammen med naboen i marts.\n\nTo stillinger stod ledige.';

const played = (slug: string, more: Partial<PlayedRound> = {}): Promise<Played> =>
  playRound(database, {
    slug,
    themes: { tillid: ['q1'], retning: ['q2'] },
    units: [
      { name: 'Kommunen', leader: 'Dorte Direktør', invited: 6, ballots: times(5, [4, 4]) },
      { name: 'Børn', under: 'Kommunen', leader: 'Karen Krog', invited: 6, ballots: times(5, [4, 3]) },
      { name: 'Solsikken', under: 'Børn', leader: 'Bo Bang', invited: 9, ballots: times(8, [3, 4]) },
      { name: 'Myretuen', under: 'Børn', leader: 'Lis Lund', invited: 7, ballots: times(6, [2, 4]) },
      { name: 'Havkatten', under: 'Børn', leader: 'Ole Olsen', invited: 5, ballots: times(3, [1, 2]) },
    ],
    ...more,
  });
const release = (round: Played) =>
  mintTenant(database.as.worker, round.organisation).transaction((tx) => releaseRound(tx, round.round));

const of = (map: Map<string, string>, name: string): string => map.get(name) ?? NOBODY;
const member = (round: Played, personId: string, ...roles: Role[]): Member =>
  new Member({
    tenant: mintTenant(database.as.web, round.organisation),
    personId,
    name: 'Bo Bang',
    email: null,
    locale: 'da',
    roles,
    organisation: { id: round.organisation, slug: 'x', name: 'X', demo: false },
  });
const leader = (round: Played, name: string): Member => member(round, of(round.persons, name), 'leader', 'employee');
const write = (who: Member, round: Played, unit: string, text: string, seen: number) =>
  writeContext(who, round.round, of(round.nodes, unit), { text, seen });
const refusedWith = (status: number) => (thrown: unknown) => thrown instanceof Problem && thrown.status === status;
const notFound = (work: Promise<unknown>) => assert.rejects(work, refusedWith(404));
const notesIn = async (who: Member, round: Played, about: string) =>
  (await openReport(who, round.round, of(round.leaders, about))).report.notes;
const rollNotes = async (who: Member, round: Played, unit: string) =>
  (await who.read((tx) => rollFor(tx, who, round.round, of(round.nodes, unit)))).notes;

test('B6 what Bo says was special in the period stands in his report, for him and for his leader, on the page and in the PDF', async () => {
  const round = await played('rapport');
  const bo = leader(round, 'Bo Bang');
  await write(bo, round, 'Solsikken', MERGED, 0);
  await release(round);
  for (const reader of [bo, leader(round, 'Karen Krog')]) {
    const [note, ...more] = await notesIn(reader, round, 'Bo Bang');
    assert.deepEqual(
      [note?.unit, note?.current.text, note?.current.after, note?.earlier, more],
      ['Solsikken', MERGED, false, [], []],
    );
  }
  const { report } = await openReport(bo, round.round, of(round.leaders, 'Bo Bang'));
  const pdf = await typeset(inLocale('da', () => printedReport(report)));
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  for (const words of ['Særligt for perioden i Solsikken', 'To stillinger stod ledige.', 'ingen grænse for'])
    assert.ok(text.includes(words), words);
});

test('B6 only the unit’s own leader can write there: not a colleague, the leader above, an employee, HR, or the neighbour with the right ids', async () => {
  const [round, next] = [await played('skriver', { hrSees: true }), await played('nabo', { hrSees: true })];
  const strangers = [
    leader(round, 'Lis Lund'),
    leader(round, 'Karen Krog'),
    member(round, of(round.raters, 'Bo Bang'), 'employee'),
    member(round, NOBODY, 'hr', 'management', 'editor', 'med'),
    member(next, of(round.persons, 'Bo Bang'), 'leader', 'hr'),
  ];
  for (const stranger of strangers) {
    await notFound(write(stranger, round, 'Solsikken', 'Forkert hånd', 0));
    await notFound(openContext(stranger, round.round, of(round.nodes, 'Solsikken')));
  }
  const bo = leader(round, 'Bo Bang');
  await notFound(write(bo, round, 'Myretuen', 'Forkert enhed', 0));
  await notFound(writeContext(bo, round.round, 'ingenting', { text: 'Ingen enhed', seen: 0 }));
  const own = await bo.read((tx) => overviewOf(tx, bo, round.round));
  assert.deepEqual(
    own.writable.map(({ unit, written }) => [unit, written]),
    [['Solsikken', false]],
  );
  const employee = member(round, of(round.raters, 'Bo Bang'), 'employee');
  assert.deepEqual((await employee.read((tx) => overviewOf(tx, employee, round.round))).writable, []);
});

test('B6 before there are results nobody but its writer can read a note, and a new wording leaves nothing of the old', async () => {
  const round = await played('tidligt');
  const bo = leader(round, 'Bo Bang');
  await write(bo, round, 'Solsikken', 'Første forsøg', 0);
  await write(bo, round, 'Solsikken', MERGED, 1);
  const desk = await openContext(bo, round.round, of(round.nodes, 'Solsikken'));
  assert.deepEqual([desk.note?.current.text, desk.note?.earlier, desk.released], [MERGED, [], false]);
  const karen = leader(round, 'Karen Krog');
  await notFound(notesIn(karen, round, 'Bo Bang'));
  const { noted, topNotes } = await karen.read((tx) => overviewOf(tx, karen, round.round));
  assert.deepEqual([noted, topNotes], [[], []]);
  await write(bo, round, 'Solsikken', '', 2);
  assert.equal((await openContext(bo, round.round, of(round.nodes, 'Solsikken'))).note, null);
  await assert.rejects(write(bo, round, 'Solsikken', '', 0), refusedWith(400));
});

test('B6 what is written after the result says so, and the wordings that were read before can still be read', async () => {
  const round = await played('senere');
  const bo = leader(round, 'Bo Bang');
  await write(bo, round, 'Solsikken', MERGED, 0);
  await release(round);
  await write(bo, round, 'Solsikken', 'Vi blev lagt sammen med to naboer.', 1);
  await write(bo, round, 'Solsikken', '', 2);
  const [note] = await notesIn(leader(round, 'Karen Krog'), round, 'Bo Bang');
  assert.deepEqual([note?.current.text, note?.current.after], ['', true]);
  assert.deepEqual(
    note?.earlier.map(({ text, after }) => [text, after]),
    [
      [MERGED, false],
      ['Vi blev lagt sammen med to naboer.', true],
    ],
  );
  const taken = bo.read((tx) => tx.deleteFrom('context_notes').where('round_id', '=', round.round).executeTakeFirst());
  assert.equal((await taken).numDeletedRows, 0n, 'the database itself keeps a wording that may have been read');
});

test('B6 HR reads notes with the reports where the round says so, and not where it says not', async () => {
  for (const hrSees of [true, false]) {
    const round = await played(`hr-${String(hrSees)}`, { hrSees });
    await write(leader(round, 'Bo Bang'), round, 'Solsikken', MERGED, 0);
    await release(round);
    const hr = member(round, NOBODY, 'hr');
    const { noted } = await hr.read((tx) => overviewOf(tx, hr, round.round));
    assert.deepEqual(noted, hrSees ? [of(round.nodes, 'Solsikken')] : []);
    if (hrSees) assert.equal((await notesIn(hr, round, 'Bo Bang')).length, 1);
    else await notFound(notesIn(hr, round, 'Bo Bang'));
  }
});

test('B6 beside a roll-up stand the notes of the units whose figures or reports the reader may see, and no others', async () => {
  const round = await played('samlet');
  await write(leader(round, 'Karen Krog'), round, 'Børn', 'Ny struktur i forvaltningen.', 0);
  await write(leader(round, 'Bo Bang'), round, 'Solsikken', MERGED, 0);
  await write(leader(round, 'Dorte Direktør'), round, 'Kommunen', 'Nyt budget.', 0);
  await release(round);
  const units = async (who: Member) => (await rollNotes(who, round, 'Børn')).map((note) => note.unit);
  assert.deepEqual(await units(leader(round, 'Karen Krog')), ['Børn', 'Solsikken']);
  for (const stranger of [
    member(round, NOBODY, 'management'),
    member(round, NOBODY, 'med', 'employee'),
    leader(round, 'Lis Lund'),
  ]) {
    assert.deepEqual(await units(stranger), ['Børn'], 'Solsikken has no figure of its own for them');
    const { noted } = await stranger.read((tx) => overviewOf(tx, stranger, round.round));
    assert.deepEqual(noted, [of(round.nodes, 'Børn')], 'and Kommunen no roll-up that they can open');
  }
});

test('B6 Bo’s employees read his note beside his figures; where nothing is shown to them there is no note either', async () => {
  const round = await played('egne');
  await write(leader(round, 'Bo Bang'), round, 'Solsikken', MERGED, 0);
  await write(leader(round, 'Ole Olsen'), round, 'Havkatten', 'Vi flyttede.', 0);
  await release(round);
  const notesOf = async (name: string) => {
    const rater = member(round, of(round.raters, name), 'employee');
    return (await rater.read((tx) => mineFor(tx, rater, round.round))).mine.notes.map((note) => note.current.text);
  };
  assert.deepEqual([await notesOf('Bo Bang'), await notesOf('Lis Lund'), await notesOf('Ole Olsen')], [[MERGED], [], []]);
});

test('B6 two windows: what was changed meanwhile is not overwritten, and of two first words at once one stands', async () => {
  const round = await played('to');
  const bo = leader(round, 'Bo Bang');
  const outcomes = await Promise.allSettled([
    write(bo, round, 'Solsikken', 'Fra det ene vindue', 0),
    write(bo, round, 'Solsikken', 'Fra det andet vindue', 0),
  ]);
  assert.deepEqual(outcomes.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
  await assert.rejects(write(bo, round, 'Solsikken', 'For sent', 0), refusedWith(409));
  await write(bo, round, 'Solsikken', MERGED, 1);
  assert.equal((await openContext(bo, round.round, of(round.nodes, 'Solsikken'))).note?.current.text, MERGED);
});

test('B6 the writer finds the note in the own copy of everything, and the neighbour finds nothing', async () => {
  const [round, next] = [await played('kopi'), await played('kopi-nabo')];
  const bo = leader(round, 'Bo Bang');
  await write(bo, round, 'Solsikken', MERGED, 0);
  assert.deepEqual(
    (await bo.read((tx) => aboutMe(tx, bo.personId))).map(({ unit, text }) => [unit, text]),
    [['Solsikken', MERGED]],
  );
  const stranger = member(next, bo.personId, 'leader');
  assert.deepEqual(await stranger.read((tx) => aboutMe(tx, bo.personId)), []);
});
