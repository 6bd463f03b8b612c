import { BlindRSA } from '@cloudflare/blindrsa-ts/lib/src/blindrsa.js';
import { tokenMessage } from '../schema.ts';

// RSABSSA-SHA384-PSS-Randomized (RFC 9474). The register signs without seeing what; the urn sees what without knowing for whom.
const suite = new BlindRSA({
  name: 'RSABSSA-SHA384-PSS-Randomized',
  hash: 'SHA-384',
  saltLength: 48,
  prepareType: 32,
  supportsRSARAW: false,
});

/** A token asked for: all that is needed to finish it, kept before the question is sent so that the same question can be asked again. */
export type BlindedToken = { message: Uint8Array<ArrayBuffer>; blinded: Uint8Array; inverse: Uint8Array };

/** Prepares a token for a ballot key of one's own and blinds it. */
export async function blindToken(
  groupKey: Uint8Array<ArrayBuffer>,
  round: string,
  group: string,
  ballotKey: Uint8Array,
): Promise<BlindedToken> {
  const randomizer = crypto.getRandomValues(new Uint8Array(32));
  const message = tokenMessage(randomizer, { round, group, ballotKey });
  const { blindedMsg, inv } = await suite.blind(await importGroupKey(groupKey), message);
  return { message, blinded: blindedMsg, inverse: inv };
}

/** Unblinds the register's signature and checks that it is the group's own; throws when it is not. */
export async function finishToken(
  groupKey: Uint8Array<ArrayBuffer>,
  token: BlindedToken,
  blindSignature: Uint8Array,
): Promise<Uint8Array> {
  return suite.finalize(await importGroupKey(groupKey), token.message, blindSignature, token.inverse);
}

function importGroupKey(spki: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
}
