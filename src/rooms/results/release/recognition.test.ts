// A value about being seen, heard and understood, and one about doing what one says, all the way from a framework to what a leader
// and the employees read: our own words, asked, answered in a real urn, and released per theme.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { daysAfter, now } from '#base/time.ts';
import { linkedUses } from '#rooms/frameworks/usage/read.server.ts';
import { createFromDraft, type Created } from '#rooms/frameworks/write.server.ts';
import { FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import { cast as castBallot } from '#rooms/ballots/client/cast.ts';
import { closeRound } from '#rooms/rounds/closing/commands.server.ts';
import { makeRound, saveSettings } from '#rooms/rounds/commands.server.ts';
import { launchRound } from '#rooms/rounds/launch/commands.server.ts';
import { prepareRound } from '#rooms/rounds/preparation/commands.server.ts';
import { chooseThemes, writeQuestion } from '#rooms/rounds/questions/commands.server.ts';
import { questionPlaces } from '#rooms/rounds/questions/places/read.server.ts';
import { roundThemes } from '#rooms/rounds/questions/read.server.ts';
import { roundLeaders } from '#rooms/rounds/read.server.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { newBrowser, startUrn } from '../../../../tests/open-round.ts';
import { openReport } from '../commands.server.ts';
import { releaseRound } from './write.server.ts';

const METTES = ['Amina', 'Bo', 'Carla', 'Dorte', 'Erik', 'Farid', 'Gitte', 'Hans'];
const SEEN = 'Set, hørt og forstået';
const WORDS = {
  [SEEN]: [
    ['lægger mærke til det, der lykkes', 'lægger mærke til det, der lykkes for mig'],
    ['lytter, til jeg er færdig', 'lytter, til jeg er færdig'],
    ['kender min hverdag', 'ved, hvordan min arbejdsdag er'],
  ],
  'Ord og handling': [
    ['gør det, der er sagt', 'gør det, der er sagt'],
    ['er selv et eksempel', 'gør selv, som der bliver bedt om'],
  ],
};

const DRAFT: FrameworkDraft = {
  format: FORMAT,
  organisation: 'Fjordby Kommune',
  title: 'Sådan vil vi ledes',
  date: null,
  levels: [],
  kinds: { value: 'værdi' },
  elements: Object.entries(WORDS).flatMap(([value, meanings], at) => [
    { id: `v${at}`, kind: 'value' as const, parent: null, level: null, title: value, text: null, source: { lines: [1, 1] } },
    ...meanings.map(([title = ''], index) => ({
      id: `v${at}/${index}`,
      kind: 'meaning' as const,
      parent: `v${at}`,
      level: null,
      title,
      text: null,
      source: { lines: [1, 1] as [number, number] },
    })),
  ]),
  repeats: [],
  unplaced: [],
  furniture: [],
  repairs: [],
  text: '',
} as FrameworkDraft;

let database: TestDatabase;
let fjordby: CastTown;
let running: Awaited<ReturnType<typeof startUrn>>;
let framework: Created;
let round: string;

before(async () => {
  database = await freshDatabase();
  ({ fjordby } = await settleCast(database));
  running = await startUrn(database);
  framework = await fjordby.worker.transaction((tx) => createFromDraft(tx, DRAFT, { publish: true }));
  round = await askAboutIt();
});
after(async () => {
  await running.stop();
  await database.close();
});

const statement = (id: string) => framework.statementIds.get(id) ?? assert.fail(id);

/** HR makes a round of both values: one question for each statement, in the organisation's own words. */
async function askAboutIt(): Promise<string> {
  const lene = fjordby.member('Lene');
  const id = await makeRound(lene, { title: 'Set og hørt', versionId: framework.versionId });
  await chooseThemes(lene, id, [statement('v0'), statement('v1')]);
  for (const [at, meanings] of Object.values(WORDS).entries())
    for (const [index, [, asked = '']] of meanings.entries()) {
      const words = { other: `Min leder ${asked}.`, self: `Jeg ${asked}.`, superior: `Lederen ${asked}.` };
      await writeQuestion(lene, id, { wording: { da: words, en: words }, statements: [statement(`v${at}/${index}`)] });
    }
  const information = { purpose: 'x', legalBasis: 'x', contact: 'x', recipients: 'x', retention: 'x', categories: 'x' };
  const rules = { k: 5, middle: 'mean' as const, asksSuperior: false, superiorSees: true, hrSees: false, employeesSee: true };
  const settings = { revision: 1, title: 'Set og hørt', medHearing: 'HovedMED', ...rules, ...information };
  await saveSettings(lene, id, settings, daysAfter(now(), 14));
  return id;
}

test('HT26 the statements about being seen, heard and understood become questions under the value they belong to', async () => {
  const themes = await fjordby.web.transaction((tx) => roundThemes(tx, round));
  assert.deepEqual(
    themes.map(({ name, codes }) => [name.da, codes.length]),
    [
      [SEEN, 3],
      ['Ord og handling', 2],
    ],
  );
  const lene = fjordby.member('Lene');
  const uses = await lene.read((tx) => linkedUses(tx, [statement('v0/1')], { question: (ids) => questionPlaces(tx, lene, ids) }));
  assert.deepEqual(
    uses[statement('v0/1')]?.map(({ title }) => title),
    ['Min leder lytter, til jeg er færdig.'],
  );
});

test('HT26 answered in the urn and released, a leader reads each value as a theme of its own, and too few answers show nothing', async () => {
  await launchRound(fjordby.member('Lene'), round);
  await prepareRound(fjordby.worker, round);
  for (const name of METTES) {
    const { manifest, ports } = await newBrowser(fjordby, running.urn, round, name);
    assert.equal((await castBallot(manifest, [4, 3, 2, 2, 2], ports)).kind, 'kept', name);
  }
  await closeRound(fjordby.member('Lene'), round, { reason: 'Alle har svaret.', understood: 'on' });
  await running.urn.settled();
  await running.urn.look();
  await fjordby.worker.transaction((tx) => releaseRound(tx, round));
  const leaders = await fjordby.web.transaction((tx) => roundLeaders(tx, round));
  const idOf = (name: string) => leaders.find((leader) => leader.name === name)?.id ?? assert.fail(name);
  const { report } = await openReport(fjordby.member('Mette'), round, idOf('Mette'));
  assert.deepEqual(
    report.themes.map(({ name, n, others }) => [name, n, others?.mean?.kind === 'mean' ? others.mean.value : null]),
    [
      [SEEN, 8, 3],
      ['Ord og handling', 8, 2],
    ],
  );
  const { report: jonas } = await openReport(fjordby.member('Jonas'), round, idOf('Jonas'));
  assert.deepEqual(
    jonas.themes.map(({ others }) => others),
    [null, null],
  );
});
