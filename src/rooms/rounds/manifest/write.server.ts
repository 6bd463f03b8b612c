import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { environment } from '#environment';
import { canonicalHash, canonicalJson } from '#base/canonical-json.ts';
import { curvePoint } from '#base/curve-key.ts';
import { Problem } from '#base/errors.ts';
import { now } from '#base/time.ts';
import { secret } from '#database/secrets.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { answerBundle, closingOf, latestManifest, urnKeys } from './read.server.ts';
import { bindings, extendedHead, inOrder } from './rules.ts';
import { MANIFEST_FORM, type ManifestBody, type ManifestGroup, type ManifestHead, type ManifestNode } from './schema.ts';

/** Tells the urn to make a round's keys. */
export async function announce(tx: Tx, roundId: string): Promise<void> {
  await tx
    .insertInto('handover.announcements')
    .values({ organisation_id: await organisationOf(tx), round_id: roundId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Freezes and signs what the round was launched with: its first manifest. Does nothing when it already stands. */
export async function signManifest(tx: Tx, roundId: string): Promise<{ hash: Buffer }> {
  const standing = await latestManifest(tx, roundId);
  if (standing !== null) return { hash: standing.hash };
  const nodes = await manifestNodes(tx, roundId);
  const groups = await manifestGroups(tx, roundId);
  const rules = await frozenRules(tx, roundId);
  const head: ManifestHead = { ...rules.head, ...(await frozenKeys(tx, roundId)), ...bindings(nodes, groups) };
  return insert(tx, { head, nodes, groups }, rules.closesAt);
}

/** Moves the closing, once and before it has come. Groups, keys and rules stay what they were. */
export async function extendClosing(tx: Tx, roundId: string, closesAt: Date): Promise<{ hash: Buffer }> {
  const manifest = await latestManifest(tx, roundId);
  const closing = await closingOf(tx, roundId);
  if (manifest === null || closing === null || manifest.head.number !== 1) throw new Problem('conflict');
  if (closing.closesAt <= now() || closesAt <= manifest.closesAt) throw new Problem('closed');
  return insert(tx, { head: extendedHead(manifest.head, closesAt), nodes: manifest.nodes, groups: manifest.groups }, closesAt);
}

/** Closes a round before its time. Never taken back. */
export async function closeEarly(tx: Tx, roundId: string, reason: string): Promise<void> {
  await tx
    .insertInto('handover.closures')
    .values({ organisation_id: await organisationOf(tx), round_id: roundId, closed_at: now(), reason })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function insert(tx: Tx, body: ManifestBody, closesAt: Date): Promise<{ hash: Buffer }> {
  const key = signingKey();
  const hash = canonicalHash(body.head);
  await tx
    .insertInto('handover.manifests')
    .values({
      organisation_id: body.head.organisation,
      round_id: body.head.round,
      head: body.head.number,
      body: canonicalJson(body),
      hash,
      signature: sign('sha256', Buffer.from(canonicalJson(body.head)), { key, dsaEncoding: 'ieee-p1363' }),
      signing_key: curvePoint(createPublicKey(key)),
      closes_at: closesAt,
    })
    .execute();
  return { hash };
}

async function frozenRules(tx: Tx, roundId: string) {
  const round = await tx
    .selectFrom('rounds')
    .select(['k', 'middle', 'closes_at', 'superior_sees', 'hr_sees', 'employees_see'])
    .where('id', '=', roundId)
    .executeTakeFirst();
  if (round === undefined || round.closes_at === null) throw new Problem('conflict');
  const questions = await tx
    .selectFrom('round_questions')
    .select(['code', 'theme', 'theme_name', 'wording'])
    .where('round_id', '=', roundId)
    .orderBy('position')
    .execute();
  if (questions.length === 0) throw new Problem('conflict');
  const head = {
    form: MANIFEST_FORM,
    organisation: await organisationOf(tx),
    round: roundId,
    number: 1,
    previous: null,
    k: round.k,
    middle: round.middle === 'shares' ? 'shares' : 'mean',
    closesAt: round.closes_at.toISOString(),
    superiorSees: round.superior_sees,
    hrSees: round.hr_sees,
    employeesSee: round.employees_see,
    questions: questions.map(({ code, theme }) => ({ code, type: 'likert5' as const, theme })),
    questionnaire: canonicalHash(questions).toString('base64url'),
    bundle: answerBundle.integrity,
  } as const;
  return { head, closesAt: round.closes_at };
}

async function frozenKeys(tx: Tx, roundId: string): Promise<Pick<ManifestHead, 'encryptionKey' | 'receiptKey'>> {
  const keys = await urnKeys(tx, roundId);
  if (keys === null) throw new Problem('conflict');
  return { encryptionKey: keys.encryptionKey.toString('base64url'), receiptKey: keys.receiptKey.toString('base64url') };
}

async function manifestNodes(tx: Tx, roundId: string): Promise<ManifestNode[]> {
  const rows = await tx
    .selectFrom('round_nodes as n')
    .innerJoin('round_groups as g', (join) =>
      join
        .onRef('g.organisation_id', '=', 'n.organisation_id')
        .onRef('g.round_id', '=', 'n.round_id')
        .onRef('g.node_id', '=', 'n.id')
        .on('g.leader_id', 'is', null),
    )
    .select(['n.id', 'n.parent_id as parent', 'g.id as pool'])
    .where('n.round_id', '=', roundId)
    .execute();
  return inOrder(rows);
}

/** Only groups that somebody is invited to: each must have its key by now. */
async function manifestGroups(tx: Tx, roundId: string): Promise<ManifestGroup[]> {
  const rows = await tx
    .selectFrom('round_groups as g')
    .leftJoin('round_keys as k', (join) =>
      join
        .onRef('k.organisation_id', '=', 'g.organisation_id')
        .onRef('k.round_id', '=', 'g.round_id')
        .onRef('k.group_id', '=', 'g.id'),
    )
    .select(['g.id', 'g.node_id', 'g.leader_id', 'g.invited', 'k.public_key'])
    .where('g.round_id', '=', roundId)
    .where('g.invited', '>', 0)
    .execute();
  return inOrder(rows).map((row) => {
    if (row.public_key === null) throw new Problem('conflict');
    return {
      id: row.id,
      node: row.node_id,
      pool: row.leader_id === null,
      invited: row.invited,
      key: row.public_key.toString('base64url'),
    };
  });
}

/** The installation's own key, which signs manifests and nothing else. */
function signingKey(): KeyObject {
  const text = secret(environment.dataDir, 'manifest-signing-key', () =>
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
  );
  return createPrivateKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'pkcs8' });
}
