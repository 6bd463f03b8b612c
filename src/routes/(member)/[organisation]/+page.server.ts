import { daysAfter, now } from '#base/time.ts';
import { asMember } from '#gate/gate.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { askedOf } from '#rooms/frameworks/hearing/read.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { currentVersions } from '#rooms/frameworks/read.server.ts';
import { nextInYear } from '#rooms/plans/activities/year/read.server.ts';
import { latestNotes } from '#rooms/plans/decisions/list/read.server.ts';
import { maySeeWorkOfAll } from '#rooms/trail/policy.ts';
import { mayArrangeOrganisation } from '#rooms/people/policy.ts';
import { countOfEmployees } from '#rooms/people/units/read.server.ts';
import { goalsToLookAt } from '#rooms/plans/goals/list/read.server.ts';
import { releaseOf } from '#rooms/results/read.server.ts';
import { invitationsOf } from '#rooms/rounds/invitations/read.server.ts';
import { dutiesOf } from '#rooms/rounds/named/read.server.ts';
import { mayArrangeRounds, mayReadRules } from '#rooms/rounds/policy.ts';
import { allRounds, roundLeaders } from '#rooms/rounds/read.server.ts';
import type { RoundFacts } from '#rooms/rounds/schema.ts';
import { latestWork } from '#rooms/trail/read.server.ts';
import type { PageServerLoadEvent } from './$types';

const LATEST = 3;
/** A decision is news for so many days. */
const NEWS = 30;

export const load = asMember(async (member, _event: PageServerLoadEvent) =>
  member.read(async (tx) => {
    const rounds = (await allRounds(tx)).filter((round) => mayReadRules(member, round));
    const frameworks = await currentVersions(tx);
    const employees = mayArrangeOrganisation(member) ? await countOfEmployees(tx) : null;
    const releases = [];
    for (const round of rounds.filter((one) => one.status === 'closed').slice(0, LATEST)) {
      const own =
        (await releaseOf(tx, round.id)) === null
          ? null
          : (await roundLeaders(tx, round.id)).find((leader) => leader.personId === member.personId);
      releases.push({
        id: round.id,
        title: round.title,
        closedAt: round.closedAt,
        released: own !== null,
        ownReport: own?.id ?? null,
      });
    }
    return {
      name: member.name,
      organisation: member.organisation.name,
      home: `/${member.organisation.slug}`,
      invitations: await invitationsOf(tx, member.personId),
      duties: await dutiesOf(tx, member.personId),
      hearings: await askedOf(tx, member),
      open: rounds
        .filter((round) => round.status === 'open' || round.status === 'preparing')
        .map(({ id, title, status, closesAt }) => ({ id, title, status, closesAt })),
      drafts: mayArrangeRounds(member)
        ? rounds.filter((round) => round.status === 'draft').map(({ id, title }) => ({ id, title }))
        : [],
      releases,
      frameworks: frameworks.slice(0, LATEST),
      decisions: await latestNotes(tx, member, daysAfter(now(), -NEWS), 2),
      goals: (await goalsToLookAt(tx, member)).slice(0, LATEST),
      coming: await nextInYear(tx, member, LATEST),
      missing: missingSteps(member, { frameworks: frameworks.length, employees, rounds }),
      lately: maySeeWorkOfAll(member) ? await latestWork(tx, 5) : [],
    };
  }),
);

/** What has to be there before an organisation has its first round, for those who can see to it; null when all of it is. */
function missingSteps(member: Member, has: { frameworks: number; employees: number | null; rounds: RoundFacts[] }) {
  if (!mayArrangeRounds(member)) return null;
  const steps = {
    framework: { done: has.frameworks > 0, may: mayEditFrameworks(member) },
    organisation: { done: has.employees === null || has.employees > 0, may: mayArrangeOrganisation(member) },
    round: {
      done: has.rounds.some((round) => round.status !== 'draft'),
      may: true,
      draft: has.rounds.find((round) => round.status === 'draft')?.id ?? null,
    },
  };
  return steps.framework.done && steps.organisation.done && steps.round.done ? null : steps;
}
