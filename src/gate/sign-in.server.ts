// Signing in by a link in a mail, and, in a demo, by choosing one of the invented people.
import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { environment } from '#environment';
import { found, Problem } from '#base/errors.ts';
import { now, secondsAfter } from '#base/time.ts';
import type { Tenant } from '#database/tenant.ts';
import { isDemonstration } from '#rooms/organisations/read.server.ts';
import { personByEmail, personFacts, personasOf, type Persona } from '#rooms/people/read.server.ts';
import { post } from '#rooms/messages/write.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { countAttempt } from './attempts.server.ts';
import { dropCookie, getCookie, setCookie } from './cookies.server.ts';
import { everyTenant, openTenant, tenantOfNumber } from './gate.server.ts';
import { origin } from './origin.server.ts';
import { newBearer, readBearer } from './secrets.server.ts';
import { createSession, endSession } from './sessions.server.ts';

const LINK_SECONDS = 15 * 60;

/** Sends a link to everyone with this mail address, in each organisation that knows it. Tells nobody whether there was one. */
export async function sendLinks(email: string): Promise<void> {
  const subject = createHash('sha256').update(email.trim().toLowerCase()).digest();
  for (const { tenant, organisation } of await everyTenant()) {
    await tenant.transaction(async (tx) => {
      const person = await personByEmail(tx, email);
      if (person === null) return;
      if (!(await countAttempt(tx, { kind: 'link', subject, most: 5, seconds: 900 }))) return;
      const secret = newBearer(tenant.organisation);
      await tx
        .insertInto('sign_in_links')
        .values({
          organisation_id: tenant.organisation,
          hash: secret.hash,
          person_id: person.id,
          expires_at: secondsAfter(now(), LINK_SECONDS),
        })
        .execute();
      await post(tx, {
        template: 'sign_in',
        address: email.trim(),
        language: person.locale ?? 'da',
        parameters: { name: person.name, organisation: organisation.name, link: `${origin()}/sign-in/${secret.text}` },
      });
    });
  }
}

/** Can this link still be used? Looking does not spend it: mail scanners open links. */
export async function linkIsLive(text: string): Promise<boolean> {
  const bearer = readBearer(text);
  const opened = bearer === null ? null : await tenantOfNumber(bearer.organisation);
  if (bearer === null || opened === null) return false;
  const row = await opened.tenant.transaction((tx) =>
    tx.selectFrom('sign_in_links').select(['expires_at', 'spent_at']).where('hash', '=', bearer.hash).executeTakeFirst(),
  );
  return row !== undefined && row.spent_at === null && row.expires_at > now();
}

/** Spends the link and signs the person in. Gives the organisation's address. */
export async function spendLink(event: RequestEvent, text: string): Promise<string> {
  const bearer = found(readBearer(text));
  const { tenant, organisation } = found(await tenantOfNumber(bearer.organisation));
  const personId = await tenant.transaction(async (tx) => {
    const spent = await tx
      .updateTable('sign_in_links')
      .set({ spent_at: now() })
      .where('hash', '=', bearer.hash)
      .where('spent_at', 'is', null)
      .where('expires_at', '>', now())
      .returning('person_id')
      .executeTakeFirst();
    return spent?.person_id ?? null;
  });
  if (personId === null) throw new Problem('closed');
  await enter(event, tenant, personId);
  return organisation.slug;
}

/** The invented people a visitor of a demo can be, by organisation. Empty unless the installation was started as a demo. */
export async function personas(): Promise<{ organisation: string; slug: string; people: Persona[] }[]> {
  if (!environment.demo) return [];
  const lists = [];
  for (const { tenant, organisation } of await everyTenant()) {
    const people = await tenant.transaction((tx) => personasOf(tx));
    if (people.length > 0) lists.push({ organisation: organisation.name, slug: organisation.slug, people });
  }
  return lists;
}

/** Signs a visitor of a demo in as one of the invented people. */
export async function becomePersona(event: RequestEvent, slug: string, personId: string): Promise<void> {
  if (!environment.demo) throw new Problem('not_found');
  const { tenant } = await openTenant(slug);
  const known = await tenant.transaction(async (tx) => {
    if (!(await isDemonstration(tx))) return false;
    return (await personasOf(tx)).some((persona) => persona.id === personId);
  });
  if (!known) throw new Problem('not_found');
  await enter(event, tenant, personId);
}

/** Ends the session of this request, here and in the database. */
export async function signOut(event: RequestEvent): Promise<void> {
  const bearer = readBearer(getCookie(event.cookies, 'session'));
  const opened = bearer === null ? null : await tenantOfNumber(bearer.organisation);
  if (bearer !== null && opened !== null) await endSession(opened.tenant, bearer.hash);
  dropCookie(event.cookies, 'session');
}

async function enter(event: RequestEvent, tenant: Tenant, personId: string): Promise<void> {
  setCookie(event.cookies, 'session', await createSession(tenant, personId));
  await tenant.transaction(async (tx) => {
    const person = found(await personFacts(tx, personId));
    await record(
      tx,
      { personId, name: person.name },
      { action: 'person.signed_in', object: { kind: 'person', id: personId, name: person.name }, about: personId },
    );
  });
}
