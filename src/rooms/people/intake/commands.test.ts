import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '#base/errors.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { liveOrganisation, personFacts } from '../read.server.ts';
import { acceptIntake, discardIntake, uploadOrganisation } from './commands.server.ts';
import { csvOf, rowsOf, type CsvRow } from './csv/rules.ts';
import { intake, intakeChanges, standingOrganisation } from './read.server.ts';
import { WHOLE_MATRIX } from '../../../../tests/seed.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let lene: Member;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  lene = fjordby.member('Lene');
});
after(() => database.close());

const upload = (member: Member, rows: CsvRow[] | string) =>
  uploadOrganisation(member, {
    name: 'organisation.csv',
    bytes: new TextEncoder().encode(typeof rows === 'string' ? rows : csvOf(rows)),
  });
const standing = (member: Member) => member.read((tx) => standingOrganisation(tx));
const live = (member: Member) => member.read((tx) => liveOrganisation(tx));
const today = async (member: Member) => rowsOf(await standing(member));
const countsOf = async (member: Member, id: string) => (await member.read((tx) => intake(tx, id)))?.summary.counts;
const isProblem = (code: string) => (error: unknown) => error instanceof Problem && error.code === code;

test('an organisation that is downloaded and brought in again does not change at all', async () => {
  const before = await standing(lene);
  const id = await upload(lene, await today(lene));
  const counts = await countsOf(lene, id);
  assert.deepEqual(counts?.employment, { new: 0, changed: 0, ended: 0, unchanged: before.employments.length });
  assert.deepEqual(counts?.unit, { new: 0, changed: 0, ended: 0, unchanged: before.units.length });
  await acceptIntake(lene, id, { confirmed: false });
  assert.deepEqual(await standing(lene), before);
});

test('until Lene accepts, nothing of Fjordby has changed; then Ida has moved, Kaya has left and Nadia is new', async () => {
  const before = await standing(lene);
  const rows = (await today(lene)).filter((row) => row.name !== 'Kaya');
  const ida = rows.find((row) => row.name === 'Ida');
  assert.ok(ida);
  ida.unitCode = '3';
  ida.unitName = '';
  ida.parentCode = '';
  rows.push({ unitCode: '4', number: 'ny-1', name: 'Nadia', email: 'nadia@fjordby.example', title: 'Arkivar' });
  const id = await upload(lene, rows);
  assert.deepEqual(await standing(lene), before);
  assert.deepEqual(await countsOf(lene, id).then((counts) => counts?.employment), {
    new: 1,
    changed: 1,
    ended: 1,
    unchanged: before.employments.length - 2,
  });
  const { changes, total } = await lene.read((tx) => intakeChanges(tx, id, { search: 'nadia', kind: '', change: '' }, 1, 50));
  assert.deepEqual([total, changes[0]?.change, changes[0]?.name], [1, 'new', 'Nadia']);
  await acceptIntake(lene, id, { confirmed: false });
  const now = await live(lene);
  const units = new Map(now.units.map((unit) => [unit.id, unit.code]));
  const persons = new Map(now.persons.map((person) => [person.name, person.id]));
  const unitOf = (name: string) => units.get(now.employments.find((job) => job.personId === persons.get(name))?.unitId ?? '');
  assert.equal(unitOf('Ida'), '3');
  assert.equal(unitOf('Nadia'), '4');
  assert.equal(persons.has('Kaya'), false);
  assert.equal(
    (await standing(lene)).persons.some((person) => person.name === 'Kaya'),
    true,
  );
  assert.equal(await lene.read((tx) => personFacts(tx, fjordby.people['Kaya'] ?? '')), null);
});

test('a person who comes back under the old number is the same person', async () => {
  const kaya = (await standing(lene)).employments.find((job) => job.personId === fjordby.people['Kaya']);
  assert.ok(kaya);
  const id = await upload(lene, [...(await today(lene)), { unitCode: '4', number: kaya.number, name: 'Kaya Krog' }]);
  await acceptIntake(lene, id, { confirmed: false });
  assert.equal((await lene.read((tx) => personFacts(tx, fjordby.people['Kaya'] ?? '')))?.name, 'Kaya Krog');
});

test('when two people accept at once the second is told, and nothing the first did is lost', async () => {
  const rows = await today(lene);
  const first = await upload(lene, [...rows, { unitCode: '4', number: 'a-1', name: 'Agnes' }]);
  const second = await upload(lene, [...rows, { unitCode: '4', number: 'b-1', name: 'Bjarke' }]);
  const outcomes = await Promise.allSettled([
    acceptIntake(lene, first, { confirmed: false }),
    acceptIntake(lene, second, { confirmed: false }),
  ]);
  const refusedOnes = outcomes.filter((outcome) => outcome.status === 'rejected');
  assert.equal(refusedOnes.length, 1);
  assert.ok(isProblem('conflict')(refusedOnes[0]?.reason));
  const names = (await live(lene)).persons.map((person) => person.name);
  const [kept, waiting, id] = names.includes('Agnes') ? ['Agnes', 'Bjarke', second] : ['Bjarke', 'Agnes', first];
  assert.equal(names.includes(waiting), false);
  const { changes } = await lene.read((tx) => intakeChanges(tx, id, { search: '', kind: 'employment', change: '' }, 1, 50));
  assert.deepEqual(
    changes.map((change) => [change.name, change.change]),
    [
      [waiting, 'new'],
      [kept, 'ended'],
    ],
  );
  await assert.rejects(acceptIntake(lene, id === first ? second : first, { confirmed: true }), isProblem('conflict'));
});

test('a file that ends more than one in ten has to be confirmed', async () => {
  const before = await standing(lene);
  const rows = (await today(lene)).filter((row) => !['Amina', 'Bo', 'Carla', 'Dorte'].includes(row.name ?? ''));
  const id = await upload(lene, rows);
  await assert.rejects(acceptIntake(lene, id, { confirmed: false }), isProblem('invalid'));
  assert.deepEqual(await standing(lene), before);
  await acceptIntake(lene, id, { confirmed: true });
  assert.equal(
    (await live(lene)).persons.some((person) => person.name === 'Amina'),
    false,
  );
});

test('a file with an error is shown, and cannot be accepted however it is asked for', async () => {
  const before = await standing(lene);
  for (const extra of [
    { unitCode: '4', number: 'x', name: 'Xenia', parentCode: '99' },
    { unitCode: '9', unitName: 'Ny', parentCode: '9' },
  ]) {
    const id = await upload(lene, [...(await today(lene)), extra]);
    assert.equal((await lene.read((tx) => intake(tx, id)))?.summary.counts, null);
    await assert.rejects(acceptIntake(lene, id, { confirmed: true }), isProblem('invalid'));
  }
  const wide = await upload(lene, csvOf(await today(lene)).trimEnd() + ';for meget\r\n');
  await assert.rejects(acceptIntake(lene, wide, { confirmed: true }), isProblem('invalid'));
  await assert.rejects(upload(lene, 'a;b\n1;2'), isProblem('invalid'));
  assert.deepEqual(await standing(lene), before);
});

test('the last person with the role HR cannot be ended by a file', async () => {
  const id = await upload(
    lene,
    (await today(lene)).filter((row) => row.name !== 'Lene'),
  );
  assert.deepEqual((await lene.read((tx) => intake(tx, id)))?.problems.map((problem) => problem.code).includes('last_hr'), true);
  await assert.rejects(acceptIntake(lene, id, { confirmed: true }), isProblem('invalid'));
});

test('Rikke of Holmsted can neither see, accept nor discard an intake of Fjordby, and an employee can do none of it at home', async () => {
  const id = await upload(lene, await today(lene));
  const rikke = holmsted.member('Rikke');
  assert.equal(await rikke.read((tx) => intake(tx, id)), null);
  assert.equal((await rikke.read((tx) => intakeChanges(tx, id, { search: '', kind: '', change: '' }, 1, 50))).total, 0);
  for (const who of [rikke, fjordby.member('Amina'), fjordby.member('Birgitte'), fjordby.member('Tom')]) {
    await assert.rejects(acceptIntake(who, id, { confirmed: true }), isProblem('not_found'));
    await assert.rejects(discardIntake(who, id), isProblem('not_found'));
  }
  await assert.rejects(upload(fjordby.member('Henrik'), [{ unitCode: '1' }]), isProblem('not_found'));
  await discardIntake(lene, id);
  assert.equal(await lene.read((tx) => intake(tx, id)), null);
});

// npm test takes a tenth; npm run test:all the largest there is.
const UNITS = WHOLE_MATRIX ? 2500 : 250;
test(`${UNITS * 15} employees in ${UNITS} units are shown and accepted, and the next file changes what it says`, async (context) => {
  const rikke = holmsted.member('Rikke');
  const rows: CsvRow[] = [
    {
      unitCode: 'u0',
      unitName: 'Holmsted',
      number: 'n0',
      name: 'Preben',
      leads: 'ja',
      level: '1',
      email: 'preben@holmsted.example',
    },
  ];

  for (let unit = 1; unit <= UNITS; unit++) {
    const parentCode = `u${Math.floor((unit - 1) / 12)}`;
    for (let job = 0; job < 15; job++)
      rows.push({
        unitCode: `u${unit}`,
        unitName: `Enhed ${unit}`,
        parentCode,
        number: `n${unit}-${job}`,
        name: `Person ${unit} ${job}`,
        title: 'Pædagog',
        ...(job === 0 ? { leads: 'ja', level: '4' } : {}),
      });
  }
  // Today's people stay, Rikke of HR among them.
  rows.push(...(await today(rikke)));
  const started = performance.now();
  const id = await upload(rikke, rows);
  const shown = performance.now();
  const summary = (await rikke.read((tx) => intake(tx, id)))?.summary;
  assert.equal(summary?.errors, 0);
  assert.deepEqual(summary?.counts?.unit.new, UNITS + 1);
  await acceptIntake(rikke, id, { confirmed: true });
  const accepted = performance.now();
  context.diagnostic(
    `${rows.length} rows: shown after ${Math.round(shown - started)} ms, accepted after ${Math.round(accepted - shown)} ms`,
  );
  assert.equal((await live(rikke)).leaderships.length, UNITS + 2);
  const again = await upload(
    rikke,
    rows.filter((row) => row.number !== 'n7-3').map((row) => (row.unitCode === 'u9' ? { ...row, title: 'Lærer' } : row)),
  );
  assert.deepEqual((await countsOf(rikke, again))?.employment.ended, 1);
  assert.deepEqual((await countsOf(rikke, again))?.employment.changed, 15);
  await acceptIntake(rikke, again, { confirmed: false });
});
