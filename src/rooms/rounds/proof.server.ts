import { inTenant, type Tenant, type Tx } from '#database/tenant.ts';

/** Proof that somebody holds an invitation to answer confidentially. Only the gate makes one. It knows no name. */
export class Respondent {
  readonly tenant: Tenant;
  readonly raterId: string;
  readonly roundId: string;
  readonly organisation: { readonly id: number; readonly name: string };

  constructor(facts: { tenant: Tenant; raterId: string; roundId: string; organisation: { id: number; name: string } }) {
    this.tenant = facts.tenant;
    this.raterId = facts.raterId;
    this.roundId = facts.roundId;
    this.organisation = facts.organisation;
  }

  /** Reads in one transaction inside the organisation that invited. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return inTenant(this.tenant, work);
  }
}
