import { m } from '#base/text.ts';
import { localDate, now } from '#base/time.ts';
import { asMember } from '#gate/gate.server.ts';
import { aboutMe as hearingsAboutMe } from '#rooms/frameworks/hearing/about-me/read.server.ts';
import { aboutMe as mailsAboutMe } from '#rooms/messages/read.server.ts';
import { aboutMe as peopleAboutMe } from '#rooms/people/read.server.ts';
import { aboutMe as decisionsAboutMe } from '#rooms/plans/decisions/about-me/read.server.ts';
import { aboutMe as notesAboutMe } from '#rooms/results/context/read.server.ts';
import { aboutMe as roundsAboutMe } from '#rooms/rounds/about-me/read.server.ts';
import { noteDownload } from '#rooms/trail/commands.server.ts';
import { aboutMe as trailAboutMe } from '#rooms/trail/read.server.ts';
import type { RequestEvent } from './$types';

export const GET = asMember(async (member, _event: RequestEvent) => {
  const everything = await member.read(async (tx) => ({
    organisation: member.organisation.name,
    date: localDate(now()),
    ...(await peopleAboutMe(tx, member.personId)),
    rounds: await roundsAboutMe(tx, member.personId),
    notesOnPeriods: await notesAboutMe(tx, member.personId),
    hearings: await hearingsAboutMe(tx, member.personId),
    decisionNotes: await decisionsAboutMe(tx, member.personId),
    mails: await mailsAboutMe(tx, member.email),
    trail: await trailAboutMe(tx, member.personId),
    answers: m.trail_me_answers(),
  }));
  await noteDownload(member);
  return new Response(JSON.stringify(everything, null, 2) + '\n', {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="pejling-me.json"',
      'cache-control': 'no-store',
    },
  });
});
