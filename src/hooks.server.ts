import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { newId } from '#base/ids.ts';
import { inLocale } from '#base/locale.server.ts';
import { errorFields, log } from '#base/log.ts';
import { asLocale, m, type Locale } from '#base/text.ts';
import { getCookie } from '#gate/cookies.server.ts';
import { currentMember } from '#gate/gate.server.ts';
import { urnOrigin } from '#gate/origin.server.ts';
import { tidyRequest } from '#gate/tidy-request.server.ts';
import { visitedLocale } from '#gate/visitor.server.ts';

/** The language and the frame of a request, and who may keep or frame the answer. */
export const handle: Handle = async ({ event, resolve }) => {
  tidyRequest(event);
  const locale = await localeOf(event);
  const response = await inLocale(locale, () =>
    resolve(event, { transformPageChunk: ({ html }) => html.replace('%pejling.lang%', locale) }),
  );
  letBallotsReachTheUrn(response);
  letSitesFrame(response, event.locals.framedBy);
  // What a signed-in person sees is kept by no cache on the way, nor by a shared computer's browser.
  if (/^\/\((member|operator|answer)\)/.test(event.route.id ?? '') && !response.headers.has('cache-control'))
    response.headers.set('cache-control', 'private, no-store');
  return response;
};

/** What the person chose, else what the organisation holds of the person, else Danish. A public page has its organisation's language, for everybody. */
async function localeOf(event: RequestEvent): Promise<Locale> {
  if (event.route.id?.startsWith('/(open)/public/')) return (await visitedLocale(event.params['organisation'] ?? '')) ?? 'da';
  const chosen = asLocale(getCookie(event.cookies, 'language'));
  return chosen ?? (event.route.id?.includes('[organisation]') ? (await currentMember(event))?.locale : null) ?? 'da';
}

/** The policy of our pages lets nobody frame them but the sites that an organisation named for its public pages. */
function letSitesFrame(response: Response, origins: readonly string[] | undefined): void {
  const policy = response.headers.get('content-security-policy');
  if (policy === null || origins === undefined || origins.length === 0) return;
  response.headers.set(
    'content-security-policy',
    policy.replace("frame-ancestors 'none'", `frame-ancestors ${origins.join(' ')}`),
  );
}

/** Where the urn has a host of its own, the policy of our pages lets ballots be sent there. */
function letBallotsReachTheUrn(response: Response): void {
  const urn = urnOrigin();
  const policy = response.headers.get('content-security-policy');
  if (urn !== null && policy !== null)
    response.headers.set('content-security-policy', policy.replace("connect-src 'self'", `connect-src 'self' ${urn}`));
}

/** An unexpected error is logged with an id and answered with a sentence that gives the id and nothing else. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind === 'app') return;
  if (kind === 'framework' && error.status === 404) return { message: m.gate_problem_not_found(), code: 'not_found' };
  if (kind === 'framework' && error.status === 413) return { message: m.gate_problem_too_large(), code: 'too_large' };
  if (kind !== 'unknown' && error.status < 500) return { message: m.gate_problem_invalid() };
  const id = newId();
  log.error('unexpected error', { ...errorFields(error), id, route: event.route.id ?? 'none', method: event.request.method });
  return { message: m.base_error_unexpected({ id }), code: 'unexpected', id };
};
