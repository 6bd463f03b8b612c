import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { freshDatabase, type TestDatabase } from '../../tests/database.ts';
import { makeOperatorLink } from './operator-link.ts';

let database: TestDatabase;
before(async () => {
  database = await freshDatabase();
});
after(() => database.close());

test('the page makes a link for an operator it knows, and only the command line adds one', async () => {
  const { web, worker } = database.as;
  assert.equal(await makeOperatorLink(web.kysely, 'drift@fjordby.example'), null);
  await assert.rejects(makeOperatorLink(web.kysely, 'drift@fjordby.example', { add: true }), /permission denied/);
  assert.match(
    (await makeOperatorLink(worker.kysely, 'Drift@Fjordby.example', { add: true })) ?? '',
    /^\/operator\/sign-in\/0\.[\w-]{43}$/,
  );
  assert.equal(await makeOperatorLink(web.kysely, ''), null);
});

test('of a link only the hash is kept, and a stranger who asks again and again fills nobody’s mailbox', async () => {
  const path = (await makeOperatorLink(database.as.worker.kysely, 'drift@fjordby.example', { add: true })) ?? '';
  const rows = await database.as.worker.kysely.selectFrom('operators').select(['link_hash']).execute();
  assert.deepEqual(
    rows.map((row) => row.link_hash),
    [
      createHash('sha256')
        .update(path.split('/').at(-1) ?? '')
        .digest(),
    ],
  );
  assert.equal(await makeOperatorLink(database.as.web.kysely, 'drift@fjordby.example'), null);
});
