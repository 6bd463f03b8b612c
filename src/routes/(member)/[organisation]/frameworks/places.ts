import type { Places } from '#rooms/frameworks/usage/schema.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { activityPlaces } from '#rooms/plans/activities/places/read.server.ts';
import { decisionPlaces } from '#rooms/plans/decisions/places/read.server.ts';
import { goalPlaces } from '#rooms/plans/goals/places/read.server.ts';
import { questionPlaces } from '#rooms/rounds/questions/places/read.server.ts';

type Tx = Parameters<typeof questionPlaces>[0];

/** Where a member follows what uses a statement. The rooms below frameworks know their own addresses, and who may read there. */
export function placesFor(tx: Tx, member: Member): Places {
  return {
    question: (usedIds) => questionPlaces(tx, member, usedIds),
    goal: (usedIds) => goalPlaces(tx, member, usedIds),
    decision_note: (usedIds) => decisionPlaces(tx, member, usedIds),
    activity: (usedIds) => activityPlaces(tx, member, usedIds),
  };
}
