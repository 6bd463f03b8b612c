import { constants, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { curveKey } from '#base/curve-key.ts';
import type { ManifestGroup } from '#rooms/rounds/manifest/schema.ts';
import { signedPart, type Ballot, type Token } from '../schema.ts';

/** A ballot that was found good and waits to be kept. */
export type Accepted = {
  roundId: string;
  groupId: string;
  nullifier: Buffer;
  ballot: Ballot;
  /** Stands for the ballot's contents in the receipt: two ballots with the same leaf are the same ballot. */
  leaf: Buffer;
  receipt: Buffer;
};

/** Per nullifier of a batch the ballot to keep: the highest version, the first of equals. In order of nullifier, never of arrival. */
export function highestPerNullifier(batch: readonly Accepted[]): Accepted[] {
  const highest = new Map<string, Accepted>();
  for (const accepted of batch) {
    const name = nameOf(accepted);
    const known = highest.get(name);
    if (known === undefined || accepted.ballot.version > known.ballot.version) highest.set(name, accepted);
  }
  return [...highest.values()].sort((a, b) => Buffer.compare(a.nullifier, b.nullifier));
}

/** What tells a ballot's place in the urn apart from all others. */
export function nameOf(place: { roundId: string; nullifier: Uint8Array }): string {
  return `${place.roundId} ${Buffer.from(place.nullifier).toString('base64url')}`;
}

/** The groups' token keys, read once when they are first needed. */
export class GroupKeys {
  readonly #texts: Map<string, string>;
  readonly #keys = new Map<string, KeyObject>();

  constructor(groups: readonly ManifestGroup[]) {
    this.#texts = new Map(groups.map((group) => [group.id, group.key]));
  }

  get(groupId: string): KeyObject | null {
    const known = this.#keys.get(groupId);
    const text = this.#texts.get(groupId);
    if (known !== undefined || text === undefined) return known ?? null;
    const key = createPublicKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'spki' });
    this.#keys.set(groupId, key);
    return key;
  }
}

// Both checks run where they are called: handing them to another thread costs more than the 0.1 ms that one of them takes.

/** Was this token signed with its group's key? A token for a group that is not in the manifest was not. */
export function tokenIsGood(keys: GroupKeys, token: Token, ballot: Ballot): boolean {
  const key = keys.get(token.group);
  if (key === null) return false;
  return verify('sha384', ballot.token, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, ballot.tokenSignature);
}

/** Was this ballot signed with the key its token names? */
export function ballotIsSigned(token: Token, ballot: Ballot): boolean {
  let key: KeyObject;
  try {
    key = curveKey(token.ballotKey);
  } catch {
    return false;
  }
  return verify('sha256', signedPart(ballot), { key, dsaEncoding: 'ieee-p1363' }, ballot.signature);
}
