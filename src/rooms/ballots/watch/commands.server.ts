import { createPublicKey, type KeyObject } from 'node:crypto';
import { curvePoint } from '#base/curve-key.ts';
import { errorFields, log } from '#base/log.ts';
import { now, secondsAfter } from '#base/time.ts';
import type { Tenant } from '#database/tenant.ts';
import type { ManifestBody } from '#rooms/rounds/manifest/schema.ts';
import { GroupKeys } from '../intake/rules.ts';
import { destroyKeys, keptRounds, makeKeys, readKeys, type UrnKeys } from '../keys/write.server.ts';
import { openUrn } from '../opening/commands.server.ts';
import { isOpened, knownRounds, manifestWithHead, type KnownRound } from './read.server.ts';

/** A round that the urn takes ballots for, or will open. */
export type WatchedRound = {
  manifest: ManifestBody;
  groupKeys: GroupKeys;
  receiptKey: KeyObject;
  closesAt: Date;
  closedEarly: boolean;
};

/** Is the round closed at this moment? */
export function isClosed(round: WatchedRound): boolean {
  return round.closedEarly || round.closesAt <= now();
}

/**
 * May the round's urn be opened? A little after its closing: an extension that was decided in the last moment must have reached the
 * database by then.
 */
function isDue(round: WatchedRound): boolean {
  return round.closedEarly || secondsAfter(round.closesAt, 2) <= now();
}

/**
 * Looks after the rounds of all organisations: makes keys for those announced, knows those that are open, opens those that are closed.
 * Everything it does can be interrupted anywhere and is done by the next look.
 */
export class UrnWatch {
  readonly #rounds = new Map<string, WatchedRound>();
  readonly #opened = new Set<string>();
  readonly #dataDir: string;
  readonly #tenants: () => Promise<Tenant[]>;
  readonly #curious: (() => void)[] = [];
  #looking: Promise<void> | null = null;

  constructor(dataDir: string, tenants: () => Promise<Tenant[]>) {
    this.#dataDir = dataDir;
    this.#tenants = tenants;
  }

  /** The round; null when there is none that the urn knows. For one that became ready this very second it waits for the next look. */
  async find(organisation: number, roundId: string): Promise<WatchedRound | null> {
    const name = `${organisation}/${roundId}`;
    const known = this.#rounds.get(name);
    if (known !== undefined) return known;
    // Never a look of its own: made-up rounds must not make the urn ask the database more often.
    await new Promise<void>((resolve) => this.#curious.push(resolve));
    return this.#rounds.get(name) ?? null;
  }

  /** Has this process seen the round's urn opened? Then it is closed, and no longer among those found. */
  wasOpened(organisation: number, roundId: string): boolean {
    return this.#opened.has(`${organisation}/${roundId}`);
  }

  /** Waits for a look that is under way. */
  async settled(): Promise<void> {
    await this.#looking;
  }

  /** Looks once after every organisation; a call during a look waits for that one. */
  look(): Promise<void> {
    this.#looking ??= this.#lookAndTell().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #lookAndTell(): Promise<void> {
    const curious = this.#curious.splice(0);
    await this.#lookAfterAll();
    for (const tell of curious) tell();
  }

  async #lookAfterAll(): Promise<void> {
    try {
      const tenants = await this.#tenants();
      await this.#forgetOpened(tenants);
      for (const tenant of tenants) await this.#lookAfter(tenant);
    } catch (error) {
      log.warn('urn could not look after its rounds', errorFields(error));
    }
  }

  /** A round that was opened has no keys: the process may have ended between the opening and the deletion. */
  async #forgetOpened(tenants: readonly Tenant[]): Promise<void> {
    for (const { organisation, roundId } of keptRounds(this.#dataDir)) {
      const tenant = tenants.find((candidate) => candidate.organisation === organisation);
      if (tenant !== undefined && (await tenant.transaction((tx) => isOpened(tx, roundId)))) this.#forget(organisation, roundId);
    }
  }

  #forget(organisation: number, roundId: string): void {
    destroyKeys(this.#dataDir, organisation, roundId);
    this.#opened.add(`${organisation}/${roundId}`);
    this.#rounds.delete(`${organisation}/${roundId}`);
  }

  async #lookAfter(tenant: Tenant): Promise<void> {
    for (const round of await tenant.transaction(knownRounds)) {
      try {
        await this.#attend(tenant, round);
      } catch (error) {
        log.error('urn could not attend to a round', {
          organisation: tenant.organisation,
          id: round.roundId,
          ...errorFields(error),
        });
      }
    }
  }

  async #attend(tenant: Tenant, known: KnownRound): Promise<void> {
    const { organisation } = tenant;
    if (!known.hasKeys) {
      await tenant.transaction((tx) => makeKeys(tx, this.#dataDir, known.roundId));
      return;
    }
    if (known.head === null || known.closesAt === null) return;
    const keys = readKeys(this.#dataDir, organisation, known.roundId);
    if (keys === null) {
      this.#missKeys(organisation, known.roundId);
      return;
    }
    const round = await this.#watched(tenant, known, known.head, keys);
    if (round === null || !isDue(round)) return;
    await openUrn(tenant, round.manifest, keys.encryption);
    this.#forget(organisation, known.roundId);
    log.info('urn opened', { organisation, id: known.roundId });
  }

  async #watched(tenant: Tenant, known: KnownRound, head: number, keys: UrnKeys): Promise<WatchedRound | null> {
    const name = `${tenant.organisation}/${known.roundId}`;
    let round = this.#rounds.get(name);
    if (round?.manifest.head.number !== head) {
      const manifest = await tenant.transaction((tx) => manifestWithHead(tx, known.roundId, head));
      const ours = curvePoint(createPublicKey(keys.encryption)).toString('base64url');
      if (manifest.head.encryptionKey !== ours) return this.#missKeys(tenant.organisation, known.roundId);
      round = {
        manifest,
        groupKeys: new GroupKeys(manifest.groups),
        receiptKey: keys.receipt,
        closesAt: known.closesAt ?? now(),
        closedEarly: false,
      };
      this.#rounds.set(name, round);
    }
    round.closedEarly = known.closedEarly;
    return round;
  }

  /** Without its private key a round's ballots could never be read, so none is taken. */
  #missKeys(organisation: number, roundId: string): null {
    this.#rounds.delete(`${organisation}/${roundId}`);
    log.error('the private key of an open round is missing', { organisation, id: roundId });
    return null;
  }
}
