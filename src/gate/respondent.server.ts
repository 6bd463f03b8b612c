// Who may answer confidentially: the holder of a link or a printed code. No name is looked up, and no session is made in the database.
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { now, secondsAfter } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { Respondent } from '#rooms/rounds/proof.server.ts';
import { invitationByLink, linkByCode } from '#rooms/rounds/tokens/read.server.ts';
import { readCode } from '#rooms/rounds/tokens/schema.ts';
import { countAttempt } from './attempts.server.ts';
import { dropCookie, getCookie, setCookie } from './cookies.server.ts';
import { asAnyone, tenantOfNumber } from './gate.server.ts';
import { readBearer } from './secrets.server.ts';

// Enough for a town hall that mistypes on the same morning, and nothing against the 60 bits of a code.
const WRONG_CODES = { kind: 'answer_code', subject: Buffer.from('wrong codes'), most: 300, seconds: 600 };

/** Pages for the holder of an invitation; anyone else is asked for a code. */
export function asRespondent<E extends RequestEvent, T>(
  work: (respondent: Respondent, event: E) => Promise<T>,
): (event: E) => Promise<T> {
  return asAnyone(async (event: E) => {
    const respondent = await currentRespondent(event);
    if (respondent === null) redirect(303, '/answer');
    return work(respondent, event);
  });
}

/** What the answer page's own program asks for: from our own pages only, and answered with a code instead of a page. */
export function asRespondentAction<E extends RequestEvent>(
  work: (respondent: Respondent, event: E) => Promise<Response>,
): (event: E) => Promise<Response> {
  return async (event: E) => {
    try {
      const from = event.request.headers.get('origin');
      if (from !== event.url.origin) throw new Problem('not_found');
      const respondent = await currentRespondent(event);
      if (respondent === null) throw new Problem('not_found');
      return await work(respondent, event);
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      return Response.json({ problem: thrown.code }, { status: thrown.status });
    }
  };
}

/** Does this link open an invitation? Looking changes nothing: mail scanners open links. */
export async function invitationIsKnown(link: string): Promise<boolean> {
  return (await findRespondent(link)) !== null;
}

/** Remembers the invitation in a cookie that ends with the browser. */
export async function enterByLink(event: RequestEvent, link: string): Promise<void> {
  if ((await findRespondent(link)) === null) throw new Problem('not_found');
  setCookie(event.cookies, 'respondent', link);
}

/** The same by a printed code; says why not when it is none. Wrong codes are counted for the organisation, never by network address. */
export async function enterByCode(event: RequestEvent, typed: string): Promise<Problem | null> {
  const unknown = new Problem('invalid', m.answer_code_unknown());
  const code = readCode(typed);
  const opened = code === null ? null : await tenantOfNumber(code.organisation);
  if (code === null || opened === null) return unknown;
  return opened.tenant.transaction(async (tx) => {
    if (await tooManyWrong(tx)) return new Problem('too_many', m.answer_code_too_many());
    const link = await linkByCode(tx, code);
    if (link === null) await countAttempt(tx, WRONG_CODES);
    else setCookie(event.cookies, 'respondent', link);
    return link === null ? unknown : null;
  });
}

/** Forgets the invitation on this device. */
export function leave(event: RequestEvent): void {
  dropCookie(event.cookies, 'respondent');
}

async function tooManyWrong(tx: Tx): Promise<boolean> {
  const row = await tx
    .selectFrom('attempts')
    .select('count')
    .where('kind', '=', WRONG_CODES.kind)
    .where('subject', '=', WRONG_CODES.subject)
    .where('started_at', '>', secondsAfter(now(), -WRONG_CODES.seconds))
    .executeTakeFirst();
  return row !== undefined && row.count >= WRONG_CODES.most;
}

async function currentRespondent(event: RequestEvent): Promise<Respondent | null> {
  const link = getCookie(event.cookies, 'respondent');
  return link === undefined ? null : findRespondent(link);
}

async function findRespondent(link: string): Promise<Respondent | null> {
  const bearer = readBearer(link);
  const opened = bearer === null ? null : await tenantOfNumber(bearer.organisation);
  if (bearer === null || opened === null) return null;
  const { tenant, organisation } = opened;
  const invitation = await tenant.transaction((tx) => invitationByLink(tx, bearer.hash));
  return invitation === null ? null : new Respondent({ tenant, ...invitation, organisation });
}
