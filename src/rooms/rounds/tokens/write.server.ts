import { environment } from '#environment';
import { secret } from '#database/secrets.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { codeOf, linkOf } from './rules.ts';

/** The link and the printed code of one invitation, with what the register keeps of each. The same invitation gets the same again. */
export function invitationSecrets(
  organisation: number,
  raterId: string,
): { link: string; linkHash: Buffer; code: string; codeHash: Buffer } {
  const link = linkOf(invitationSecret(), organisation, raterId);
  const code = codeOf(invitationSecret(), organisation, raterId);
  return { link: link.text, linkHash: link.hash, code: code.text, codeHash: code.hash };
}

/** The installation's secret that links and codes follow from. */
export function invitationSecret(): string {
  return secret(environment.dataDir, 'invitations');
}

/** Keeps newly made key pairs of groups; a group that has one keeps it. */
export async function keepGroupKeys(
  tx: Tx,
  roundId: string,
  keys: { groupId: string; publicKey: Buffer; sealedPrivateKey: Buffer }[],
): Promise<void> {
  const organisation = await organisationOf(tx);
  const rows = keys.map((key) => ({
    organisation_id: organisation,
    round_id: roundId,
    group_id: key.groupId,
    public_key: key.publicKey,
    sealed_private_key: key.sealedPrivateKey,
  }));
  if (rows.length === 0) return;
  await tx
    .insertInto('round_keys')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** At closing: the private keys of the groups, and what was signed with them, are wiped. No token can be made afterwards. */
export async function destroyKeys(tx: Tx, roundId: string): Promise<void> {
  await tx.updateTable('round_keys').set({ sealed_private_key: null }).where('round_id', '=', roundId).execute();
  await tx
    .updateTable('round_raters')
    .set({ blinded_hash: null, blind_signature: null })
    .where('round_id', '=', roundId)
    .execute();
}
