import { searchHearings } from '#rooms/frameworks/hearing/search/read.server.ts';
import { askedBeside } from '#rooms/frameworks/search/passages/read.server.ts';
import { searchFrameworks } from '#rooms/frameworks/search/read.server.ts';
import type { PassageHits, SearchInput, SearchResult } from '#rooms/frameworks/search/schema.ts';
import { searchTranslations } from '#rooms/frameworks/translations/search/read.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { searchActivities } from '../activities/search/read.server.ts';
import { searchNotes } from '../decisions/search/read.server.ts';
import { searchGoals } from '../goals/search/read.server.ts';

/** What has the words: places in frameworks, and what is around them; null where only frameworks were asked about. */
export type Everything = {
  result: SearchResult;
  beside: Record<'translations' | 'goals' | 'notes' | 'activities' | 'hearings', PassageHits> | null;
};

/**
 * Everything with the words that this member may read. `drafts`: also frameworks that are still worked on. Two halves of about the same
 * size are asked side by side, each in a transaction of its own.
 */
export async function searchEverything(
  member: Member,
  { drafts, ...input }: SearchInput & { drafts: boolean },
): Promise<Everything> {
  const [inFrameworks, inPlans] = await Promise.all([
    member.read(async (tx) => {
      const result = await searchFrameworks(tx, input, { personId: member.personId, drafts });
      const asked = await askedBeside(tx, input);
      if (asked === null) return { result };
      return { result, translations: await searchTranslations(tx, asked), hearings: await searchHearings(tx, member, asked) };
    }),
    member.read(async (tx) => {
      const asked = await askedBeside(tx, input);
      if (asked === null) return null;
      const goals = await searchGoals(tx, member, asked);
      return { goals, notes: await searchNotes(tx, member, asked), activities: await searchActivities(tx, member, asked) };
    }),
  ]);
  const { result, translations, hearings } = inFrameworks;
  if (inPlans === null || translations === undefined || hearings === undefined) return { result, beside: null };
  return { result, beside: { translations, ...inPlans, hearings } };
}
