import { createHash, sign } from 'node:crypto';
import type { Connection } from '#database/connection.ts';
import type { Tenant } from '#database/tenant.ts';
import { Intake, type Outcome } from '../intake/commands.server.ts';
import { ballotIsSigned, tokenIsGood } from '../intake/rules.ts';
import { leafOf } from '../intake/write.server.ts';
import { decodeBallot, readToken, type Receipt, type Refusal } from '../schema.ts';
import { isClosed, UrnWatch, type WatchedRound } from '../watch/commands.server.ts';

export type UrnAnswer = { status: number; body: Receipt | Refusal | (Refusal & Receipt) };

const LOOK_EVERY_MS = 1000;

/** The urn: takes sealed ballots, keeps them, and opens them when their round is closed. It knows rounds and groups, never people. */
export class Urn {
  readonly #watch: UrnWatch;
  readonly #intake: Intake;
  #timer: NodeJS.Timeout | null = null;

  constructor(connection: Connection, dataDir: string, tenantOf: (organisation: number) => Tenant) {
    this.#watch = new UrnWatch(dataDir, () => everyTenant(connection, tenantOf));
    this.#intake = new Intake(tenantOf);
  }

  /** Looks after the rounds from now on. */
  async start(): Promise<void> {
    await this.look();
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  /** Stops looking; what is being done is finished first. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.settled();
  }

  /** Looks after the rounds now. */
  look(): Promise<void> {
    return this.#watch.look();
  }

  /** Waits for a look that is under way. */
  settled(): Promise<void> {
    return this.#watch.settled();
  }

  /** Takes one ballot: answers when it is kept for good, or says why not. */
  async take(organisation: number, roundId: string, bytes: Uint8Array): Promise<UrnAnswer> {
    const answer = await this.#intake.admit(() => this.#check(organisation, roundId, bytes));
    return answer ?? busy;
  }

  async #check(organisation: number, roundId: string, bytes: Uint8Array): Promise<UrnAnswer> {
    const ballot = decodeBallot(bytes);
    const token = ballot === null ? null : readToken(ballot.token);
    if (ballot === null || token === null) return refused(400, 'form');
    if (token.round !== roundId) return refused(400, 'token');
    const round = await this.#watch.find(organisation, roundId);
    if (round === null)
      return this.#watch.wasOpened(organisation, roundId) ? refused(409, 'closed') : refused(404, 'unknown_round');
    if (isClosed(round)) return refused(409, 'closed');
    if (!tokenIsGood(round.groupKeys, token, ballot)) return refused(403, 'token');
    if (!ballotIsSigned(token, ballot)) return refused(403, 'signature');
    const nullifier = createHash('sha256').update(token.ballotKey).digest();
    const leaf = leafOf(token, nullifier, ballot.version, ballot.sealed);
    const receipt = receiptFor(round, leaf);
    return answerTo(await this.#intake.keep(organisation, { roundId, groupId: token.group, nullifier, ballot, leaf, receipt }));
  }
}

/**
 * The urn's signature over the leaf. Node's ECDSA is not deterministic, so the receipt is kept with the ballot, and the same ballot sent
 * again gets the kept one.
 */
function receiptFor(round: WatchedRound, leaf: Buffer): Buffer {
  return sign('sha256', leaf, { key: round.receiptKey, dsaEncoding: 'ieee-p1363' });
}

const busy: UrnAnswer = { status: 503, body: { problem: 'busy' } };

function refused(status: number, problem: Refusal['problem']): UrnAnswer {
  return { status, body: { problem } };
}

function answerTo(outcome: Outcome): UrnAnswer {
  switch (outcome.kind) {
    case 'kept':
      return { status: 200, body: outcome.receipt };
    case 'outdated':
      return { status: 409, body: { problem: 'outdated', ...outcome.receipt } };
    case 'closed':
      return refused(409, 'closed');
    case 'busy':
      return busy;
  }
}

async function everyTenant(connection: Connection, tenantOf: (organisation: number) => Tenant): Promise<Tenant[]> {
  const rows = await connection.kysely.selectFrom('organisations').select('id').orderBy('id').execute();
  return rows.map((row) => tenantOf(row.id));
}
