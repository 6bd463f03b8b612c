import { inTenant, type Tenant, type Tx } from '#database/tenant.ts';
import type { Locale } from '#base/text.ts';
import type { Role } from './schema.ts';

/** Proof that a person of the organisation is signed in. Only the gate makes one. */
export class Member {
  readonly tenant: Tenant;
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly locale: Locale;
  readonly roles: ReadonlySet<Role>;
  readonly organisation: { readonly id: number; readonly slug: string; readonly name: string; readonly demo: boolean };

  constructor(facts: {
    tenant: Tenant;
    personId: string;
    name: string;
    email: string | null;
    locale: Locale;
    roles: Iterable<Role>;
    organisation: { id: number; slug: string; name: string; demo: boolean };
  }) {
    this.tenant = facts.tenant;
    this.personId = facts.personId;
    this.name = facts.name;
    this.email = facts.email;
    this.locale = facts.locale;
    this.roles = new Set(facts.roles);
    this.organisation = facts.organisation;
  }

  has(...anyOf: Role[]): boolean {
    return anyOf.some((role) => this.roles.has(role));
  }

  /** Reads in one transaction inside the member's organisation. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return inTenant(this.tenant, work);
  }
}
