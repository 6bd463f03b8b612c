import { Problem } from '#base/errors.ts';
import { isId } from '#base/ids.ts';
import { locale } from '#base/text.ts';
import { now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { DEFAULT_KIND_NAMES } from '#importing/default-kind-names.ts';
import type { ElementKind } from '#importing/open-format.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { mayAnswerAsEmployee, mayHoldHearings, mayReadHearing } from './policy.ts';
import { isLate, stateOf, takesComments } from './rules.ts';
import type { AskedBody, HeardStatement, HearingFacts, HearingInList } from './schema.ts';

/** A hearing as its pages need it: what it is, who was asked, and as whom this member may answer. */
export type OpenedHearing = {
  hearing: HearingFacts;
  bodies: AskedBody[];
  /** The asked bodies that the member acts for. */
  mine: AskedBody[];
  asEmployee: boolean;
  holds: boolean;
};

/** A hearing for those who may read it; to all others it does not exist. */
export async function hearingFor(tx: Tx, member: Member, hearingId: string): Promise<OpenedHearing> {
  const hearing = await hearingFacts(tx, hearingId);
  if (hearing === null) throw new Problem('not_found');
  const bodies = await askedBodies(tx, hearing);
  const actsFor = await bodiesActedFor(tx, member.personId);
  const mine = bodies.filter((body) => actsFor.has(body.id));
  if (!mayReadHearing(member, hearing, mine)) throw new Problem('not_found');
  return { hearing, bodies, mine, asEmployee: mayAnswerAsEmployee(member, hearing), holds: mayHoldHearings(member) };
}

/** A hearing for those who hold it. */
export async function heldHearing(tx: Tx, member: Member, hearingId: string): Promise<OpenedHearing> {
  if (!mayHoldHearings(member)) throw new Problem('not_found');
  return hearingFor(tx, member, hearingId);
}

/** The facts of a hearing; null when there is none with this id. */
export async function hearingFacts(tx: Tx, hearingId: string): Promise<HearingFacts | null> {
  if (!isId(hearingId)) return null;
  const row = await hearingRows(tx).where('h.id', '=', hearingId).executeTakeFirst();
  return row === undefined ? null : presented(row);
}

/** All hearings of the organisation, newest first. */
export async function allHearings(tx: Tx): Promise<HearingFacts[]> {
  return (await hearingRows(tx).orderBy('h.opened_at', 'desc').execute()).map(presented);
}

/** The hearings of one version, newest first. */
export async function hearingsOfVersion(tx: Tx, versionId: string): Promise<HearingInList[]> {
  if (!isId(versionId)) return [];
  const rows = await hearingRows(tx).where('h.version_id', '=', versionId).orderBy('h.opened_at', 'desc').execute();
  return rows.map(presented);
}

/** Has this version been sent out? Then it can no longer be deleted. */
export async function hasHearing(tx: Tx, versionId: string): Promise<boolean> {
  return (await hearingsOfVersion(tx, versionId)).length > 0;
}

/** The bodies asked, by name. */
export async function askedBodies(tx: Tx, hearing: Pick<HearingFacts, 'id' | 'closesAt'>): Promise<AskedBody[]> {
  const rows = await tx
    .selectFrom('hearing_bodies')
    .select(['body_id', 'name', 'replied_at', 'replied_by_name'])
    .where('hearing_id', '=', hearing.id)
    .orderBy('name', (order) => order.collate('da-x-icu'))
    .execute();
  return rows.map((row) => ({
    id: row.body_id,
    name: row.name,
    repliedAt: row.replied_at,
    repliedBy: row.replied_by_name,
    late: isLate(row.replied_at, hearing.closesAt),
  }));
}

/** The bodies a person may answer for today: member of it, and it still has the right and is not retired. */
export async function bodiesActedFor(tx: Tx, personId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('framework_body_members as m')
    .innerJoin('framework_body_rights as r', (join) =>
      join.onRef('r.organisation_id', '=', 'm.organisation_id').onRef('r.body_id', '=', 'm.body_id').on('r.right', '=', 'answer'),
    )
    .innerJoin('framework_bodies as b', (join) =>
      join.onRef('b.organisation_id', '=', 'm.organisation_id').onRef('b.id', '=', 'm.body_id').on('b.retired_at', 'is', null),
    )
    .select('m.body_id')
    .where('m.person_id', '=', personId)
    .execute();
  return new Set(rows.map((row) => row.body_id));
}

/** The text that is heard, as it stood when the hearing opened, in document order. */
export async function heardStatements(tx: Tx, hearingId: string): Promise<HeardStatement[]> {
  const rows = await tx
    .selectFrom('hearing_statements')
    .select(['kind', 'statement'])
    .where('hearing_id', '=', hearingId)
    .orderBy('position')
    .execute();
  return rows.map((row) => {
    const statement = row.statement as HeardStatement;
    // Without a name of the organisation's own, a kind is called what the reader's language calls it.
    const usual = DEFAULT_KIND_NAMES[row.kind as ElementKind];
    const common = Object.values(usual).some((name) => name.toLocaleLowerCase() === statement.kindName.toLocaleLowerCase());
    const name = common ? usual[locale()] : statement.kindName;
    return { ...statement, kindName: name.charAt(0).toLocaleUpperCase() + name.slice(1) };
  });
}

/** A hearing that the member is asked to answer now. */
export type AskedOf = { id: string; title: string; closesAt: Date; late: boolean; bodies: AskedBody[]; asEmployee: boolean };

/** What the member is asked to answer now, first what closes first. Whether an employee has written is not said. */
export async function askedOf(tx: Tx, member: Member): Promise<AskedOf[]> {
  const actsFor = await bodiesActedFor(tx, member.personId);
  const asked: AskedOf[] = [];
  for (const hearing of (await allHearings(tx)).filter(takesComments)) {
    const bodies = (await askedBodies(tx, hearing)).filter((body) => actsFor.has(body.id));
    const asEmployee = mayAnswerAsEmployee(member, hearing);
    const { id, title, closesAt, state } = hearing;
    if (bodies.length > 0 || asEmployee) asked.push({ id, title, closesAt, late: state === 'past_deadline', bodies, asEmployee });
  }
  return asked.sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime());
}

/** The hearings a member may read, newest first. */
export async function hearingsFor(tx: Tx, member: Member): Promise<HearingInList[]> {
  const actsFor = await bodiesActedFor(tx, member.personId);
  const shown: HearingInList[] = [];
  for (const hearing of await allHearings(tx)) {
    const mine = (await askedBodies(tx, hearing)).filter((body) => actsFor.has(body.id));
    if (mayReadHearing(member, hearing, mine)) shown.push(hearing);
  }
  return shown;
}

function hearingRows(tx: Tx) {
  return tx
    .selectFrom('hearings as h')
    .innerJoin('framework_versions as v', (join) =>
      join.onRef('v.organisation_id', '=', 'h.organisation_id').onRef('v.id', '=', 'h.version_id'),
    )
    .leftJoin('hearing_notes as n', (join) =>
      join.onRef('n.organisation_id', '=', 'h.organisation_id').onRef('n.hearing_id', '=', 'h.id'),
    )
    .select([
      'h.id',
      'h.version_id as versionId',
      'v.framework_id as frameworkId',
      'h.title',
      'h.letter',
      'h.contact',
      'h.employees',
      'h.k',
      'h.opened_at as openedAt',
      'h.closes_at as closesAt',
      'h.step_id as stepId',
      'h.treatment_began_at as treatmentBeganAt',
      'h.set_opened as setOpened',
      'h.treated_at as treatedAt',
      'n.published_at as publishedAt',
    ]);
}

function presented(row: Omit<HearingFacts, 'state'>): HearingFacts {
  return { ...row, state: stateOf(row, now()) };
}
