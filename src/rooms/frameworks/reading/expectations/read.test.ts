import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { FORMAT, type FrameworkDraft } from '#importing/open-format.ts';
import { settleCast, type CastTown } from '../../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../../tests/database.ts';
import { EMPTY_COVER, NO_ATTRIBUTES, type Addressee } from '../../attributes/schema.ts';
import { writeAttributes } from '../../attributes/write.server.ts';
import { createFromDraft, markPublished } from '../../write.server.ts';
import { expectationsFor } from './read.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;

const at = (line: number) => ({ lines: [line, line] as [number, number] });
const element = (id: string, line: number, more: Partial<FrameworkDraft['elements'][number]>) =>
  ({ id, kind: 'theme', parent: null, level: null, title: null, text: null, source: at(line), ...more }) as const;

/** A small framework of our own: two levels, and words to employees, the trio and the organisation. */
const draft: FrameworkDraft = {
  format: FORMAT,
  organisation: 'Fjordby Kommune',
  title: 'Kursen',
  date: '2026',
  levels: ['Direktør', 'Leder af ledere', 'Leder af medarbejdere'],
  kinds: {},
  elements: [
    element('mod', 1, { kind: 'competence', title: 'Mod' }),
    element('mod/klart', 2, { parent: 'mod', title: 'Taler klart' }),
    element('mod/klart/1', 3, { kind: 'expectation', parent: 'mod/klart', level: 'Direktør', text: 'Siger det til byrådet' }),
    element('mod/klart/2', 4, {
      kind: 'expectation',
      parent: 'mod/klart',
      level: 'Leder af ledere',
      text: 'Siger det til lederne',
    }),
    element('mod/klart/3', 5, {
      kind: 'expectation',
      parent: 'mod/klart',
      level: 'Leder af medarbejdere',
      text: 'Siger det i hverdagen',
    }),
    element('alle', 6, { kind: 'general_expectation', text: 'Alle ledere holder ord' }),
    element('dig', 7, { kind: 'section', title: 'Sammen om ledelse' }),
    element('dig/med', 8, { kind: 'meaning', parent: 'dig', text: 'Du tager selv del i fællesskabet' }),
    element('dig/trio', 9, { kind: 'meaning', parent: 'dig', text: 'Trioen mødes hver måned' }),
  ],
  repeats: [],
  unplaced: [],
  furniture: [],
  repairs: [],
  text: '',
};

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  await fjordby.worker.transaction(async (tx) => {
    const { versionId, statementIds } = await createFromDraft(tx, draft, { publish: false });
    const to = (id: string, ...addressees: Addressee[]) =>
      [statementIds.get(id) ?? '', { ...NO_ATTRIBUTES, addressees }] as const;
    await writeAttributes(tx, versionId, {
      cover: EMPTY_COVER,
      coreTasks: [],
      levels: [],
      duties: [],
      strategies: [],
      statements: Object.fromEntries([to('dig', 'employees'), to('dig/trio', 'trio')]),
    });
    await markPublished(tx, versionId);
  });
});
after(() => database.close());

async function pageOf(name: string) {
  const member = fjordby.member(name);
  const { leaders, frameworks } = await member.read((tx) => expectationsFor(tx, member));
  const framework = frameworks[0] ?? assert.fail('no framework');
  const said = (some: readonly { text: string | null }[]) => some.map((one) => one.text);
  const role = (position: 'leader' | 'own') =>
    said(
      framework.expectations[position]?.groups.flatMap((group) =>
        group.rows.flatMap((row) => row.cells.flatMap((cell) => cell.statements)),
      ) ?? [],
    );
  return { leaders, framework, said, role };
}

test('AA4 an employee reads what to expect of the own leader, at that leader\u2019s level', async () => {
  const { leaders, framework, role, said } = await pageOf('Amina');
  assert.deepEqual(
    leaders.map((leader) => leader.name),
    ['Mette'],
  );
  assert.equal(framework.leaderLevel?.name, 'Leder af ledere');
  assert.deepEqual(role('leader'), ['Siger det til lederne']);
  assert.deepEqual(said(framework.expectations.leader?.common ?? []), ['Alle ledere holder ord']);
  assert.equal(framework.expectations.own, null);
});

test('G4 an employee reads what is expected of an employee, and what belongs to the trio', async () => {
  const { framework, said } = await pageOf('Amina');
  assert.deepEqual(said(framework.expectations.employees), ['Du tager selv del i fællesskabet']);
  assert.deepEqual(said(framework.expectations.trio), ['Trioen mødes hver måned']);
});

test('HO10 a leader reads the own level, and is led to the next one as something to develop towards', async () => {
  const { framework, role } = await pageOf('Mette');
  assert.deepEqual(role('own'), ['Siger det til lederne']);
  assert.equal(framework.nextLevel?.name, 'Direktør');
  const top = await pageOf('Birgitte');
  assert.deepEqual([top.framework.ownLevel?.name, top.framework.nextLevel, top.leaders.length], ['Direktør', null, 0]);
});

test('an organisation that has published nothing has nothing to expect, and reads nothing of another', async () => {
  const member = holmsted.member('Sofie');
  assert.deepEqual((await member.read((tx) => expectationsFor(tx, member))).frameworks, []);
});
