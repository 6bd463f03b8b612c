// Who is asking, for which organisation, with which proof. Every route goes through exactly one of these; a law counts them.
import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { Problem } from '#base/errors.ts';
import { asLocale, m } from '#base/text.ts';
import { processConnection } from '#database/process.ts';
import { mintTenant, type Tenant } from '#database/tenant.ts';
import { Operator } from '#rooms/organisations/proof.server.ts';
import {
  allOrganisations,
  isDemonstration,
  organisationById,
  organisationBySlug,
  type OrganisationName,
} from '#rooms/organisations/read.server.ts';
import { Member } from '#rooms/people/proof.server.ts';
import { personFacts } from '#rooms/people/read.server.ts';
import { now } from '#base/time.ts';
import { getCookie } from './cookies.server.ts';
import { readBearer } from './secrets.server.ts';
import { sessionPerson } from './sessions.server.ts';

/** What a form gets back when something a person can mend went wrong. */
export type FormProblem = { problem: { message: string; code: string }; errors: Record<string, string> };

/** Pages and endpoints for a signed-in person of the organisation in the address. */
export function asMember<E extends RequestEvent, T>(work: (member: Member, event: E) => Promise<T>): (event: E) => Promise<T> {
  return (event) => answering(async () => work(await requireMember(event), event));
}

/** Form actions of a signed-in person: what can be mended comes back to the form, with nothing lost. */
export function asMemberAction<E extends RequestEvent, T>(
  work: (member: Member, event: E) => Promise<T>,
): (event: E) => Promise<T | ActionFailure<FormProblem>> {
  return (event) => mending(async () => work(await requireMember(event), event));
}

/** Pages and endpoints for operators of the installation. */
export function asOperator<E extends RequestEvent, T>(
  work: (operator: Operator, event: E) => Promise<T>,
): (event: E) => Promise<T> {
  return (event) => answering(async () => work(await requireOperator(event), event));
}

/** Form actions of an operator. */
export function asOperatorAction<E extends RequestEvent, T>(
  work: (operator: Operator, event: E) => Promise<T>,
): (event: E) => Promise<T | ActionFailure<FormProblem>> {
  return (event) => mending(async () => work(await requireOperator(event), event));
}

/** Pages, endpoints and actions that anybody may reach. The list of them is written out in a law. */
export function asAnyone<E extends RequestEvent, T>(work: (event: E) => Promise<T>): (event: E) => Promise<T> {
  return (event) => answering(() => work(event));
}

/** Form actions that anybody may use. */
export function asAnyoneAction<E extends RequestEvent, T>(
  work: (event: E) => Promise<T>,
): (event: E) => Promise<T | ActionFailure<FormProblem>> {
  return (event) => mending(() => work(event));
}

/** The member of this request, or null: for the frame around a page, which shows less to strangers. Asked once per request. */
export function currentMember(event: RequestEvent): Promise<Member | null> {
  let known = members.get(event.request);
  if (known === undefined) {
    known = findMember(event);
    members.set(event.request, known);
  }
  return known;
}

/** The proof for an organisation named by an open page's address. */
export async function openTenant(slug: string): Promise<{ tenant: Tenant; organisation: OrganisationName }> {
  const connection = processConnection();
  const organisation = await organisationBySlug(connection.kysely, slug);
  if (organisation === null) throw new Problem('not_found');
  return { tenant: mintTenant(connection, organisation.id), organisation };
}

/** The proof for the organisation that a bearer secret begins with. Null when there is no such organisation. */
export async function tenantOfNumber(organisation: number): Promise<{ tenant: Tenant; organisation: OrganisationName } | null> {
  const connection = processConnection();
  const known = organisation > 0 ? await organisationById(connection.kysely, organisation) : null;
  return known === null ? null : { tenant: mintTenant(connection, known.id), organisation: known };
}

/** Every organisation with its proof, for the open sign-in page, which may have to send a mail in each. */
export async function everyTenant(): Promise<{ tenant: Tenant; organisation: OrganisationName }[]> {
  const connection = processConnection();
  const organisations = await allOrganisations(connection.kysely);
  return organisations.map((organisation) => ({ tenant: mintTenant(connection, organisation.id), organisation }));
}

const members = new WeakMap<Request, Promise<Member | null>>();

async function findMember(event: RequestEvent): Promise<Member | null> {
  const bearer = readBearer(getCookie(event.cookies, 'session'));
  const opened = bearer === null ? null : await tenantOfNumber(bearer.organisation);
  if (bearer === null || opened === null) return null;
  const { tenant, organisation } = opened;
  const personId = await sessionPerson(tenant, bearer.hash);
  if (personId === null) return null;
  return tenant.transaction(async (tx) => {
    const person = await personFacts(tx, personId);
    if (person === null) return null;
    return new Member({
      tenant,
      personId: person.id,
      name: person.name,
      email: person.email,
      locale: asLocale(getCookie(event.cookies, 'language')) ?? person.locale ?? 'da',
      roles: person.roles,
      organisation: { ...organisation, demo: await isDemonstration(tx) },
    });
  });
}

async function requireMember(event: RequestEvent): Promise<Member> {
  const member = await currentMember(event);
  if (member === null) redirect(303, `/sign-in?to=${encodeURIComponent(event.url.pathname + event.url.search)}`);
  // Another organisation's address is answered exactly like one that does not exist.
  if ((event.params as Record<string, string | undefined>)['organisation'] !== member.organisation.slug)
    throw new Problem('not_found');
  return member;
}

async function requireOperator(event: RequestEvent): Promise<Operator> {
  const bearer = readBearer(getCookie(event.cookies, 'operator'));
  if (bearer === null || bearer.organisation !== 0) redirect(303, '/operator/sign-in');
  const row = await processConnection()
    .kysely.selectFrom('operators')
    .select(['id', 'name', 'email', 'session_expires'])
    .where('session_hash', '=', bearer.hash)
    .executeTakeFirst();
  if (row === undefined || row.session_expires === null || row.session_expires <= now()) redirect(303, '/operator/sign-in');
  return new Operator(row);
}

async function answering<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (thrown instanceof Problem) error(thrown.status, sentenceFor(thrown), { code: thrown.code });
    throw thrown;
  }
}

async function mending<T>(work: () => Promise<T>): Promise<T | ActionFailure<FormProblem>> {
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    if (thrown.status === 404) error(404, sentenceFor(thrown), { code: 'not_found' });
    return fail(thrown.status, { problem: { message: sentenceFor(thrown), code: thrown.code }, errors: thrown.fields });
  }
}

function sentenceFor(problem: Problem): string {
  if (problem.message !== problem.code) return problem.message;
  const sentences: Record<Problem['code'], () => string> = {
    not_found: m.gate_problem_not_found,
    not_allowed: m.gate_problem_not_found,
    invalid: m.gate_problem_invalid,
    conflict: m.gate_problem_conflict,
    closed: m.gate_problem_closed,
    too_many: m.gate_problem_too_many,
    too_large: m.gate_problem_too_large,
    busy: m.gate_problem_busy,
  };
  return sentences[problem.code]();
}
