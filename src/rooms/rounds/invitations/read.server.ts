import { environment } from '#environment';
import { found } from '#base/errors.ts';
import { asLocale } from '#base/text.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { organisationById } from '#rooms/organisations/read.server.ts';
import { roundQuestions } from '../questions/read.server.ts';
import { minutesFor } from '../questions/rules.ts';
import { allRounds, roundFacts } from '../read.server.ts';
import type { RoundFacts } from '../schema.ts';
import { invitationSecrets } from '../tokens/write.server.ts';
import { fingerprint, type Dutiful, type Invited, type MailFrame } from './rules.ts';

/** What the mails of a launched round say about it. */
export async function mailFrame(tx: Tx, roundId: string): Promise<MailFrame> {
  const round = found(await roundFacts(tx, roundId));
  const organisation = found(await organisationById(tx, await organisationOf(tx)));
  return {
    origin: (environment.ORIGIN ?? `http://localhost:${environment.PORT}`).replace(/\/$/, ''),
    organisation: organisation.name,
    slug: organisation.slug,
    round: round.title,
    k: round.k,
    closesAt: found(round.closesAt),
    fingerprint: fingerprint(round.manifestHash ?? ''),
    minutes: minutesFor((await roundQuestions(tx, roundId)).length),
  };
}

/** Those who can be written to about their leader: all, or only those who have no token yet. Nobody but the mail job may see which. */
export async function invitedByMail(tx: Tx, roundId: string, whom: 'all' | 'not_issued'): Promise<Invited[]> {
  const rows = await raters(tx, roundId)
    .where('r.email', 'is not', null)
    .$if(whom === 'not_issued', (query) => query.where('r.issued', '=', false))
    .execute();
  const organisation = await organisationOf(tx);
  return rows.flatMap((row) => (row.email === null ? [] : [{ ...presented(row, organisation), email: row.email }]));
}

/** One person's invitation in a round; null when they are not asked. */
export async function invitationOf(tx: Tx, roundId: string, personId: string): Promise<Omit<Invited, 'email'> | null> {
  const row = await raters(tx, roundId).where('r.person_id', '=', personId).executeTakeFirst();
  return row === undefined ? null : presented(row, await organisationOf(tx));
}

/** Leaders who owe answers given with their name, about themselves and about the leaders below them. */
export async function dutifulByMail(
  tx: Tx,
  round: Pick<RoundFacts, 'id' | 'asksSuperior'>,
  whom: 'all' | 'unanswered',
): Promise<Dutiful[]> {
  const leaders = await tx
    .selectFrom('round_leaders')
    .select(['id', 'person_id', 'superior_id', 'name'])
    .where('round_id', '=', round.id)
    .execute();
  const given = await tx.selectFrom('named_answers').select(['leader_id', 'relation']).where('round_id', '=', round.id).execute();
  const done = new Set(whom === 'all' ? [] : given.map((row) => `${row.leader_id} ${row.relation}`));
  const people = leaders.map((leader) => leader.person_id);
  if (people.length === 0) return [];
  const persons = await tx.selectFrom('persons').select(['id', 'name', 'email', 'language']).where('id', 'in', people).execute();
  return persons.flatMap((person) => {
    if (person.email === null) return [];
    const self = leaders.filter((leader) => leader.person_id === person.id && !done.has(`${leader.id} self`));
    const below = leaders.filter(
      (leader) => round.asksSuperior && leader.superior_id === person.id && !done.has(`${leader.id} superior`),
    );
    const about = [
      ...self.map((leader) => ({ relation: 'self' as const, leader: leader.name })),
      ...below.map((leader) => ({ relation: 'superior' as const, leader: leader.name })),
    ];
    return about.length === 0
      ? []
      : [{ name: person.name, email: person.email, language: asLocale(person.language) ?? 'da', about }];
  });
}

export type LetterToPrint = {
  id: string;
  name: string;
  unitName: string;
  language: 'da' | 'en';
  leader: string;
  pool: string | null;
  code: string;
};

/** The units of a round's invited people, with how many have no mail address. */
export async function unitsToWriteTo(
  tx: Tx,
  roundId: string,
): Promise<{ unitName: string; invited: number; withoutEmail: number }[]> {
  const rows = await tx
    .selectFrom('round_raters')
    .select((eb) => [
      'unit_name',
      eb.fn.countAll().as('invited'),
      eb.fn.countAll().filterWhere('email', 'is', null).as('without_email'),
    ])
    .where('round_id', '=', roundId)
    .groupBy('unit_name')
    .orderBy('unit_name', (order) => order.collate('da-x-icu'))
    .execute();
  return rows.map((row) => ({ unitName: row.unit_name, invited: Number(row.invited), withoutEmail: Number(row.without_email) }));
}

/** The letters with codes: for those without mail, or for everybody of a unit. Whether somebody has answered plays no part. */
export async function lettersFor(tx: Tx, roundId: string, whom: { unitName: string | null }): Promise<LetterToPrint[]> {
  const organisation = await organisationOf(tx);
  const rows = await raters(tx, roundId)
    .$if(whom.unitName === null, (query) => query.where('r.email', 'is', null))
    .$if(whom.unitName !== null, (query) => query.where('r.unit_name', '=', whom.unitName ?? ''))
    .orderBy('r.unit_name', (order) => order.collate('da-x-icu'))
    .orderBy('r.name', (order) => order.collate('da-x-icu'))
    .execute();
  return rows.map((row) => {
    const { name, language, leader, pool } = presented(row, organisation);
    return {
      id: row.id,
      name,
      unitName: row.unit_name,
      language,
      leader,
      pool,
      code: invitationSecrets(organisation, row.id).code,
    };
  });
}

function raters(tx: Tx, roundId: string) {
  return tx
    .selectFrom('round_raters as r')
    .innerJoin('round_leaders as l', (join) =>
      join
        .onRef('l.organisation_id', '=', 'r.organisation_id')
        .onRef('l.round_id', '=', 'r.round_id')
        .onRef('l.id', '=', 'r.leader_id'),
    )
    .innerJoin('round_groups as g', (join) =>
      join
        .onRef('g.organisation_id', '=', 'r.organisation_id')
        .onRef('g.round_id', '=', 'r.round_id')
        .onRef('g.id', '=', 'r.group_id'),
    )
    .innerJoin('round_nodes as n', (join) =>
      join
        .onRef('n.organisation_id', '=', 'g.organisation_id')
        .onRef('n.round_id', '=', 'g.round_id')
        .onRef('n.id', '=', 'g.node_id'),
    )
    .select([
      'r.id',
      'r.name',
      'r.email',
      'r.language',
      'r.unit_name',
      'l.name as leader',
      'g.leader_id as own_group',
      'n.name as node',
    ])
    .where('r.round_id', '=', roundId);
}

type RaterRow = { id: string; name: string; language: string; leader: string; own_group: string | null; node: string };

function presented(row: RaterRow, organisation: number): Omit<Invited, 'email'> {
  return {
    name: row.name,
    language: asLocale(row.language) ?? 'da',
    leader: row.leader,
    pool: row.own_group === null ? row.node : null,
    link: invitationSecrets(organisation, row.id).link,
  };
}

export type MyInvitation = {
  roundId: string;
  title: string;
  closesAt: Date | null;
  k: number;
  leader: string;
  pool: string | null;
  href: string;
};

/** The open rounds a person is asked in, each with their own way to the answer page. Whether they have answered is not said. */
export async function invitationsOf(tx: Tx, personId: string): Promise<MyInvitation[]> {
  const open = (await allRounds(tx)).filter((round) => round.status === 'open');
  const invitations: MyInvitation[] = [];
  for (const round of open) {
    const invited = await invitationOf(tx, round.id, personId);
    if (invited === null) continue;
    const { leader, pool, link } = invited;
    invitations.push({
      roundId: round.id,
      title: round.title,
      closesAt: round.closesAt,
      k: round.k,
      leader,
      pool,
      href: `/answer/open/${link}`,
    });
  }
  return invitations;
}
