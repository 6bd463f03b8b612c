import { environment } from '#environment';
import { found } from '#base/errors.ts';
import { asLocale, type Locale } from '#base/text.ts';
import { inWords } from '#base/time.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';
import { enqueue } from '#jobs/enqueue.ts';
import { postAll } from '#rooms/messages/write.server.ts';
import type { Template } from '#rooms/messages/schema.ts';
import { organisationById } from '#rooms/organisations/read.server.ts';
import type { HearingFacts } from '../schema.ts';

type Announced = Pick<HearingFacts, 'id' | 'title' | 'closesAt' | 'contact'>;
type Asked = { id: string; name: string };

/** Asks bodies to answer: writes down that they were, and has their members told of the deadline. */
export async function inviteBodies(
  tx: Tx,
  at: { hearingId: string; deadlineId: string },
  bodies: readonly Asked[],
): Promise<void> {
  if (bodies.length === 0) return;
  const organisation = await organisationOf(tx);
  await tx
    .insertInto('hearing_bodies')
    .values(bodies.map(({ id, name }) => ({ organisation_id: organisation, hearing_id: at.hearingId, body_id: id, name })))
    .execute();
  await askToTell(tx, at);
}

/** Has the members of the bodies asked told of a deadline by mail. They are found by the worker, so that nobody waits for the mails. */
export async function askToTell(tx: Tx, at: { hearingId: string; deadlineId: string }): Promise<void> {
  const organisation = await organisationOf(tx);
  await tx
    .insertInto('hearing_tellings')
    .values({ organisation_id: organisation, hearing_id: at.hearingId, deadline_id: at.deadlineId })
    .execute();
  await enqueue(tx, 'hearings.tell', { organisation, hearing: at.hearingId, deadline: at.deadlineId });
}

/** Sends the members of bodies a mail about a hearing: one each, also to who sits in several of them. */
export async function writeToBodies(
  tx: Tx,
  hearing: Announced,
  bodies: readonly Asked[],
  letter: { template: Extract<Template, `hearing_${string}`>; kind?: string; reason?: string },
): Promise<void> {
  const organisation = found(await organisationById(tx, await organisationOf(tx)));
  const origin = (environment.ORIGIN ?? `http://localhost:${environment.PORT}`).replace(/\/$/, '');
  const members = await membersOf(
    tx,
    bodies.map((body) => body.id),
  );
  const names = new Map(bodies.map((body) => [body.id, body.name]));
  const letters = members.map((member) => ({
    template: letter.template,
    address: member.email,
    language: member.language,
    parameters: {
      name: member.name,
      organisation: organisation.name,
      hearing: hearing.title,
      body: member.bodies.map((id) => names.get(id) ?? '').join(', '),
      closes: inWords(hearing.closesAt, member.language),
      contact: hearing.contact,
      kind: letter.kind ?? '',
      reason: letter.reason ?? '',
      link: `${origin}/${organisation.slug}/hearings/${hearing.id}`,
    },
  }));
  await postAll(tx, letters);
}

type Addressee = { name: string; email: string; language: Locale; bodies: string[] };

/** The people of bodies who can be written to and are still here. */
async function membersOf(tx: Tx, bodyIds: readonly string[]): Promise<Addressee[]> {
  if (bodyIds.length === 0) return [];
  const rows = await tx
    .selectFrom('framework_body_members as m')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'm.organisation_id').onRef('p.id', '=', 'm.person_id'),
    )
    .select(['m.body_id', 'p.id', 'p.name', 'p.email', 'p.language'])
    .where('m.body_id', 'in', [...bodyIds])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('employments as e')
          .select('e.id')
          .whereRef('e.organisation_id', '=', 'm.organisation_id')
          .whereRef('e.person_id', '=', 'm.person_id')
          .where('e.ended_on', 'is', null),
      ),
    )
    .orderBy('p.id')
    .execute();
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((own) => {
    const [row] = own;
    if (row?.email === null || row === undefined) return [];
    const { name, email, language } = row;
    return [{ name, email, language: asLocale(language) ?? 'da', bodies: own.map((one) => one.body_id) }];
  });
}
