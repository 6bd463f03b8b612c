import { now } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import type { NamedAnswers, NamedRelation } from './schema.ts';

/** Keeps an answer given with a name; a newer one of the same author replaces it. */
export async function saveNamedAnswer(
  tx: Tx,
  roundId: string,
  answer: { leaderId: string; relation: NamedRelation; authorId: string; answers: NamedAnswers; savedAt?: Date },
): Promise<void> {
  const values = { author_id: answer.authorId, answers: JSON.stringify(answer.answers), saved_at: answer.savedAt ?? now() };
  await tx
    .insertInto('named_answers')
    .values({
      organisation_id: await organisationOf(tx),
      round_id: roundId,
      leader_id: answer.leaderId,
      relation: answer.relation,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'round_id', 'leader_id', 'relation']).doUpdateSet(values))
    .execute();
}
