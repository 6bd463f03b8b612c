import { sql } from 'kysely';
import { isId } from '#base/ids.ts';
import { localDate, now } from '#base/time.ts';
import { inTenant } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { countsAsReader } from './policy.ts';
import type { CountedPage } from './schema.ts';

/**
 * Counts that a page of these published frameworks was opened today: a number for the day, and nothing about who. It leaves no trail,
 * since what people read is nobody's business.
 */
export async function countReading(member: Member, frameworkIds: readonly string[], page: CountedPage): Promise<void> {
  const ids = [...new Set(frameworkIds.filter(isId))].sort();
  if (!countsAsReader(member) || ids.length === 0) return;
  await inTenant(member, async (tx) => {
    for (const id of ids)
      await sql`insert into framework_read_counts (organisation_id, framework_id, day, page, reads)
        select f.organisation_id, f.id, ${localDate(now())}::date, ${page}, 1 from frameworks f
        where f.organisation_id = current_organisation() and f.id = ${id} and exists (select from framework_versions v
          where v.organisation_id = f.organisation_id and v.framework_id = f.id and v.published_at is not null)
        on conflict (organisation_id, framework_id, day, page) do update set reads = framework_read_counts.reads + 1`.execute(tx);
  });
}
