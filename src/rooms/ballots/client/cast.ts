import type { Receipt } from '../schema.ts';
import { assembleBallot, ballotPoint, checkReceipt, newBallotKey, sealAnswers } from './ballot.ts';
import { blindToken, finishToken, type BlindedToken } from './blind-token.ts';
import type { CheckedManifest } from './manifest-check.ts';

/** All that is remembered of one invitation between visits. Never an answer: those are sealed before they are kept. */
export type Kept = {
  group: string;
  key: CryptoKeyPair;
  token: BlindedToken;
  tokenSignature: Uint8Array | null;
  version: number;
  sealed: Uint8Array<ArrayBuffer> | null;
  receipt: Receipt | null;
};

export type TokenReply = { kind: 'signed'; signature: Uint8Array } | Setback;
export type UrnReply = { kind: 'kept'; receipt: Receipt } | { kind: 'outdated'; receipt: Receipt } | Setback;

/** Why it did not succeed this time. `taken`: the invitation's token was given to another browser. */
export type Setback =
  | { kind: 'closed' }
  | { kind: 'taken' }
  | { kind: 'busy'; seconds: number }
  | { kind: 'offline' }
  | { kind: 'refused'; problem: string };

/** The outside world: where things are kept, and the two who are spoken to. */
export type Ports = {
  recall: () => Promise<Kept | null>;
  keep: (kept: Kept) => Promise<void>;
  askToken: (blinded: Uint8Array) => Promise<TokenReply>;
  sendBallot: (ballot: Uint8Array<ArrayBuffer>) => Promise<UrnReply>;
};

/** Seals the answers (one number per question in the manifest's order) and sends them: new, or in place of those sent before. */
export async function cast(manifest: CheckedManifest, answers: readonly number[], ports: Ports): Promise<UrnReply> {
  const kept = await recallOrBegin(manifest, ports);
  const reply = await sendNext(manifest, answers, kept, kept.version + 1, ports);
  if (reply.kind !== 'outdated') return reply;
  // Another tab has sent a later version with the same key: the one pressed last counts.
  return sendNext(manifest, answers, (await ports.recall()) ?? kept, reply.receipt.version + 1, ports);
}

/** Sends on what an earlier visit had sealed but not got a receipt for; null when there is nothing of the kind. */
export async function resume(manifest: CheckedManifest, ports: Ports): Promise<UrnReply | null> {
  const kept = await ports.recall();
  if (kept === null || kept.group !== manifest.group || kept.sealed === null) return null;
  const reply = await deliver(manifest, kept, kept.sealed, ports);
  if (reply.kind !== 'outdated') return reply;
  await ports.keep({ ...kept, version: reply.receipt.version, sealed: null, receipt: reply.receipt });
  return { kind: 'kept', receipt: reply.receipt };
}

async function recallOrBegin(manifest: CheckedManifest, ports: Ports): Promise<Kept> {
  const kept = await ports.recall();
  if (kept !== null && kept.group === manifest.group) return kept;
  const key = await newBallotKey();
  const token = await blindToken(manifest.groupKey, manifest.round, manifest.group, await ballotPoint(key));
  return { group: manifest.group, key, token, tokenSignature: null, version: 0, sealed: null, receipt: null };
}

async function sendNext(
  manifest: CheckedManifest,
  answers: readonly number[],
  before: Kept,
  version: number,
  ports: Ports,
): Promise<UrnReply> {
  const sealed = await sealAnswers(manifest.encryptionKey, before.token.message, version, answers);
  const kept = { ...before, version, sealed };
  // Kept before the register is asked: whatever breaks now, the next visit repeats the identical question and the identical ballot.
  await ports.keep(kept);
  return deliver(manifest, kept, sealed, ports);
}

async function deliver(manifest: CheckedManifest, kept: Kept, sealed: Uint8Array<ArrayBuffer>, ports: Ports): Promise<UrnReply> {
  let { tokenSignature } = kept;
  if (tokenSignature === null) {
    const asked = await ports.askToken(kept.token.blinded);
    if (asked.kind !== 'signed') return asked;
    tokenSignature = await finishToken(manifest.groupKey, kept.token, asked.signature);
    await ports.keep({ ...kept, tokenSignature });
  }
  const parts = { token: kept.token.message, tokenSignature, version: kept.version, sealed };
  const reply = await ports.sendBallot(await assembleBallot(kept.key, parts));
  if (reply.kind !== 'kept') return reply;
  if (!(await checkReceipt(manifest.receiptKey, reply.receipt, parts))) return { kind: 'refused', problem: 'receipt' };
  await ports.keep({ ...kept, tokenSignature, sealed: null, receipt: reply.receipt });
  return reply;
}
