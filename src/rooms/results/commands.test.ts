import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { extractText, getDocumentProxy } from 'unpdf';
import { Problem } from '#base/errors.ts';
import { inLocale } from '#base/locale.server.ts';
import { mintTenant } from '#database/tenant.ts';
import { typeset } from '#reports/typeset.ts';
import { Member } from '#rooms/people/proof.server.ts';
import type { Role } from '#rooms/people/schema.ts';
import { freshDatabase, withOwner } from '../../../tests/database.ts';
import { playRound, times, type Played, type PlayedRound } from '../../../tests/played-round.ts';
import { openReport } from './commands.server.ts';
import { printedReport } from './components/printed.ts';
import { auditFor, mineFor, overviewOf, rollFor } from './overview/read.server.ts';
import { auditedRows, releaseOf } from './read.server.ts';
import { releaseRound } from './release/write.server.ts';

const database = await freshDatabase();
after(() => database.close());

const NOBODY = '00000000-0000-4000-8000-000000000000';

const municipality = async (slug: string, more: Partial<PlayedRound> = {}): Promise<Played> => {
  const played = await playRound(database, {
    slug,
    themes: { tillid: ['q1', 'q2'], retning: ['q3', 'q4'] },
    units: [
      { name: 'Kommunen', leader: 'Dorte Direktør', invited: 6, ballots: times(5, [4, 4, 4, 4]) },
      {
        name: 'Børn',
        under: 'Kommunen',
        leader: 'Karen Krog',
        invited: 6,
        ballots: [...times(3, [4, 3, 4, 4]), ...times(2, [5, 4, 3, 4])],
      },
      {
        name: 'Solsikken',
        under: 'Børn',
        leader: 'Bo Bang',
        invited: 9,
        ballots: [...times(4, [3, 4, 2, 3]), ...times(4, [4, 4, 2, 3])],
      },
      { name: 'Myretuen', under: 'Børn', leader: 'Lis Lund', invited: 7, ballots: [...times(5, [2, 4, 4, 4]), [3, 4, 4, 4]] },
      { name: 'Havkatten', under: 'Børn', leader: 'Ole Olsen', invited: 5, ballots: times(3, [1, 2, 3, 4]) },
    ],
    ...more,
  });
  await mintTenant(database.as.worker, played.organisation).transaction((tx) => releaseRound(tx, played.round));
  return played;
};

function member(played: Played, personId: string, ...roles: Role[]): Member {
  const organisation = { id: played.organisation, slug: 'x', name: 'X', demo: false };
  return new Member({
    tenant: mintTenant(database.as.web, played.organisation),
    personId,
    name: 'Læser',
    email: null,
    locale: 'da',
    roles,
    organisation,
  });
}
const of = (map: Map<string, string>, name: string): string => map.get(name) ?? NOBODY;
const leader = (played: Played, name: string): Member => member(played, of(played.persons, name), 'leader', 'employee');
const open = (who: Member, played: Played, about: string) => openReport(who, played.round, of(played.leaders, about));
const notFound = (work: Promise<unknown>) => assert.rejects(work, (thrown) => thrown instanceof Problem && thrown.status === 404);

async function trailAbout(played: Played, name: string): Promise<string[]> {
  return withOwner(database.ownerUrl, async (client) => {
    await client.query(`select set_config('app.organisation', $1, false)`, [String(played.organisation)]);
    const found = await client.query<{ action: string }>('select action from trail_entries where about_id = $1 order by action', [
      of(played.persons, name),
    ]);
    return found.rows.map((row) => row.action);
  });
}

test('Bo opens his own report without a trail; Karen, his leader, opens it and he can see that she did', async () => {
  const played = await municipality('egen');
  const { report, own } = await open(leader(played, 'Bo Bang'), played, 'Bo Bang');
  assert.deepEqual([own, report.shown, report.invited], [true, true, 9]);
  assert.deepEqual(
    report.themes.map((theme) => theme.n),
    [8, 8],
  );
  assert.deepEqual(await trailAbout(played, 'Bo Bang'), []);
  assert.equal((await open(leader(played, 'Karen Krog'), played, 'Bo Bang')).own, false);
  assert.deepEqual(await trailAbout(played, 'Bo Bang'), ['report.read']);
});

test('to everybody without a right a report does not exist: colleagues, the leader two levels up, HR, MED, management, and its own employees', async () => {
  const played = await municipality('fremmede');
  const strangers = [
    leader(played, 'Lis Lund'),
    leader(played, 'Dorte Direktør'),
    member(played, NOBODY, 'hr'),
    member(played, NOBODY, 'med', 'employee'),
    member(played, NOBODY, 'management', 'editor'),
    member(played, of(played.raters, 'Bo Bang'), 'employee'),
  ];
  for (const stranger of strangers) await notFound(open(stranger, played, 'Bo Bang'));
  assert.deepEqual(await trailAbout(played, 'Bo Bang'), [], 'what was refused was not read');
});

test('HR reads reports where the round says so, and the nearest leader does not where it says not', async () => {
  const played = await municipality('hr', { hrSees: true, superiorSees: false });
  assert.equal((await open(member(played, NOBODY, 'hr'), played, 'Bo Bang')).report.shown, true);
  await notFound(open(leader(played, 'Karen Krog'), played, 'Bo Bang'));
});

test('somebody from another organisation finds neither round, report nor roll-up, with the right ids in hand', async () => {
  const [here, there] = [await municipality('her', { hrSees: true }), await municipality('der', { hrSees: true })];
  const stranger = member(there, NOBODY, 'hr', 'management', 'med');
  await notFound(openReport(stranger, here.round, of(here.leaders, 'Bo Bang')));
  await notFound(stranger.read((tx) => overviewOf(tx, stranger, here.round)));
  await notFound(stranger.read((tx) => rollFor(tx, stranger, here.round, of(here.nodes, 'Børn'))));
  await notFound(stranger.read((tx) => auditFor(tx, stranger, here.round)));
});

test('Ole’s report says kindly that too few answered, shows no figure, and how to talk about it', async () => {
  const played = await municipality('ole');
  const { report } = await open(leader(played, 'Ole Olsen'), played, 'Ole Olsen');
  assert.deepEqual([report.shown, report.invited, report.themes.map((theme) => theme.others)], [false, null, [null, null]]);
  const { text } = await read(await typeset(inLocale('da', () => printedReport(report))));
  assert.match(text, /For få svar til at vise tal/);
  assert.match(text, /Tal om det alligevel/);
});

test('management opens roll-ups of three leaders or more, and is sent upward where there are fewer', async () => {
  const played = await municipality('ruller');
  const manager = member(played, NOBODY, 'management');
  const { tree, reports } = await manager.read((tx) => overviewOf(tx, manager, played.round));
  assert.deepEqual(reports, []);
  const states = Object.fromEntries(tree.map((node) => [node.name, node.state]));
  assert.deepEqual(states, { Kommunen: 'none', Børn: 'open', Havkatten: 'above', Myretuen: 'above', Solsikken: 'above' });
  const { roll, path } = await manager.read((tx) => rollFor(tx, manager, played.round, of(played.nodes, 'Børn')));
  assert.deepEqual(
    [roll.answered, roll.themes.map((theme) => theme.n), path.map((node) => node.name)],
    [22, [19, 19], ['Kommunen']],
  );
  await notFound(manager.read((tx) => rollFor(tx, manager, played.round, of(played.nodes, 'Kommunen'))));
  await notFound(manager.read((tx) => rollFor(tx, manager, played.round, of(played.nodes, 'Solsikken'))));
});

test('Bo’s employees see his themes but no single question and nothing he answered; not where the round says no', async () => {
  const played = await municipality('mine');
  const rater = member(played, of(played.raters, 'Bo Bang'), 'employee');
  const { mine } = await rater.read((tx) => mineFor(tx, rater, played.round));
  assert.equal(mine.leader.name, 'Bo Bang');
  assert.deepEqual(
    mine.themes.map((theme) => [theme.n, Object.keys(theme).sort().join()]),
    Array.from({ length: 2 }, () => [8, 'figure,invited,n,name,theme']),
  );
  const closed = await municipality('lukket', { employeesSee: false });
  const other = member(closed, of(closed.raters, 'Bo Bang'), 'employee');
  await notFound(other.read((tx) => mineFor(tx, other, closed.round)));
  assert.deepEqual((await other.read((tx) => overviewOf(tx, other, closed.round))).tree, []);
});

test('MED reads what the check found; a plain employee does not', async () => {
  const played = await municipality('med');
  const med = member(played, NOBODY, 'med', 'employee');
  const { release } = await med.read((tx) => auditFor(tx, med, played.round));
  assert.ok((release?.audit.smallest ?? 0) >= 5);
  assert.deepEqual([release?.audit.leadersShown, release?.audit.leadersHidden], [4, 1]);
  const plain = member(played, of(played.raters, 'Bo Bang'), 'employee');
  await notFound(plain.read((tx) => auditFor(tx, plain, played.round)));
});

test('every figure in Bo’s PDF stands in the ledger, in Danish and with its letters right', async () => {
  const played = await municipality('pdf');
  const { report } = await open(leader(played, 'Bo Bang'), played, 'Bo Bang');
  const pdf = await typeset(inLocale('da', () => printedReport(report)));
  assert.match(Buffer.from(pdf).toString('latin1'), /pdfuaid:part>1</);
  const { text } = await read(pdf);
  for (const words of ['Rapport om Bo Bang', 'på dansk æøå', '8 af 9 svarede', '3,8', 'mellem'])
    assert.ok(text.includes(words), words);
  const rows = await mintTenant(database.as.worker, played.organisation).transaction(async (tx) =>
    auditedRows(tx, (await releaseOf(tx, played.round))?.id ?? ''),
  );
  const own = rows.filter((row) => row.subject === 'own' && row.subjectId === of(played.leaders, 'Bo Bang'));
  const known = new Set([
    ...numbersIn(JSON.stringify(own.map(({ figures, n, invited }) => ({ figures, n, invited })))),
    ...EXPLAINING,
  ]);
  // Decimal numbers are the figures; whole numbers also count pages, dates and the scale.
  for (const figure of text.match(/\d,\d/g) ?? [])
    assert.ok(known.has(figure.replace(',', '.')), `${figure} is in no ledger row`);
});

/** The figures in the text that explains how figures are read. */
const EXPLAINING = ['3.3', '4.0', '1.4'];
const numbersIn = (text: string): string[] => (text.match(/\d+(\.\d+)?/g) ?? []).map((number) => Number(number).toFixed(1));
const read = async (pdf: Uint8Array): Promise<{ text: string }> =>
  extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
