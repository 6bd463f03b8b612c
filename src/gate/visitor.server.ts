// Who may read what an organisation has made public: anybody. No session is looked up, and no cookie is read or set.
import type { RequestEvent } from '@sveltejs/kit';
import { found } from '#base/errors.ts';
import { asLocale, type Locale } from '#base/text.ts';
import { processConnection } from '#database/process.ts';
import { mintVisit } from '#database/tenant.ts';
import { Visitor } from '#rooms/frameworks/proof.server.ts';
import { allOrganisations, organisationBySlug } from '#rooms/organisations/read.server.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { asAnyone } from './gate.server.ts';

/** Pages and endpoints for anybody, about the organisation in the address. Within them only what is published and public exists. */
export function asVisitor<E extends RequestEvent, T>(work: (visitor: Visitor, event: E) => Promise<T>): (event: E) => Promise<T> {
  return asAnyone(async (event: E) => {
    const slug = (event.params as Record<string, string | undefined>)['organisation'] ?? '';
    return work(await visitorOf(slug), event);
  });
}

/** The proof for the organisation with this address; a stranger may know that it exists. */
export async function visitorOf(slug: string): Promise<Visitor> {
  return found(await findVisitor(slug));
}

/** The same; null when there is no organisation with this address any more. */
export function visitorIfThere(slug: string): Promise<Visitor | null> {
  return findVisitor(slug);
}

/** A visitor's proof for every other organisation of this installation: what they have made public can be copied. */
export async function visitorsElsewhere(member: Member): Promise<Visitor[]> {
  const connection = processConnection();
  const others = (await allOrganisations(connection.kysely)).filter((organisation) => organisation.id !== member.organisation.id);
  return others.map((organisation) => new Visitor({ visit: mintVisit(connection, organisation.id), organisation }));
}

/** The language of an organisation's public pages: its own, and the same for everybody. Null when there is no such organisation. */
export async function visitedLocale(slug: string): Promise<Locale | null> {
  const visitor = await findVisitor(slug);
  const settings = await visitor?.read((tx) => tx.selectFrom('organisation_settings').select('language').executeTakeFirst());
  return asLocale(settings?.language);
}

/** Lets an answer of ours be kept for some minutes by anything on the way: it is the same for everybody. */
export function keepForEverybody(event: RequestEvent): void {
  event.setHeaders({ 'cache-control': 'public, max-age=300' });
}

/** Says which sites may show this answer in a frame. Without this nobody may. */
export function letFrame(event: RequestEvent, origins: readonly string[]): void {
  event.locals.framedBy = [...origins];
}

async function findVisitor(slug: string): Promise<Visitor | null> {
  const connection = processConnection();
  const organisation = await organisationBySlug(connection.kysely, slug);
  return organisation === null ? null : new Visitor({ visit: mintVisit(connection, organisation.id), organisation });
}
