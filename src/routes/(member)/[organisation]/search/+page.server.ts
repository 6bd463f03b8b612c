import * as v from 'valibot';
import { asMember } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { searchHearings } from '#rooms/frameworks/hearing/search/read.server.ts';
import { askedBeside } from '#rooms/frameworks/search/passages/read.server.ts';
import { searchFrameworks } from '#rooms/frameworks/search/read.server.ts';
import { SearchInput } from '#rooms/frameworks/search/schema.ts';
import { searchTranslations } from '#rooms/frameworks/translations/search/read.server.ts';
import { searchActivities } from '#rooms/plans/activities/search/read.server.ts';
import { searchNotes } from '#rooms/plans/decisions/search/read.server.ts';
import { searchGoals } from '#rooms/plans/goals/search/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const input = v.parse(SearchInput, Object.fromEntries(event.url.searchParams));
  const reader = { personId: member.personId, drafts: mayEditFrameworks(member) };
  const found = await member.read(async (tx) => {
    const result = await searchFrameworks(tx, input, reader);
    const asked = await askedBeside(tx, input);
    const beside = asked && {
      translations: await searchTranslations(tx, asked),
      goals: await searchGoals(tx, member, asked),
      notes: await searchNotes(tx, member, asked),
      activities: await searchActivities(tx, member, asked),
      hearings: await searchHearings(tx, member, asked),
    };
    return { result, beside };
  });
  return { ...found, input, home: `/${member.organisation.slug}` };
});
