import { sql } from 'kysely';
import type { Tx } from '#database/tenant.ts';

/** Who searches: an editor finds drafts too; a member of a body finds the drafts the body has been asked about. */
export type Reader = { personId: string; drafts: boolean };

export type VisibleVersion = { organisationId: number; versionId: string; frameworkId: string; title: string; isDraft: boolean };

/** The versions a person may find something in: what holds today, and the drafts that are open to them. */
export async function visibleVersions(tx: Tx, { personId, drafts }: Reader): Promise<VisibleVersion[]> {
  const { rows } = await sql<VisibleVersion>`
    with asked as (
      select exists (
        select from framework_body_members m
        join framework_bodies b on b.organisation_id = m.organisation_id and b.id = m.body_id and b.retired_at is null
        join framework_body_rights r on r.organisation_id = m.organisation_id and r.body_id = m.body_id
        where m.person_id = ${personId}
      ) as of_a_body
    ), taken as (
      select organisation_id, version_id, bool_or(kind = 'superseded') as superseded, bool_or(kind <> 'draft') as shown
      from framework_steps group by organisation_id, version_id
    )
    select v.organisation_id as "organisationId", v.id as "versionId", v.framework_id as "frameworkId", v.title, v.published_at is null as "isDraft"
    from framework_versions v
    cross join asked
    left join taken t on t.organisation_id = v.organisation_id and t.version_id = v.id
    where not coalesce(t.superseded, false)
      and (v.published_at is not null or ${drafts} or (asked.of_a_body and coalesce(t.shown, false)))
    order by v.title`.execute(tx);
  return rows;
}
