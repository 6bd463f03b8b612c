import { countReading } from '#rooms/frameworks/health/commands.server.ts';
import type { CountedPage } from '#rooms/frameworks/health/schema.ts';
import type { ReadVersion } from '#rooms/frameworks/reading/read.server.ts';
import { linkedUses } from '#rooms/frameworks/usage/read.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { placesFor } from '../../../places.ts';

type Tx = Parameters<typeof linkedUses>[0];

/** Where a version's statements are used, as far as this member may follow it. */
export function whereUsed(tx: Tx, member: Member, version: ReadVersion) {
  return linkedUses(
    tx,
    version.statements.map((statement) => statement.statementId),
    placesFor(tx, member),
  );
}

/** Counts that a published version was opened; drafts are work, not reading. */
export async function counted(member: Member, version: ReadVersion, page: CountedPage): Promise<void> {
  if (version.head.publishedAt !== null) await countReading(member, [version.head.frameworkId], page);
}
