import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { Problem, type ProblemCode } from '#base/errors.ts';
import { mintVisit } from '#database/tenant.ts';
import { FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { readManuscript } from '../draft/read.server.ts';
import { lockDraft } from '../draft/lock/write.server.ts';
import { removeElement } from '../draft/removals/rules.ts';
import { addElement, editElement } from '../draft/rules.ts';
import { saveDraft } from '../draft/saves/write.server.ts';
import { originsOf } from '../origins/read.server.ts';
import { Visitor } from '../proof.server.ts';
import { closePublicPage, openPublicPage } from '../public/commands.server.ts';
import { publishVersion } from '../publication/commands.server.ts';
import { statementsOf } from '../read.server.ts';
import { makeNextVersion } from '../versions/commands.server.ts';
import { createFromDraft } from '../write.server.ts';
import { followSource, forkFramework } from './commands.server.ts';
import { forkOf, keptStatements, sourceDesk, sourceWording } from './read.server.ts';

const isProblem = (code: ProblemCode) => (thrown: unknown) => thrown instanceof Problem && thrown.code === code;

const SOURCE: FrameworkDraft = {
  format: FORMAT,
  organisation: 'Holmsted Kommune',
  title: 'Ledelse i Holmsted',
  date: '2025-02',
  levels: ['Chef'],
  kinds: { principle: 'sigtepunkt' },
  elements: [
    { id: 'a', kind: 'principle', parent: null, level: null, title: 'Åbne døre', text: null, source: { lines: [1, 1] } },
    {
      id: 'a/b',
      kind: 'expectation',
      parent: 'a',
      level: 'Chef',
      title: null,
      text: 'Chefen svarer selv',
      source: { lines: [2, 2] },
    },
    { id: 'c', kind: 'principle', parent: null, level: null, title: 'Ro på', text: null, source: { lines: [3, 3] } },
  ],
  repeats: [],
  unplaced: [],
  furniture: [],
  repairs: [],
  text: 'Åbne døre\nChefen svarer selv\nRo på',
};

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let visitor: Visitor;
let source: string;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  source = (await holmsted.web.transaction((tx) => createFromDraft(tx, SOURCE, { publish: true }))).frameworkId;
  visitor = new Visitor({ visit: mintVisit(database.as.web, holmsted.organisation.id), organisation: holmsted.organisation });
});
after(() => database.close());

const lene = () => fjordby.member('Lene');
const rikke = () => holmsted.member('Rikke');
const makePublic = () => openPublicPage(rikke(), source, { address: 'ledelse', contact: '', findable: false });

it('a framework that is not public cannot be copied, whoever asks', async () => {
  await assert.rejects(forkFramework(lene(), { visitor, address: 'ledelse' }), isProblem('not_found'));
  await makePublic();
  await assert.rejects(forkFramework(fjordby.member('Mette'), { visitor, address: 'ledelse' }), isProblem('not_found'));
});

it('a copy begins as a draft that says where it is from, and shows later what has changed at the source', async () => {
  const made = await forkFramework(lene(), { visitor, address: 'ledelse' });
  const own = async () => lene().read((tx) => statementsOf(tx, made.versionId));
  assert.deepEqual(
    (await own()).map((one) => [one.title ?? one.text, one.kindName, one.levelName, one.depth]),
    [
      ['Åbne døre', 'Sigtepunkt', null, 0],
      ['Chefen svarer selv', 'Forventning', 'Chef', 1],
      ['Ro på', 'Sigtepunkt', null, 0],
    ],
  );
  const [origin] = [...(await lene().read((tx) => originsOf(tx, made.versionId))).values()].flat();
  assert.equal(origin?.kind, 'forked');
  assert.match(origin?.from.name ?? '', /^Holmsted Kommune: Ledelse i Holmsted – Holmsted Kommune, /);

  await changeAtSource();
  const changes = async () => {
    const wording = (await visitor.read((tx) => sourceWording(tx, 'ledelse'))) ?? assert.fail();
    return (await lene().read((tx) => sourceDesk(tx, made.frameworkId, wording)))?.changes ?? [];
  };
  const found = await changes();
  assert.deepEqual(
    found.map(({ change, name, ours }) => [change, name, ours?.title ?? null]),
    [
      ['changed', 'Åbne døre og vinduer', 'Åbne døre'],
      ['new', 'Vi spørger først', null],
      ['gone', 'Ro på', 'Ro på'],
    ],
  );
  const decide = (at: number, take: boolean) =>
    followSource(lene(), visitor, made.frameworkId, { statement: found[at]?.sourceStatementId ?? '', take });
  await decide(0, true);
  await decide(1, true);
  await decide(2, false);
  assert.deepEqual(await changes(), []);
  assert.deepEqual(
    (await own()).map((one) => [one.title ?? one.text, one.depth]),
    [
      ['Åbne døre og vinduer', 0],
      ['Chefen svarer selv', 1],
      ['Vi spørger først', 1],
      ['Ro på', 0],
    ],
  );
  await assert.rejects(decide(0, true), isProblem('conflict'));
  await assert.rejects(
    followSource(rikke(), visitor, made.frameworkId, { statement: source, take: true }),
    isProblem('not_found'),
  );
  await closePublicPage(rikke(), source);
  await assert.rejects(decide(0, false), isProblem('conflict'), 'it is said that the source is no longer public');
});

it('when the source is taken back, or its organisation is gone, the copy still tells what it knows of it', async () => {
  await makePublic();
  const made = await forkFramework(lene(), { visitor, address: 'ledelse' });
  await closePublicPage(rikke(), source);
  const kept = await lene().read((tx) => keptStatements(tx, made.frameworkId));
  assert.deepEqual(
    kept.map(({ then, ours }) => [then.title ?? then.text, ours?.title ?? ours?.text]),
    [
      ['Åbne døre og vinduer', 'Åbne døre og vinduer'],
      ['Chefen svarer selv', 'Chefen svarer selv'],
      ['Vi spørger først', 'Vi spørger først'],
    ],
  );
  const fork = await lene().read((tx) => forkOf(tx, made.frameworkId));
  assert.deepEqual([fork?.organisation, fork?.takenBy], ['Holmsted Kommune', 'Lene']);
  const input = { statement: kept[0]?.sourceStatementId ?? '', take: true };
  await assert.rejects(followSource(lene(), null, made.frameworkId, input), isProblem('conflict'));
  await assert.rejects(followSource(fjordby.member('Mette'), null, made.frameworkId, input), isProblem('not_found'));
  await assert.rejects(followSource(rikke(), null, made.frameworkId, input), isProblem('not_found'));
  assert.deepEqual(await rikke().read((tx) => keptStatements(tx, made.frameworkId)), []);
});

async function changeAtSource(): Promise<void> {
  const { versionId } = await makeNextVersion(rikke(), source);
  await rikke().read(async (tx) => {
    const head = (await lockDraft(tx, versionId)) ?? assert.fail();
    const before = await readManuscript(tx, versionId);
    const find = (title: string) => before.elements.find((one) => one.title === title) ?? assert.fail();
    const revision = head.revision + 1;
    const open = find('Åbne døre');
    const edited = editElement(
      before,
      open.id,
      { kind: open.kind, level: null, title: 'Åbne døre og vinduer', text: null },
      revision,
    );
    const fields = { kind: 'expectation' as const, level: null, title: 'Vi spørger først', text: null };
    const added = addElement(edited, fields, { parent: open.id }, revision).manuscript;
    const after = removeElement(added, find('Ro på').id)?.manuscript ?? assert.fail();
    await saveDraft(tx, { head, personId: rikke().personId, name: 'Rikke' }, before, after, { what: 'edit' });
  });
  await publishVersion(rikke(), versionId, { restSeen: true });
}

it('a second click, and two at once, make one copy', async () => {
  await makePublic();
  const made = await Promise.all([1, 2].map(() => forkFramework(lene(), { visitor, address: 'ledelse' })));
  assert.deepEqual(made[0], made[1]);
  const kept = await lene().read((tx) => forkOf(tx, made[0]?.frameworkId ?? ''));
  assert.equal(kept?.takenBy, 'Lene');
});
