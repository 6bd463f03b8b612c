import { dayAfter, localDate, now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { statementsOf } from '#rooms/frameworks/read.server.ts';
import { indicatorsAtNewest } from '../indicators/read.server.ts';
import { allGoals } from '../read.server.ts';
import { followUpOf, type FollowUp } from './rules.ts';

/** Whether something is done about what a version of a framework says: the goals that rest on its statements. */
export async function goalFollowUp(tx: Tx, versionId: string): Promise<FollowUp> {
  const statements = new Set((await statementsOf(tx, versionId)).map((one) => one.statementId));
  const goals = (await allGoals(tx)).filter((goal) => goal.statements.some((id) => statements.has(id)));
  const measured = new Map<string, string[]>();
  for (const { goalId, values } of await indicatorsAtNewest(tx))
    measured.set(goalId, [...(measured.get(goalId) ?? []), ...values.map((value) => value.on)]);
  return followUpOf(goals, measured, dayAfter(localDate(now()), { years: -1 }));
}
