import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { daysAfter, now, secondsAfter } from '#base/time.ts';
import { settleCast, type CastTown } from '../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../tests/database.ts';
import { createSession, sessionPerson } from './sessions.server.ts';
import { readBearer } from './secrets.server.ts';

let database: TestDatabase;
let fjordby: CastTown;

before(async () => {
  database = await freshDatabase();
  ({ fjordby } = await settleCast(database));
});
after(() => database.close());

it('whoever signs in clears away what has ended, and nobody is signed out by it', async () => {
  const [amina, bo] = [fjordby.people.Amina ?? '', fjordby.people.Bo ?? ''];
  const bosSession = await createSession(fjordby.web, bo);
  const organisation = fjordby.organisation.id;
  const hash = (byte: number) => Buffer.alloc(32, byte);
  await fjordby.web.transaction(async (tx) => {
    const row = { organisation_id: organisation, person_id: amina };
    const ended = { ...row, hash: hash(1), last_seen_at: daysAfter(now(), -8), expires_at: daysAfter(now(), -1) };
    const idle = { ...row, hash: hash(2), last_seen_at: secondsAfter(now(), -9 * 3600), expires_at: daysAfter(now(), 5) };
    await tx.insertInto('sessions').values([ended, idle]).execute();
    await tx
      .insertInto('sign_in_links')
      .values([
        { ...row, hash: hash(3), expires_at: daysAfter(now(), -2) },
        { ...row, hash: hash(4), expires_at: secondsAfter(now(), 600) },
      ])
      .execute();
    await tx
      .insertInto('attempts')
      .values({ organisation_id: organisation, kind: 'link', subject: hash(5), started_at: daysAfter(now(), -2), count: 3 })
      .execute();
  });
  await createSession(fjordby.web, amina);
  const left = await fjordby.web.transaction(async (tx) => ({
    sessions: (await tx.selectFrom('sessions').select('person_id').execute()).map((row) => row.person_id),
    links: (await tx.selectFrom('sign_in_links').select('hash').execute()).map((row) => row.hash.toString('hex')),
    attempts: await tx.selectFrom('attempts').select('kind').execute(),
  }));
  assert.deepEqual(left.sessions.sort(), [amina, bo].sort());
  assert.deepEqual(left.links, [hash(4).toString('hex')]);
  assert.deepEqual(left.attempts, []);
  const bearer = readBearer(bosSession) ?? assert.fail();
  assert.equal(await sessionPerson(fjordby.web, bearer.hash), bo);
});
