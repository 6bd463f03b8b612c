import type { Tx } from '#database/tenant.ts';
import { allRounds, roundFacts } from '../read.server.ts';
import type { Duty, NamedAnswer, NamedAnswers, NamedRelation } from './schema.ts';

/** The named answers of a closed round. Before closing nobody but the author may read one, so there are none here. */
export async function namedAnswers(tx: Tx, roundId: string): Promise<NamedAnswer[]> {
  const round = await roundFacts(tx, roundId);
  if (round?.status !== 'closed') return [];
  const rows = await tx
    .selectFrom('named_answers')
    .select(['leader_id', 'relation', 'answers'])
    .where('round_id', '=', roundId)
    .execute();
  return rows.map((row) => ({
    leaderId: row.leader_id,
    relation: row.relation as NamedRelation,
    answers: row.answers as NamedAnswers,
  }));
}

/** The author's own answers so far; null when none are saved. */
export async function ownNamedAnswers(
  tx: Tx,
  whose: { roundId: string; leaderId: string; relation: NamedRelation; authorId: string },
): Promise<{ answers: NamedAnswers; savedAt: Date } | null> {
  const row = await tx
    .selectFrom('named_answers')
    .select(['answers', 'saved_at'])
    .where('round_id', '=', whose.roundId)
    .where('leader_id', '=', whose.leaderId)
    .where('relation', '=', whose.relation)
    .where('author_id', '=', whose.authorId)
    .executeTakeFirst();
  return row === undefined ? null : { answers: row.answers as NamedAnswers, savedAt: row.saved_at };
}

/** What a person is to answer with their name in the rounds that are open now: about themselves, and about the leaders right below. */
export async function dutiesOf(tx: Tx, personId: string): Promise<Duty[]> {
  const open = (await allRounds(tx)).filter((round) => round.status === 'open');
  const duties: Duty[] = [];
  for (const round of open) {
    const leaders = await tx
      .selectFrom('round_leaders')
      .select(['id', 'person_id', 'name'])
      .where('round_id', '=', round.id)
      .where((eb) => eb.or([eb('person_id', '=', personId), eb('superior_id', '=', round.asksSuperior ? personId : null)]))
      .orderBy('name', (order) => order.collate('da-x-icu'))
      .execute();
    if (leaders.length === 0) continue;
    const questions = await tx
      .selectFrom('round_questions')
      .select((eb) => eb.fn.countAll().as('count'))
      .where('round_id', '=', round.id)
      .executeTakeFirst();
    const own = await tx
      .selectFrom('named_answers')
      .select(['leader_id', 'relation', 'answers'])
      .where('round_id', '=', round.id)
      .where('author_id', '=', personId)
      .execute();
    const answered = new Map(
      own.map((row) => [`${row.leader_id} ${row.relation}`, Object.keys(row.answers as NamedAnswers).length]),
    );
    const mine = leaders.map((leader) => ({
      leader,
      relation: leader.person_id === personId ? ('self' as const) : ('superior' as const),
    }));
    for (const { leader, relation } of mine.toSorted((a, b) => Number(b.relation === 'self') - Number(a.relation === 'self')))
      duties.push({
        roundId: round.id,
        roundTitle: round.title,
        closesAt: round.closesAt ?? round.createdAt,
        leaderId: leader.id,
        leaderName: leader.name,
        relation,
        answered: answered.get(`${leader.id} ${relation}`) ?? 0,
        questions: Number(questions?.count ?? 0),
      });
  }
  return duties;
}
