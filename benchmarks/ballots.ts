// How many sealed ballots a second are taken over HTTP and kept for good: through the front's relay to the urn, checked, committed.
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { environment } from '#environment';
import { urnSocketPath } from '#base/urn-socket.ts';
import { connect } from '#database/connection.ts';
import { openInstallation, type Installation } from '#database/installation.ts';
import { mintTenant } from '#database/tenant.ts';
import { cryptoBound } from './ballots/crypto-bound.ts';
import { sendAll, type Target } from './ballots/load.ts';
import { makeBallots } from './ballots/made-ballots.ts';
import { processorMs } from './ballots/processor-time.ts';
import { planRound, readyRound } from './ballots/open-round.ts';
import { end, startFront, startUrn, type Started } from './ballots/processes.ts';
import { singleInserts } from './ballots/single-inserts.ts';
import { median, rounded, type Figure, type Say } from './figure.ts';

const CONNECTIONS = 64;
const PASSES = 3;
const MOST_BALLOTS = 12_000;
const PREPARING_MS = 18_000;
const RELAYING_MS = 2500;
const DIRECT_MS = 1000;
const INSERTING_MS = 1000;

/** One pass: everything per second, measured right after each other because others may use the machine too. */
type Pass = { ballots: number; bound: number; relayed: number; direct: number; inserts: number } & Used;

/** Processor time in ms; NaN where the system does not tell. */
type Used = { urn: number; front: number };

export async function measure(say: Say): Promise<Figure> {
  const installation = await openInstallation();
  const urn = await startUrn(installation.urls.urn);
  const front = await startFront(installation.urls.web);
  try {
    return figureOf(await passes(installation, { urn, front }, say));
  } finally {
    await end(front);
    await end(urn);
    await installation.stop();
  }
}

async function passes(installation: Installation, started: { urn: Started; front: Started }, say: Say): Promise<Pass[]> {
  const { port } = started.front;
  const round = await planRound(installation.ownerUrl);
  const publicKeys = new Map(round.groups.map((group) => [group.id, publicKeyOf(group.privateKey)]));
  const worker = connect(installation.urls.worker, 2);
  const sealedFor = await readyRound(mintTenant(worker, round.organisation), round, publicKeyOf);
  await worker.close();
  const ballots = await makeBallots(round, sealedFor, { most: MOST_BALLOTS, milliseconds: PREPARING_MS });
  say(`${ballots.length} ballots are ready`);
  // Of each pass three quarters go through the relay; the first pass is for warming up and is half as long.
  const quarter = Math.floor(ballots.length / (4 * (PASSES + 0.5)));

  const route = `/urn/${round.organisation}/${round.roundId}`;
  const host = `localhost:${port}`;
  const relay: Target = { host, connection: { host: '127.0.0.1', port } };
  const socket: Target = { host, connection: { path: urnSocketPath(environment.dataDir) } };
  const send = (target: Target, number: number, milliseconds: number) =>
    sendAll(target, route, ballots.splice(0, number), { connections: CONNECTIONS, milliseconds });
  const checked = ballots.slice(0, 1000);
  const bound = () => cryptoBound(checked, publicKeys);
  bound();
  await send(relay, quarter, DIRECT_MS);
  await send(socket, quarter, DIRECT_MS);
  const done: Pass[] = [];
  for (let pass = 1; pass <= PASSES; pass++) {
    const before = bound();
    const used = usedBy(started);
    const relayed = await send(relay, 3 * quarter, RELAYING_MS);
    const { urn, front } = perBallot(used, usedBy(started), relayed.ballots);
    const inserts = await singleInserts(installation.ownerUrl, INSERTING_MS);
    const direct = await send(socket, quarter, DIRECT_MS);
    done.push({
      ballots: relayed.ballots,
      bound: (before + bound()) / 2,
      relayed: relayed.perSecond,
      direct: direct.perSecond,
      inserts,
      urn,
      front,
    });
    say(`pass ${pass}: ${Math.round(relayed.perSecond)} ballots/s`);
  }
  return done;
}

function usedBy({ urn, front }: { urn: Started; front: Started }): Used {
  return { urn: processorMs(urn.process.pid) ?? NaN, front: processorMs(front.process.pid) ?? NaN };
}

function perBallot(before: Used, after: Used, ballots: number): Used {
  return { urn: (after.urn - before.urn) / ballots, front: (after.front - before.front) / ballots };
}

function publicKeyOf(privateKey: Buffer): Buffer {
  const key = createPublicKey(createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }));
  return key.export({ type: 'spki', format: 'der' });
}

function figureOf(done: Pass[]): Figure {
  const middle = (pick: (pass: Pass) => number) => rounded(median(done.map(pick)));
  return {
    name: 'ballots',
    value: middle((pass) => pass.relayed),
    unit: 'acknowledged ballots/s',
    ratio: middle((pass) => pass.relayed / pass.bound),
    against: middle((pass) => pass.bound),
    againstWhat: 'what one thread can check a second',
    aim: 'at least 0.5',
    beside: {
      ratioInsert: middle((pass) => pass.relayed / pass.inserts),
      singleRowInsertsPerSecond: middle((pass) => pass.inserts),
      withoutRelayPerSecond: middle((pass) => pass.direct),
      ratioWithoutRelay: middle((pass) => pass.direct / pass.bound),
      urnProcessorMsPerBallot: middle((pass) => pass.urn),
      frontProcessorMsPerBallot: middle((pass) => pass.front),
      connections: CONNECTIONS,
      ballots: done.reduce((sum, pass) => sum + pass.ballots, 0),
    },
  };
}
