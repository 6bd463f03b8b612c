import { fromBase64, toBase64, type Receipt } from '../schema.ts';
import type { Setback, TokenReply, UrnReply } from './cast.ts';

type Fetch = (address: string, options: RequestInit) => Promise<Response>;

/** Asks the register for its blind signature. This request is the person's own: with the session, to our own address. */
export async function askToken(send: Fetch, address: string, blinded: Uint8Array): Promise<TokenReply> {
  const response = await attempt(send, address, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ blinded: toBase64(blinded) }),
  });
  if (response === null) return { kind: 'offline' };
  const reply = (await response.json().catch(() => ({}))) as { signature?: string; problem?: string };
  if (response.ok && reply.signature !== undefined) return { kind: 'signed', signature: fromBase64(reply.signature) };
  if (response.status === 409) return { kind: reply.problem === 'closed' ? 'closed' : 'taken' };
  return setback(response, reply.problem);
}

/** Sends a ballot to the urn. This request is nobody's: no cookie, no referrer, nothing but the ballot, which has everybody's length. */
export async function sendBallot(send: Fetch, address: string, ballot: Uint8Array<ArrayBuffer>): Promise<UrnReply> {
  const response = await attempt(send, address, {
    // A plain content type needs no question in advance when the urn has a host of its own.
    headers: { 'content-type': 'text/plain' },
    body: ballot,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  });
  if (response === null) return { kind: 'offline' };
  const reply = (await response.json().catch(() => ({}))) as Partial<Receipt> & { problem?: string };
  const { receipt, leaf, version, problem } = reply;
  const held = receipt !== undefined && leaf !== undefined && version !== undefined ? { receipt, leaf, version } : null;
  if (response.ok && held !== null) return { kind: 'kept', receipt: held };
  if (problem === 'outdated' && held !== null) return { kind: 'outdated', receipt: held };
  if (problem === 'closed') return { kind: 'closed' };
  return setback(response, problem);
}

async function attempt(send: Fetch, address: string, options: RequestInit): Promise<Response | null> {
  try {
    return await send(address, { method: 'POST', redirect: 'error', ...options });
  } catch {
    return null;
  }
}

function setback(response: Response, problem = String(response.status)): Setback {
  const waits = response.status === 429 || response.status >= 500;
  return waits ? { kind: 'busy', seconds: Number(response.headers.get('retry-after')) || 2 } : { kind: 'refused', problem };
}
