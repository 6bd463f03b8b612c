// Operators of the installation: a link for the first one, a link by mail for later, and a session of their own. They belong to no
// organisation and can read none of its content.
import type { RequestEvent } from '@sveltejs/kit';
import nodemailer from 'nodemailer';
import { environment } from '#environment';
import { found, Problem } from '#base/errors.ts';
import { errorFields, log } from '#base/log.ts';
import { locale, m } from '#base/text.ts';
import { now, secondsAfter } from '#base/time.ts';
import { processConnection } from '#database/process.ts';
import { dropCookie, getCookie, setCookie } from './cookies.server.ts';
import { makeOperatorLink } from './operator-link.ts';
import { origin } from './origin.server.ts';
import { newBearer, readBearer, type Bearer } from './secrets.server.ts';

const SESSION_SECONDS = 8 * 3600;

/** Mails a link to the operator with this address. Tells nobody whether there is one. */
export async function sendOperatorLink(email: string): Promise<void> {
  if (environment.SMTP_URL === undefined) return;
  const path = await makeOperatorLink(processConnection().kysely, email);
  if (path === null) return;
  const transport = nodemailer.createTransport(environment.SMTP_URL);
  try {
    await transport.sendMail({
      from: environment.MAIL_FROM,
      to: email.trim(),
      subject: m.operator_mail_subject(),
      text: m.operator_mail_text({ link: origin() + path }, { locale: locale() }),
    });
  } catch (error) {
    // Said to nobody: the page is the same whether the address is known or not.
    log.error('operator mail not sent', errorFields(error));
  } finally {
    transport.close();
  }
}

/** Can this link still be used? `first`: it belongs to the first operator, who has no name yet. */
export async function operatorLinkIsLive(text: string): Promise<{ live: boolean; first: boolean }> {
  const row = await holderOf(operatorBearer(text));
  return { live: row !== undefined, first: row?.email === '' };
}

/** Spends the first operator's link: name and mail are written, and a session begins. */
export async function setUpFirstOperator(
  event: RequestEvent,
  text: string,
  input: { name: string; email: string },
): Promise<void> {
  const bearer = found(operatorBearer(text));
  if ((await holderOf(bearer))?.email !== '') throw new Problem('closed');
  await spend(event, bearer, { name: input.name, email: input.email.toLowerCase() });
}

/** Spends an operator's link, and a session begins. */
export async function spendOperatorLink(event: RequestEvent, text: string): Promise<void> {
  const bearer = found(operatorBearer(text));
  const holder = await holderOf(bearer);
  if (holder === undefined || holder.email === '') throw new Problem('closed');
  await spend(event, bearer, {});
}

/** Ends the operator's session, here and in the database. */
export async function signOutOperator(event: RequestEvent): Promise<void> {
  const bearer = operatorBearer(getCookie(event.cookies, 'operator'));
  // The hash stays: it tells the next start that there is an operator who has been here.
  if (bearer !== null)
    await processConnection()
      .kysely.updateTable('operators')
      .set({ session_expires: now() })
      .where('session_hash', '=', bearer.hash)
      .execute();
  dropCookie(event.cookies, 'operator');
}

/** Does a mail server send operators' links? Without one they come from the command line. */
export function operatorMailsAreSent(): boolean {
  return environment.SMTP_URL !== undefined;
}

function operatorBearer(text: string | undefined): Bearer | null {
  const bearer = readBearer(text);
  return bearer?.organisation === 0 ? bearer : null;
}

async function holderOf(bearer: Bearer | null): Promise<{ id: string; email: string } | undefined> {
  if (bearer === null) return undefined;
  return processConnection()
    .kysely.selectFrom('operators')
    .select(['id', 'email'])
    .where('link_hash', '=', bearer.hash)
    .where('link_expires', '>', now())
    .executeTakeFirst();
}

async function spend(event: RequestEvent, bearer: Bearer, facts: { name?: string; email?: string }): Promise<void> {
  const secret = newBearer(0);
  const spent = await processConnection()
    .kysely.updateTable('operators')
    .set({
      ...facts,
      link_hash: null,
      link_expires: null,
      session_hash: secret.hash,
      session_expires: secondsAfter(now(), SESSION_SECONDS),
    })
    .where('link_hash', '=', bearer.hash)
    .where('link_expires', '>', now())
    .returning('id')
    .executeTakeFirst();
  if (spent === undefined) throw new Problem('closed');
  setCookie(event.cookies, 'operator', secret.text, SESSION_SECONDS);
}
