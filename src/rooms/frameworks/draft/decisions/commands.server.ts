import type { Member } from '#rooms/people/proof.server.ts';
import { sourceLinesOf } from '../../read.server.ts';
import { changeDraft } from '../saves/commands.server.ts';
import { decideRepairs } from './rules.ts';
import type { DecideInput } from './schema.ts';

/**
 * Accepts or rejects repairs of the scan. A rejected one gives the word back as it stands in the document. Gives how many could not be
 * decided because their words have been written differently since.
 */
export async function decideInDraft(
  member: Member,
  versionId: string,
  { rests, decision }: DecideInput,
): Promise<{ missed: number }> {
  let missed = 0;
  await changeDraft(
    member,
    versionId,
    { what: decision === 'accepted' ? 'accept' : 'reject' },
    async (manuscript, revision, tx) => {
      const outcome = decideRepairs(manuscript, rests, decision, await sourceLinesOf(tx, versionId), revision);
      missed = outcome.missed.length;
      return outcome.manuscript;
    },
  );
  return { missed };
}
