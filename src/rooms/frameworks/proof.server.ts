import type { Tx, Visit } from '#database/tenant.ts';

/** Proof that a stranger stands before an organisation's public frameworks. Only the gate makes one. It knows no person. */
export class Visitor {
  readonly organisation: { readonly slug: string; readonly name: string };
  readonly #visit: Visit;

  constructor(facts: { visit: Visit; organisation: { slug: string; name: string } }) {
    this.organisation = { slug: facts.organisation.slug, name: facts.organisation.name };
    this.#visit = facts.visit;
  }

  /** Reads in one transaction in which only what is published and public exists. Nothing can be written in it. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#visit.transaction(work);
  }
}
