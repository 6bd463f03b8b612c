import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Problem } from '#base/errors.ts';
import { daysAfter, now } from '#base/time.ts';
import { curvePoint } from '#base/curve-key.ts';
import { demoFramework } from '#demo/framework.ts';
import { createFromDraft } from '#rooms/frameworks/write.server.ts';
import { generateKeyPairSync } from 'node:crypto';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, withOwner, type TestDatabase } from '../../../../tests/database.ts';
import { closeRound, extendRound, sealRound } from '../closing/commands.server.ts';
import { printLetters } from '../invitations/commands.server.ts';
import { prepareRound } from '../preparation/commands.server.ts';
import { setQuestions } from '../questions/write.server.ts';
import { roundFacts, roundGroups, roundLeaders, roundNodes } from '../read.server.ts';
import { remindRound, sendReminder } from '../reminders/commands.server.ts';
import { remindersOf } from '../reminders/read.server.ts';
import { countResponses } from '../response/commands.server.ts';
import { responseRows } from '../response/read.server.ts';
import { createRound } from '../write.server.ts';
import { launchRound, retryPreparation } from './commands.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let versionId: string;
let statement: string;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  const made = await fjordby.worker.transaction((tx) => createFromDraft(tx, demoFramework('2026-05'), { publish: true }));
  versionId = made.versionId;
  statement = made.statementIds.get('kursen-er-klar/mening/forklarer-formaalet') ?? assert.fail();
});
after(() => database.close());

const words = {
  other: 'Min leder forklarer formålet.',
  self: 'Jeg forklarer formålet.',
  superior: 'Lederen forklarer formålet.',
};
const information = { purpose: 'a', legalBasis: 'b', contact: 'c', recipients: 'd', retention: 'e', categories: 'f' };
const is = (code: string) => (error: unknown) => error instanceof Problem && error.code === code;
const lene = () => fjordby.member('Lene');
const facts = (id: string) => fjordby.web.transaction((tx) => roundFacts(tx, id));
const rows = async <T>(text: string, id: string) =>
  withOwner(database.ownerUrl, async (client) => {
    await client.query(`select set_config('app.organisation', $1, false)`, [String(fjordby.organisation.id)]);
    return (await client.query(text, [id])).rows as T[];
  });

async function draft(changes: Partial<Parameters<typeof createRound>[1]> = {}): Promise<string> {
  return fjordby.web.transaction(async (tx) => {
    const id = await createRound(tx, {
      versionId,
      title: 'Måling',
      createdBy: fjordby.people['Lene'] ?? '',
      closesAt: daysAfter(now(), 14),
      information,
      ...changes,
    });
    const name = { da: 'Mening', en: 'Meaning' };
    await setQuestions(tx, id, [
      { theme: statement, themeName: name, wording: { da: words, en: words }, itemId: null, statements: [statement] },
    ]);
    return id;
  });
}

/** The urn's part: its public keys, as the urn process writes them. */
async function urnAnswers(id: string): Promise<void> {
  const point = () => curvePoint(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).publicKey);
  await withOwner(database.urls.urn, async (client) => {
    await client.query(`select set_config('app.organisation', $1, false)`, [String(fjordby.organisation.id)]);
    await client.query(
      'insert into handover.urn_keys (organisation_id, round_id, encryption_key, receipt_key) values ($1, $2, $3, $4)',
      [fjordby.organisation.id, id, point(), point()],
    );
  });
}

async function openRound(): Promise<string> {
  const id = await draft();
  await launchRound(lene(), id);
  await urnAnswers(id);
  await prepareRound(fjordby.worker, id);
  return id;
}

test('a round without a closing, or with an empty piece of information, cannot be launched', async () => {
  for (const changes of [
    { closesAt: null },
    { closesAt: daysAfter(now(), -1) },
    { information: { ...information, retention: ' ' } },
  ]) {
    const id = await draft(changes);
    await assert.rejects(launchRound(lene(), id), is('conflict'));
    assert.equal((await facts(id))?.status, 'draft');
  }
});

test('only HR and editors launch, and nobody from another organisation', async () => {
  const id = await draft();
  for (const name of ['Mette', 'Amina', 'Tom', 'Birgitte'])
    await assert.rejects(launchRound(fjordby.member(name), id), is('not_found'));
  await assert.rejects(launchRound(holmsted.member('Rikke'), id), is('not_found'));
});

test('two people who press at the same moment launch once', async () => {
  const id = await draft();
  await Promise.all([launchRound(lene(), id), launchRound(lene(), id), launchRound(lene(), id)]);
  const raters = await rows<{ n: string }>('select count(*) as n from round_raters where round_id = $1', id);
  assert.equal(Number(raters[0]?.n), 16);
  assert.equal((await facts(id))?.status, 'preparing');
});

test('the snapshot asks each person once, in groups of at least five, with random ids', async () => {
  const id = await draft();
  await launchRound(lene(), id);
  const [groups, leaders, nodes] = await fjordby.web.transaction(
    async (tx) => [await roundGroups(tx, id), await roundLeaders(tx, id), await roundNodes(tx, id)] as const,
  );
  for (const group of groups) assert.ok(group.invited === 0 || group.invited >= 5);
  const mette = leaders.find((leader) => leader.name === 'Mette');
  assert.equal(groups.find((group) => group.leaderId === mette?.id)?.invited, 8);
  assert.equal(
    groups.reduce((sum, group) => sum + group.invited, 0),
    16,
  );
  assert.equal(groups.filter((group) => group.leaderId === null).length, nodes.length);
  for (const one of [...groups, ...leaders, ...nodes]) assert.match(one.id, /^.{14}4/);
  assert.equal(leaders.find((leader) => leader.name === 'Jonas')?.superiorId, fjordby.people['Birgitte']);
});

test('what happens in the organisation after launch changes nothing in the round', async () => {
  const id = await draft();
  await launchRound(lene(), id);
  const before_ = await rows('select name, unit_name from round_raters where round_id = $1 order by id', id);
  await fjordby.worker.transaction((tx) => tx.updateTable('units').set({ name: 'Nyt navn' }).where('code', '=', '3').execute());
  assert.deepEqual(await rows('select name, unit_name from round_raters where round_id = $1 order by id', id), before_);
});

test('while the urn is silent the page says so, and a new try finishes it', async () => {
  const id = await draft();
  await launchRound(lene(), id);
  await assert.rejects(prepareRound(fjordby.worker, id, 0));
  assert.equal((await facts(id))?.failure, 'urn');
  await retryPreparation(lene(), id);
  assert.equal((await facts(id))?.failure, null);
  await urnAnswers(id);
  await prepareRound(fjordby.worker, id);
  assert.equal((await facts(id))?.status, 'open');
});

test('everybody is invited once, leaders also to answer with their name, even when preparing runs twice', async () => {
  const id = await openRound();
  await prepareRound(fjordby.worker, id);
  const title = (await facts(id))?.manifestHash?.slice(0, 4) ?? assert.fail();
  const mails = await rows<{ address: string; parameters: { kind: string; link: string; fingerprint?: string } }>(
    `select address, parameters from messages where template = 'invitation' and ($1::uuid is not null) and (parameters->>'kind' = 'named' or parameters->>'fingerprint' like '${title}%')`,
    id,
  );
  const confidential = mails.filter((mail) => mail.parameters.kind === 'confidential');
  assert.equal(confidential.length, 16);
  assert.equal(new Set(confidential.map((mail) => mail.parameters.link)).size, 16);
});

test('the link in the mail is the one the register knows by its hash, and only by its hash', async () => {
  const id = await openRound();
  const kept = await rows<{ link_hash: Buffer }>('select link_hash from round_raters where round_id = $1', id);
  for (const { link_hash } of kept) assert.equal(link_hash.length, 32);
});

test('a reminder goes to those without a token, tells only about how many, and not twice a day', async () => {
  const id = await openRound();
  await rows(`update round_raters set issued = true where round_id = $1 and name in ('Amina', 'Bo', 'Carla')`, id);
  await remindRound(lene(), id);
  const [reminder] = await fjordby.web.transaction((tx) => remindersOf(tx, id));
  await sendReminder(fjordby.worker, id, reminder?.id ?? '');
  await sendReminder(fjordby.worker, id, reminder?.id ?? '');
  const sent = await rows<{ address: string }>(
    `select address from messages where template = 'reminder' and parameters->>'kind' = 'confidential' and $1::uuid is not null`,
    id,
  );
  assert.equal(sent.length, 13);
  assert.ok(!sent.some((mail) => mail.address.startsWith('amina')));
  assert.equal((await fjordby.web.transaction((tx) => remindersOf(tx, id)))[0]?.sent, 10);
  await assert.rejects(remindRound(lene(), id), is('conflict'));
  await assert.rejects(remindRound(fjordby.member('Mette'), id), is('not_found'));
});

test('answers are counted in steps of five, once a day', async () => {
  const id = await openRound();
  await rows(
    `update round_raters set issued = true where round_id = $1 and name in ('Amina', 'Bo', 'Carla', 'Dorte', 'Erik', 'Farid')`,
    id,
  );
  await countResponses(fjordby.worker, id);
  await rows(`update round_raters set issued = true where round_id = $1`, id);
  await countResponses(fjordby.worker, id);
  const { rows: shown } = await fjordby.web.transaction((tx) => responseRows(tx, id));
  assert.equal(shown.find((row) => row.depth === 0)?.atLeast, 5);
  for (const row of shown) assert.equal(row.atLeast % 5, 0);
});

test('letters carry a code for each, whether or not they have answered, and leave a trail', async () => {
  const id = await openRound();
  const unit =
    (await rows<{ unit_name: string }>(`select unit_name from round_raters where round_id = $1 and name = 'Amina'`, id))[0]
      ?.unit_name ?? '';
  const first = await printLetters(lene(), id, { unitName: unit });
  await rows(`update round_raters set issued = true where round_id = $1 and name = 'Amina'`, id);
  const second = await printLetters(lene(), id, { unitName: unit });
  assert.deepEqual(first, second);
  assert.equal(new Set(first.map((letter) => letter.code)).size, first.length);
  await assert.rejects(printLetters(lene(), id, { unitName: null }), is('invalid'));
  await assert.rejects(printLetters(fjordby.member('Mette'), id, { unitName: unit }), is('not_found'));
});

test('the closing moves once and only later; the hash is new, groups and rules are not', async () => {
  const id = await openRound();
  const before_ = await facts(id);
  await assert.rejects(extendRound(lene(), id, daysAfter(now(), 3)), is('invalid'));
  await extendRound(lene(), id, daysAfter(now(), 20));
  const after_ = await facts(id);
  assert.ok(
    after_?.extended && after_.closesAt !== null && before_?.closesAt instanceof Date && after_.closesAt > before_.closesAt,
  );
  assert.notEqual(after_.manifestHash, before_.manifestHash);
  await assert.rejects(extendRound(lene(), id, daysAfter(now(), 30)), is('closed'));
});

test('a closed round is closed for good, and its keys are gone', async () => {
  const id = await openRound();
  const input = { reason: 'Alle har svaret', understood: 'on' as const };
  await assert.rejects(closeRound(fjordby.member('Mette'), id, input), is('not_found'));
  await closeRound(lene(), id, input);
  assert.equal((await facts(id))?.status, 'closed');
  await assert.rejects(closeRound(lene(), id, input), is('closed'));
  await assert.rejects(extendRound(lene(), id, daysAfter(now(), 30)), is('closed'));
  await assert.rejects(remindRound(lene(), id), is('closed'));
  await sealRound(fjordby.worker, id);
  const keys = await rows<{ sealed_private_key: Buffer | null }>(
    'select sealed_private_key from round_keys where round_id = $1',
    id,
  );
  assert.ok(keys.length > 0 && keys.every((key) => key.sealed_private_key === null));
});
