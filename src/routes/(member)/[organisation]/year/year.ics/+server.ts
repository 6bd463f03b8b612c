import { asMember } from '#gate/gate.server.ts';
import { fileResponse } from '#reports/file-response.ts';
import { yearCalendar } from '#rooms/plans/activities/calendar/read.server.ts';
import { KIND_WORDS } from '#rooms/plans/activities/components/year-words.ts';
import type { RequestEvent } from './$types';

export const GET = asMember(async (member, _event: RequestEvent) => {
  const { name, text } = await member.read((tx) => yearCalendar(tx, member, KIND_WORDS));
  return fileResponse({ bytes: text, type: 'ics', name });
});
