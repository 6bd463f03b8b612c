import { localDate, now } from '#base/time.ts';
import { organisationOf, type Tenant, type Tx } from '#database/tenant.ts';
import { roundFacts, roundGroups, roundNodes } from '../read.server.ts';
import type { RoundFacts } from '../schema.ts';
import { countUpwards } from './rules.ts';

/** Renews the numbers of answers once a day, and rounds them down to fives before they are kept, so that no single answer is seen arriving. */
export async function countResponses(tenant: Tenant, roundId: string): Promise<void> {
  await tenant.transaction(async (tx) => {
    const round = await roundFacts(tx, roundId);
    if (round === null || round.status !== 'open' || (await countedToday(tx, roundId))) return;
    const organisation = await organisationOf(tx);
    const issued = await tx
      .selectFrom('round_raters')
      .select((eb) => ['group_id', eb.fn.countAll().as('count')])
      .where('round_id', '=', roundId)
      .where('issued', '=', true)
      .groupBy('group_id')
      .execute();
    const answered = new Map(issued.map((row) => [row.group_id, Number(row.count)]));
    const counts = countUpwards(await roundNodes(tx, roundId), await roundGroups(tx, roundId), answered);
    const today = localDate(now());
    await tx.deleteFrom('round_response_counts').where('round_id', '=', roundId).execute();
    const rows = counts.map(({ nodeId, answered: count }) => ({
      organisation_id: organisation,
      round_id: roundId,
      node_id: nodeId,
      counted_on: today,
      steps_of_five: Math.floor(count / 5),
    }));
    for (let start = 0; start < rows.length; start += 1000)
      await tx
        .insertInto('round_response_counts')
        .values(rows.slice(start, start + 1000))
        .execute();
  });
}

/** Whether an open round has not been counted today. The first day nothing is counted: few answers arrive, and each could be seen. */
export async function needsCounting(tx: Tx, round: Pick<RoundFacts, 'id' | 'status' | 'readyAt'>): Promise<boolean> {
  if (round.status !== 'open' || round.readyAt === null || localDate(round.readyAt) === localDate(now())) return false;
  return !(await countedToday(tx, round.id));
}

async function countedToday(tx: Tx, roundId: string): Promise<boolean> {
  const counted = await tx
    .selectFrom('round_response_counts')
    .select('node_id')
    .where('round_id', '=', roundId)
    .where('counted_on', '=', localDate(now()))
    .limit(1)
    .executeTakeFirst();
  return counted !== undefined;
}
