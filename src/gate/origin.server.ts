import { environment } from '#environment';

/** The address of this installation, from its settings and never from what a request claims. */
export function origin(): string {
  return (environment.ORIGIN ?? `http://localhost:${environment.PORT}`).replace(/\/$/, '');
}

/** The urn's own address, where it has one. */
export function urnOrigin(): string | null {
  return environment.URN_ORIGIN === undefined ? null : new URL(environment.URN_ORIGIN).origin;
}
