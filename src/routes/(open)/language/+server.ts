import { redirect } from '@sveltejs/kit';
import { asLocale } from '#base/text.ts';
import { setCookie } from '#gate/cookies.server.ts';
import { asAnyone } from '#gate/gate.server.ts';
import type { RequestEvent } from './$types';

/** Remembers the chosen language and goes back to where the person was. */
export const GET = asAnyone(async (event: RequestEvent) => {
  const chosen = asLocale(event.url.searchParams.get('to')) ?? 'da';
  setCookie(event.cookies, 'language', chosen, 365 * 86_400);
  const back = event.url.searchParams.get('from') ?? '/';
  redirect(303, /^\/(?![/\\])/.test(back) ? back : '/');
});
