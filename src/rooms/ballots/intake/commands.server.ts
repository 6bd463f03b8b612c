import { errorFields, log } from '#base/log.ts';
import type { Tenant } from '#database/tenant.ts';
import type { Accepted } from './rules.ts';
import { keepBatch, type Kept } from './write.server.ts';

export type Outcome = Kept | { kind: 'busy' };
type Waiting = { accepted: Accepted; done: (outcome: Outcome) => void };

const LARGEST_BATCH = 500;
const WRITERS = 2;

/**
 * Gathers good ballots and keeps them together: whichever of two writers is idle takes all that waits for one organisation. There is
 * no timer, so a lone ballot waits for one commit only. A ballot is answered for after its transaction is committed.
 */
export class Intake {
  readonly #queues = new Map<number, Waiting[]>();
  readonly #tenantOf: (organisation: number) => Tenant;
  readonly #limit: number;
  #inside = 0;
  #writing = 0;

  constructor(tenantOf: (organisation: number) => Tenant, limit = 2000) {
    this.#tenantOf = tenantOf;
    this.#limit = limit;
  }

  /** Runs the work of one ballot if there is room for it; null when there is not. */
  async admit<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.#inside >= this.#limit) return null;
    this.#inside++;
    try {
      return await work();
    } finally {
      this.#inside--;
    }
  }

  /** Keeps a good ballot: answers when it is in the database, or could not get there. */
  keep(organisation: number, accepted: Accepted): Promise<Outcome> {
    return new Promise((done) => {
      const queue = this.#queues.get(organisation) ?? [];
      queue.push({ accepted, done });
      this.#queues.set(organisation, queue);
      this.#wake();
    });
  }

  #wake(): void {
    while (this.#writing < WRITERS) {
      const [next] = this.#queues;
      if (next === undefined) return;
      const [organisation, queue] = next;
      const batch = queue.splice(0, LARGEST_BATCH);
      // Taken out and, if anything is left, put back at the end: organisations take turns.
      this.#queues.delete(organisation);
      if (queue.length > 0) this.#queues.set(organisation, queue);
      this.#writing++;
      void this.#write(this.#tenantOf(organisation), batch).finally(() => {
        this.#writing--;
        this.#wake();
      });
    }
  }

  async #write(tenant: Tenant, batch: Waiting[]): Promise<void> {
    try {
      const kept = await tenant.transaction((tx) =>
        keepBatch(
          tx,
          batch.map((waiting) => waiting.accepted),
        ),
      );
      batch.forEach((waiting, index) => waiting.done(kept[index] ?? { kind: 'busy' }));
    } catch (error) {
      log.error('ballots not kept', { organisation: tenant.organisation, count: batch.length, ...errorFields(error) });
      if (batch.length === 1 || !isAboutOneRow(error)) return batch.forEach((waiting) => waiting.done({ kind: 'busy' }));
      // One row that the database refuses must not take the others with it.
      for (const waiting of batch) await this.#write(tenant, [waiting]);
    }
  }
}

/** Data and constraint errors (SQLSTATE 22 and 23) come from a row; anything else from the connection or the server. */
function isAboutOneRow(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^2[23]/.test(error.code);
}
