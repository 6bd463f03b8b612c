import assert from 'node:assert/strict';
import test, { after } from 'node:test';
import { newId } from '#base/ids.ts';
import { mintTenant } from '#database/tenant.ts';
import { insertPeople } from '#rooms/people/write.server.ts';
import { freshDatabase } from '../../../tests/database.ts';
import { playRound, times } from '../../../tests/played-round.ts';
import { releaseResults } from './results.release.ts';

const database = await freshDatabase();
after(() => database.close());

test('when results are frozen, Bo and his leader Karen get a mail without figures; Ole, who had too few answers, gets none; and once only', async () => {
  const played = await playRound(database, {
    slug: 'fjordby',
    themes: { tillid: ['q1', 'q2'] },
    units: [
      { name: 'Børn', leader: 'Karen Krog', ballots: times(2, [4, 4]) },
      { name: 'Solsikken', under: 'Børn', leader: 'Bo Bang', ballots: times(8, [3, 4]) },
      { name: 'Havkatten', under: 'Børn', leader: 'Ole Olsen', ballots: times(3, [2, 2]) },
    ],
  });
  const tenant = mintTenant(database.as.worker, played.organisation);
  const unit = newId();
  await tenant.transaction((tx) =>
    insertPeople(tx, {
      units: [{ id: unit, code: 'A', name: 'Børn', parentId: null }],
      persons: [...played.persons].map(([name, id]) => ({
        id,
        name,
        email: `${name.split(' ')[0]?.toLowerCase()}@fjordby.example`,
        language: 'da' as const,
      })),
      employments: [...played.persons.values()].map((personId, i) => ({
        id: newId(),
        personId,
        unitId: unit,
        number: String(i),
        title: 'Leder',
      })),
    }),
  );
  const job = () =>
    releaseResults({ tenant, connection: database.as.worker }, { organisation: played.organisation, round: played.round });
  await job();
  await job();
  const letters = await tenant.transaction((tx) =>
    tx.selectFrom('messages').select(['template', 'address', 'parameters']).orderBy('address').execute(),
  );
  assert.deepEqual(
    letters.map((letter) => [letter.template, letter.address]),
    [
      ['release_ready', 'bo@fjordby.example'],
      ['release_ready', 'karen@fjordby.example'],
    ],
  );
  assert.deepEqual(Object.keys(letters[0]?.parameters as object).sort(), ['link', 'name', 'round']);
  assert.match((letters[0]?.parameters as { link: string }).link, /\/fjordby\/rounds\/[0-9a-f-]{36}\/results$/);
});
