import { sql } from 'kysely';
import type { Tx } from '#database/tenant.ts';

/** Who searches: an editor finds drafts too; a member of a body finds the drafts the body has been asked about. */
export type Reader = { personId: string; drafts: boolean };

/** `revision` counts how often the version was saved: while it is the same, so are the version's words. */
export type VisibleVersion = {
  organisationId: number;
  versionId: string;
  frameworkId: string;
  title: string;
  isDraft: boolean;
  revision: number;
};

/** The versions a person may find something in: what holds today, and the drafts that are open to them. */
export async function visibleVersions(tx: Tx, reader: Reader): Promise<VisibleVersion[]> {
  const { rows } = await sql<VisibleVersion>`
    select v.organisation_id as "organisationId", v.id as "versionId", v.framework_id as "frameworkId", v.title, v.published_at is null as "isDraft", v.revision
    from framework_versions v
    where not exists (
        select from framework_steps s where s.organisation_id = v.organisation_id and s.version_id = v.id and s.kind = 'superseded'
      )
      and (v.published_at is not null or ${reader.drafts ? sql`true` : isAskedAbout(reader.personId)})
    order by v.title, v.id`.execute(tx);
  return rows;
}

/** The version is past being a draft, and the person is in a body that has a say. */
const isAskedAbout = (personId: string) => sql`(
  exists (
    select from framework_steps s where s.organisation_id = v.organisation_id and s.version_id = v.id and s.kind <> 'draft'
  ) and exists (
    select from framework_body_members m
    join framework_bodies b on b.organisation_id = m.organisation_id and b.id = m.body_id and b.retired_at is null
    join framework_body_rights r on r.organisation_id = m.organisation_id and r.body_id = m.body_id
    where m.person_id = ${personId}
  ))`;
