import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { mintTenant } from '#database/tenant.ts';
import { assembleBallot, ballotPoint, newBallotKey, sealAnswers } from '#rooms/ballots/client/ballot.ts';
import { cast, resume } from '#rooms/ballots/client/cast.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { newBrowser, openRound, startUrn, type Browser, type OpenRound } from '../../../../tests/open-round.ts';
import { BALLOT_BYTES, tokenMessage } from '../schema.ts';

let database: TestDatabase;
let fjordby: CastTown;
let running: Awaited<ReturnType<typeof startUrn>>;
let round: OpenRound;
let other: OpenRound;

before(async () => {
  database = await freshDatabase();
  ({ fjordby } = await settleCast(database));
  running = await startUrn(database);
  round = await openRound(fjordby, running);
  other = await openRound(fjordby, running);
});
after(async () => {
  await running.stop();
  await database.close();
});

const envelopes = () =>
  mintTenant(database.as.urn, fjordby.organisation.id).transaction((tx) =>
    tx.selectFrom('urn.envelopes').select(['nullifier', 'version']).where('round_id', '=', round.id).execute(),
  );

/** The last ballot a browser sent, as bytes: what an attacker on the line would have. */
async function sentBallot(browser: Browser, answers: number[]): Promise<Uint8Array<ArrayBuffer>> {
  let sent: Uint8Array<ArrayBuffer> | null = null;
  const reply = await cast(browser.manifest, answers, {
    ...browser.ports,
    sendBallot: (ballot) => {
      sent = ballot;
      return browser.ports.sendBallot(ballot);
    },
  });
  assert.equal(reply.kind, 'kept');
  return sent ?? assert.fail('nothing was sent');
}

const take = (bytes: Uint8Array, where = round) => round.urn.take(fjordby.organisation.id, where.id, bytes);

describe('a ballot', () => {
  it('is kept once, and every ballot has the same length', async () => {
    const ballot = await sentBallot(await round.browser('Amina'), [4, 0, 255]);
    assert.equal(ballot.length, BALLOT_BYTES);
    assert.equal((await sentBallot(await round.browser('Bo'), [5, 5, 5])).length, BALLOT_BYTES);
  });

  it('sent twice, also in the same moment, gets the very same receipt', async () => {
    const ballot = await sentBallot(await round.browser('Carla'), [1, 2, 3]);
    const replies = await Promise.all([take(ballot), take(ballot), take(ballot)]);
    for (const reply of replies) assert.deepEqual(reply, { ...replies[0], status: 200 });
    assert.equal((await envelopes()).length, 3);
  });

  it('can be changed with the same key and a higher version; the old one never comes back', async () => {
    const browser = await round.browser('Dorte');
    const first = await sentBallot(browser, [1, 1, 1]);
    const second = await sentBallot(browser, [2, 2, 2]);
    const outdated = await take(first);
    assert.equal(outdated.status, 409);
    const held = await take(second);
    assert.deepEqual(outdated.body, { problem: 'outdated', ...held.body });
    assert.equal((await browser.kept())?.version, 2);
  });

  it('of the highest version wins when several come together', async () => {
    const browser = await round.browser('Erik');
    await sentBallot(browser, [3, 3, 3]);
    const kept = (await browser.kept()) ?? assert.fail();
    const versions = await Promise.all(
      [7, 5, 9, 6].map(async (version) => {
        const sealed = await sealAnswers(browser.manifest.encryptionKey, kept.token.message, version, [4, 4, 4]);
        return assembleBallot(kept.key, {
          token: kept.token.message,
          tokenSignature: kept.tokenSignature ?? assert.fail(),
          version,
          sealed,
        });
      }),
    );
    const replies = await Promise.all(versions.map((ballot) => take(ballot)));
    assert.equal(replies[2]?.status, 200);
    const again = await Promise.all(versions.map((ballot) => take(ballot)));
    assert.deepEqual(
      again.map((reply) => reply.status),
      [409, 409, 200, 409],
    );
  });

  it('pressed later in another tab counts, whatever version this tab knew', async () => {
    const browser = await round.browser('Farid');
    await sentBallot(browser, [1, 1, 1]);
    const stale = (await browser.kept()) ?? assert.fail();
    await sentBallot(browser, [2, 2, 2]);
    let kept = stale;
    const tab = { ...browser.ports, recall: async () => kept, keep: async (next: typeof kept) => void (kept = next) };
    const reply = await cast(browser.manifest, [3, 3, 3], tab);
    assert.equal(reply.kind, 'kept');
    assert.equal(kept.version, 3);
  });
});

describe('the urn refuses', () => {
  it('a ballot of the wrong length', async () => {
    for (const length of [0, 1, BALLOT_BYTES - 1, BALLOT_BYTES + 1]) assert.equal((await take(randomBytes(length))).status, 400);
    assert.equal((await take(randomBytes(BALLOT_BYTES))).status, 400);
  });

  it('a token of another round, and a round that is not there', async () => {
    const ballot = await sentBallot(await other.browser('Gitte'), [1, 2, 3]);
    assert.deepEqual(await take(ballot, round), { status: 400, body: { problem: 'token' } });
    const nowhere = await round.urn.take(fjordby.organisation.id + 1, other.id, ballot);
    assert.deepEqual(nowhere, { status: 404, body: { problem: 'unknown_round' } });
  });

  it('a token for a group that is not in the manifest, or signed for another group', async () => {
    const browser = await round.browser('Gitte');
    await sentBallot(browser, [1, 2, 3]);
    const kept = (await browser.kept()) ?? assert.fail();
    const key = await newBallotKey();
    const point = await ballotPoint(key);
    const pooled = await newBrowser(fjordby, round.urn, round.id, 'Lene').catch(() => null);
    for (const group of [crypto.randomUUID(), pooled?.manifest.group ?? crypto.randomUUID()]) {
      const token = tokenMessage(crypto.getRandomValues(new Uint8Array(32)), { round: round.id, group, ballotKey: point });
      const sealed = await sealAnswers(browser.manifest.encryptionKey, token, 1, [1, 1, 1]);
      const forged = await assembleBallot(key, {
        token,
        tokenSignature: kept.tokenSignature ?? assert.fail(),
        version: 1,
        sealed,
      });
      assert.deepEqual(await take(forged), { status: 403, body: { problem: 'token' } });
    }
  });

  it('a ballot whose signature, seal, version or token was changed on the way', async () => {
    const ballot = await sentBallot(await round.browser('Hans'), [1, 2, 3]);
    for (const place of [0, 40, 60, 140, 400, 600, BALLOT_BYTES - 1]) {
      const changed = Uint8Array.from(ballot);
      changed[place] = (changed[place] ?? 0) ^ 1;
      const { status } = await take(changed);
      assert.ok(status === 400 || status === 403, `byte ${place} was taken with ${status}`);
    }
    assert.equal((await take(ballot)).status, 200);
  });
});

describe('the register', () => {
  it('gives one token per person: another message is refused, the identical one gets the identical answer', async () => {
    const bo = await round.browser('Bo');
    const kept = (await bo.kept()) ?? assert.fail();
    const first = await bo.ports.askToken(kept.token.blinded);
    const again = await bo.ports.askToken(kept.token.blinded);
    assert.equal(first.kind, 'signed');
    assert.deepEqual(again, first);
    const phone = await newBrowser(fjordby, round.urn, round.id, 'Bo');
    assert.deepEqual(await cast(phone.manifest, [1, 1, 1], phone.ports), { kind: 'taken' });
  });

  it('gives one token to two devices that ask in the same moment', async () => {
    const devices = await Promise.all([1, 2].map(() => newBrowser(fjordby, other.urn, other.id, 'Amina')));
    const replies = await Promise.all(devices.map((device) => cast(device.manifest, [5, 5, 5], device.ports)));
    assert.deepEqual(replies.map((reply) => reply.kind).sort(), ['kept', 'taken']);
  });

  it('refuses a blinded message that is none', async () => {
    const dorte = await newBrowser(fjordby, other.urn, other.id, 'Dorte');
    assert.deepEqual(await dorte.ports.askToken(new Uint8Array(256).fill(255)), { kind: 'refused', problem: 'invalid' });
    assert.deepEqual(await dorte.ports.askToken(new Uint8Array(17)), { kind: 'refused', problem: 'invalid' });
    assert.equal((await cast(dorte.manifest, [1, 1, 1], dorte.ports)).kind, 'kept');
  });
});

describe('a browser that breaks off', () => {
  for (const moment of [
    'before the register answers',
    'after the register has answered',
    'after the urn has kept the ballot',
  ] as const)
    it(`${moment} sends the same ballot at the next visit`, async () => {
      const name = {
        'before the register answers': 'Carla',
        'after the register has answered': 'Erik',
        'after the urn has kept the ballot': 'Farid',
      }[moment];
      const browser = await newBrowser(fjordby, other.urn, other.id, name);
      const lost = () => Promise.reject(new Error('the lid was closed'));
      const ports = {
        ...browser.ports,
        askToken: async (blinded: Uint8Array) => {
          const reply = await browser.ports.askToken(blinded);
          return moment === 'before the register answers' ? lost() : reply;
        },
        sendBallot: async (ballot: Uint8Array<ArrayBuffer>) => {
          if (moment === 'after the urn has kept the ballot') await browser.ports.sendBallot(ballot);
          return lost();
        },
      };
      await assert.rejects(cast(browser.manifest, [2, 3, 4], ports), /lid/);
      const reply = await resume(browser.manifest, browser.ports);
      assert.equal(reply?.kind, 'kept');
      assert.equal(await resume(browser.manifest, browser.ports), null);
      assert.equal((await browser.kept())?.version, 1);
    });
});
