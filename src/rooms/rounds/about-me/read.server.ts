import type { Tx } from '#database/tenant.ts';

export type RoundAboutMe = {
  round: string;
  /** The leader the person was asked about, and whether a ballot was issued. When it was is not known to anybody. */
  asked: { leader: string; unit: string; ballotIssued: boolean } | null;
  /** What the person answered with their own name. */
  namedAnswers: { about: string; relation: string; savedAt: Date; answers: unknown }[];
};

/** What rounds hold about a person, for the person's own copy. The confidential answer is not among it: nobody could find it. */
export async function aboutMe(tx: Tx, personId: string): Promise<RoundAboutMe[]> {
  const asked = await tx
    .selectFrom('round_raters as r')
    .innerJoin('round_leaders as l', (join) =>
      join
        .onRef('l.organisation_id', '=', 'r.organisation_id')
        .onRef('l.round_id', '=', 'r.round_id')
        .onRef('l.id', '=', 'r.leader_id'),
    )
    .select(['r.round_id as roundId', 'l.name as leader', 'r.unit_name as unit', 'r.issued as ballotIssued'])
    .where('r.person_id', '=', personId)
    .execute();
  const named = await tx
    .selectFrom('named_answers as n')
    .innerJoin('round_leaders as l', (join) =>
      join
        .onRef('l.organisation_id', '=', 'n.organisation_id')
        .onRef('l.round_id', '=', 'n.round_id')
        .onRef('l.id', '=', 'n.leader_id'),
    )
    .select(['n.round_id as roundId', 'l.name as about', 'n.relation', 'n.saved_at as savedAt', 'n.answers'])
    .where('n.author_id', '=', personId)
    .execute();
  const rounds = await tx.selectFrom('rounds').select(['id', 'title']).orderBy('created_at').execute();
  return rounds.flatMap(({ id, title }) => {
    const mine = asked.find((row) => row.roundId === id);
    const given = named.filter((row) => row.roundId === id).map(({ roundId: _, ...answer }) => answer);
    if (mine === undefined && given.length === 0) return [];
    const invitation = mine === undefined ? null : { leader: mine.leader, unit: mine.unit, ballotIssued: mine.ballotIssued };
    return [{ round: title, asked: invitation, namedAnswers: given }];
  });
}
