// A round that is open for ballots, as it stands after a launch: its groups have keys, its manifest is signed, the urn knows it.
import { generateKeyPairSync } from 'node:crypto';
import pg from 'pg';
import { environment } from '#environment';
import { newBlindId, newId } from '#base/ids.ts';
import { secret } from '#database/secrets.ts';
import type { Tenant } from '#database/tenant.ts';
import { announce, signManifest } from '#rooms/rounds/manifest/write.server.ts';
import { latestManifest } from '#rooms/rounds/manifest/read.server.ts';
import { waitForUrnKeys } from '#rooms/rounds/tokens/commands.server.ts';
import { keyOwner, sealPrivateKey, TOKEN_KEY_BITS } from '#rooms/rounds/tokens/keys/rules.ts';
import { keepGroupKeys } from '#rooms/rounds/tokens/write.server.ts';

/** A group of the round with the private key its tokens are signed with (PKCS#8). */
export type SigningGroup = { id: string; privateKey: Buffer };
export type PlannedRound = { roundId: string; groups: SigningGroup[] };

export const QUESTIONS = 40;
const GROUPS = 8;

/** Writes an organisation with a round of forty questions and eight groups. Returns the organisation's number too. */
export async function planRound(ownerUrl: string): Promise<PlannedRound & { organisation: number }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const made = await client.query<{ id: number }>(
      `insert into organisations (slug, name) values ('maaling', 'Måling') returning id`,
    );
    const organisation = made.rows[0]?.id ?? 0;
    await client.query(`select set_config('app.organisation', $1, false)`, [String(organisation)]);
    const insert = async (table: string, row: Record<string, unknown>) => {
      const columns = ['organisation_id', ...Object.keys(row)];
      const places = columns.map((_, at) => `$${at + 1}`).join(', ');
      await client.query(`insert into ${table} (${columns.join(', ')}) values (${places})`, [
        organisation,
        ...Object.values(row),
      ]);
    };
    const roundId = await insertRound(insert);
    const groups: SigningGroup[] = [];
    for (let at = 0; at < GROUPS; at++) groups.push(await insertGroup(insert, roundId, at));
    return { organisation, roundId, groups };
  } finally {
    await client.end();
  }
}

type Insert = (table: string, row: Record<string, unknown>) => Promise<void>;

async function insertRound(insert: Insert): Promise<string> {
  const [framework, version, round] = [newId(), newId(), newId()];
  await insert('frameworks', { id: framework, title: 'Ledelse' });
  await insert('framework_versions', { id: version, framework_id: framework, number: 1, title: 'Ledelse' });
  const closes = new Date(Date.now() + 24 * 3600 * 1000);
  await insert('rounds', { id: round, version_id: version, title: 'Måling', created_by: newId(), closes_at: closes });
  for (let question = 1; question <= QUESTIONS; question++) {
    const words = { other: `Udsagn ${question}`, self: `Udsagn ${question}`, superior: `Udsagn ${question}` };
    await insert('round_questions', {
      round_id: round,
      code: `q${question}`,
      position: question,
      theme: `t${question % 8}`,
      theme_name: JSON.stringify({ da: `Tema ${question % 8}` }),
      wording: JSON.stringify({ da: words }),
    });
  }
  return round;
}

async function insertGroup(insert: Insert, roundId: string, at: number): Promise<SigningGroup> {
  const [node, pool, leader, group] = [newBlindId(), newBlindId(), newBlindId(), newBlindId()];
  await insert('round_nodes', {
    round_id: roundId,
    id: node,
    parent_id: null,
    unit_code: String(at),
    name: `Enhed ${at}`,
    depth: 0,
  });
  await insert('round_groups', { round_id: roundId, id: pool, node_id: node, leader_id: null, invited: 0 });
  const person = { person_id: newId(), superior_id: null, name: `Leder ${at}`, title: 'Leder', level: 1 };
  await insert('round_leaders', { round_id: roundId, id: leader, node_id: node, ...person });
  await insert('round_groups', { round_id: roundId, id: group, node_id: node, leader_id: leader, invited: 2000 });
  return { id: group, privateKey: newSigningKey() };
}

function newSigningKey(): Buffer {
  const pair = generateKeyPairSync('rsa', { modulusLength: TOKEN_KEY_BITS });
  return pair.privateKey.export({ type: 'pkcs8', format: 'der' });
}

/** Makes the round ready the way a launch does. The urn must be running. Returns the key that answers are sealed for. */
export async function readyRound(
  tenant: Tenant,
  round: PlannedRound,
  publicKeyOf: (key: Buffer) => Buffer,
): Promise<Uint8Array<ArrayBuffer>> {
  const { roundId } = round;
  await tenant.transaction((tx) => announce(tx, roundId));
  const sealing = secret(environment.dataDir, 'group-keys');
  const keys = round.groups.map((group) => ({
    groupId: group.id,
    publicKey: publicKeyOf(group.privateKey),
    sealedPrivateKey: sealPrivateKey(sealing, keyOwner(tenant.organisation, roundId, group.id), group.privateKey),
  }));
  await tenant.transaction((tx) => keepGroupKeys(tx, roundId, keys));
  if (!(await waitForUrnKeys(tenant, roundId))) throw new Error('the urn has made no keys');
  await tenant.transaction((tx) => signManifest(tx, roundId));
  const manifest = await tenant.transaction((tx) => latestManifest(tx, roundId));
  if (manifest === null) throw new Error('the round has no manifest');
  return Uint8Array.from(Buffer.from(manifest.head.encryptionKey, 'base64url'));
}
