import { sql } from 'kysely';
import type { Tx } from '#database/tenant.ts';
import { readManifest, type ManifestBody } from '#rooms/rounds/manifest/schema.ts';

/** A round that was announced to the urn and is not opened yet. */
export type KnownRound = { roundId: string; hasKeys: boolean; head: number | null; closesAt: Date | null; closedEarly: boolean };

/** The organisation's rounds that the urn still has something to do with. */
export async function knownRounds(tx: Tx): Promise<KnownRound[]> {
  const { rows } = await sql<KnownRound>`
    select a.round_id as "roundId", k.round_id is not null as "hasKeys", m.head, m.closes_at as "closesAt", c.round_id is not null as "closedEarly"
    from handover.announcements a
    left join handover.urn_keys k on k.organisation_id = a.organisation_id and k.round_id = a.round_id
    left join handover.manifests m on m.organisation_id = a.organisation_id and m.round_id = a.round_id
      and not exists (select 1 from handover.manifests n
        where n.organisation_id = m.organisation_id and n.round_id = m.round_id and n.head > m.head)
    left join handover.closures c on c.organisation_id = a.organisation_id and c.round_id = a.round_id
    where not exists (select 1 from handover.openings o where o.organisation_id = a.organisation_id and o.round_id = a.round_id)`.execute(
    tx,
  );
  return rows;
}

/** The manifest with this head, checked. */
export async function manifestWithHead(tx: Tx, roundId: string, head: number): Promise<ManifestBody> {
  const row = await tx
    .selectFrom('handover.manifests')
    .select(['body', 'hash', 'signature', 'signing_key', 'closes_at'])
    .where('round_id', '=', roundId)
    .where('head', '=', head)
    .executeTakeFirstOrThrow();
  return readManifest(row);
}

/** Was the round's urn opened? */
export async function isOpened(tx: Tx, roundId: string): Promise<boolean> {
  const row = await tx.selectFrom('handover.openings').select('envelopes').where('round_id', '=', roundId).executeTakeFirst();
  return row !== undefined;
}
