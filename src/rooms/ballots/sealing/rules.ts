import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { joined, PADDED_ANSWERS, SEALED_BYTES } from '../schema.ts';

// HPKE (RFC 9180), base mode, DHKEM(P-256, HKDF-SHA256) with AES-256-GCM: what phones of ten years ago can do.
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const INFO = new TextEncoder().encode('pejling/1 ballot');
const ENCAPSULATED = SEALED_BYTES - PADDED_ANSWERS - 16;

/** Seals padded answers so that only the holder of the urn's private key can read them, bound to the given context. */
export async function seal(
  urnKey: Uint8Array<ArrayBuffer>,
  padded: Uint8Array<ArrayBuffer>,
  context: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(urnKey);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info: INFO }, padded, context);
  return joined([new Uint8Array(enc), new Uint8Array(ct)]);
}

/** Opens sealed answers; null when they were sealed for another key or another context, or changed on the way. */
export async function unseal(
  urnKey: CryptoKeyPair,
  sealed: Uint8Array<ArrayBuffer>,
  context: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array | null> {
  try {
    const plain = await suite.open(
      { recipientKey: urnKey, enc: sealed.slice(0, ENCAPSULATED), info: INFO },
      sealed.slice(ENCAPSULATED),
      context,
    );
    return new Uint8Array(plain);
  } catch {
    return null;
  }
}
