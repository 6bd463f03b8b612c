import { sql, type Transaction } from 'kysely';
import type { Connection } from './connection.ts';
import type { Tables } from './tables.ts';

/** A transaction inside one organisation. The first argument of everything that reads or writes. */
export type Tx = Transaction<Tables>;

/** Proof that somebody with the right to it named this organisation. Only the ways in (gate, jobs, command line) mint one. */
export class Tenant {
  readonly organisation: number;
  readonly #connection: Connection;

  constructor(connection: Connection, organisation: number) {
    if (!Number.isInteger(organisation) || organisation < 1) throw new Error('an organisation is a positive whole number');
    this.organisation = organisation;
    this.#connection = connection;
  }

  /** Runs the work in one transaction in which only this organisation's rows exist. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#connection.kysely.transaction().execute(async (tx) => {
      await enter(tx, this.organisation);
      return work(tx);
    });
  }
}

/**
 * Proof that a stranger named this organisation. Its transactions are in no organisation, so every table is empty but what the database
 * itself shows to visitors, and nothing can be written.
 */
export class Visit {
  readonly #connection: Connection;
  readonly #organisation: number;

  constructor(connection: Connection, organisation: number) {
    if (!Number.isInteger(organisation) || organisation < 1) throw new Error('an organisation is a positive whole number');
    this.#connection = connection;
    this.#organisation = organisation;
  }

  /** Runs the work in one transaction in which only what is public of the organisation exists. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#connection.kysely
      .transaction()
      .setAccessMode('read only')
      .execute(async (tx) => {
        await sql`select set_config('app.visited', ${String(this.#organisation)}, true)`.execute(tx);
        return work(tx);
      });
  }
}

/** Mints a visitor's proof. A law says who may call this. */
export function mintVisit(connection: Connection, organisation: number): Visit {
  return new Visit(connection, organisation);
}

/** Mints the proof. A law says who may call this. */
export function mintTenant(connection: Connection, organisation: number): Tenant {
  return new Tenant(connection, organisation);
}

/** Opens a transaction inside the organisation that the proof names. */
export function inTenant<T>(proof: Tenant | { readonly tenant: Tenant }, work: (tx: Tx) => Promise<T>): Promise<T> {
  return (proof instanceof Tenant ? proof : proof.tenant).transaction(work);
}

// Where a transaction is was said by ourselves when it began, so the database need not be asked again and again.
const entered = new WeakMap<Tx, number>();

/** The organisation of the running transaction, for the first column of rows to insert. */
export async function organisationOf(tx: Tx): Promise<number> {
  const known = entered.get(tx);
  if (known !== undefined) return known;
  const row = await sql<{ id: number | null }>`select current_organisation() as id`.execute(tx);
  const id = row.rows[0]?.id;
  if (typeof id !== 'number') throw new Error('this transaction is in no organisation');
  return id;
}

/**
 * The one place that sets the organisation of a transaction. set_config is not passed on to the workers of a distributed database;
 * there this becomes `set local app.organisation = '<int>'`, with the number already checked above.
 */
async function enter(tx: Tx, organisation: number): Promise<void> {
  await sql`select set_config('app.organisation', ${String(organisation)}, true)`.execute(tx);
  entered.set(tx, organisation);
}
