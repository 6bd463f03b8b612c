import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { fileResponse } from '#reports/file-response.ts';
import { typeset } from '#reports/typeset.ts';
import { printedDifference } from '#rooms/frameworks/difference/components/printed.ts';
import { readDifference, stampOfDifference } from '#rooms/frameworks/difference/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import type { RequestEvent } from './$types';

/** The difference of two versions to print and to hand round. */
export const GET = asMember(async (member, event: RequestEvent) => {
  const { searchParams } = event.url;
  const chosen = { from: searchParams.get('from'), to: searchParams.get('to') };
  const drafts = mayEditFrameworks(member);
  const read = found(await member.read((tx) => readDifference(tx, event.params.framework, chosen, { drafts })));
  const printed = printedDifference(read, stampOfDifference(read), member.locale);
  return fileResponse({ bytes: await typeset(printed), type: 'pdf', name: `${printed.title} – ${printed.kicker}` });
});
