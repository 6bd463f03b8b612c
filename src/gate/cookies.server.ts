import type { Cookies } from '@sveltejs/kit';
import { origin } from './origin.server.ts';

export type CookieName = 'session' | 'operator' | 'respondent' | 'language';

/** The browser's name of a cookie of ours: with the __Host- prefix wherever the connection is encrypted. */
function nameOf(name: CookieName): string {
  return isSecure() ? `__Host-${name}` : name;
}

function isSecure(): boolean {
  return origin().startsWith('https:');
}

export function getCookie(cookies: Cookies, name: CookieName): string | undefined {
  return cookies.get(nameOf(name));
}

/** Sets a cookie that script cannot read and other sites cannot send along with a post. Without maxAge it ends with the browser. */
export function setCookie(cookies: Cookies, name: CookieName, value: string, maxAge?: number): void {
  cookies.set(nameOf(name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    ...(maxAge === undefined ? {} : { maxAge }),
  });
}

export function dropCookie(cookies: Cookies, name: CookieName): void {
  cookies.delete(nameOf(name), { path: '/', secure: isSecure() });
}
