import { now, secondsAfter } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';

export type Limit = { kind: string; subject: Buffer; most: number; seconds: number };

/**
 * Counts one attempt and says whether it may go on. Counted by what is tried (an address, an organisation's codes), never by network
 * address: a whole town hall shares one, and an attacker has many.
 */
export async function countAttempt(tx: Tx, limit: Limit): Promise<boolean> {
  const moment = now();
  const row = await tx
    .insertInto('attempts')
    .values({ organisation_id: await organisationOf(tx), kind: limit.kind, subject: limit.subject, started_at: moment, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'kind', 'subject']).doUpdateSet((eb) => {
        const over = eb('attempts.started_at', '<', secondsAfter(moment, -limit.seconds));
        return {
          count: eb
            .case()
            .when(over)
            .then(1)
            .else(eb('attempts.count', '+', 1))
            .end(),
          started_at: eb.case().when(over).then(moment).else(eb.ref('attempts.started_at')).end(),
        };
      }),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  return row.count <= limit.most;
}
