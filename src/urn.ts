// The urn process: sealed ballots in over a unix socket, opened ballots out after closing. No sessions, no cookies, no log of requests.
import { chmodSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import http from 'node:http';
import { environment } from '#environment';
import { errorFields, log } from '#base/log.ts';
import { urnSocketPath } from '#base/urn-socket.ts';
import { processConnection } from '#database/process.ts';
import { mintTenant } from '#database/tenant.ts';
import { BALLOT_BYTES } from '#rooms/ballots/schema.ts';
import { Urn, type UrnAnswer } from '#rooms/ballots/urn/commands.server.ts';

const ROUTE = /^\/urn\/(\d{1,9})\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
const MOST_TOGETHER = 64;
const connection = processConnection();
const urn = new Urn(connection, environment.dataDir, (organisation) => mintTenant(connection, organisation));
const socket = urnSocketPath(environment.dataDir);

function answer(response: http.ServerResponse, { status, body }: UrnAnswer | { status: 200; body: UrnAnswer[] }): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...(status === 503 ? { 'retry-after': '2' } : {}),
  });
  response.end(text);
}

/** Reads so many ballots, each of exactly a ballot's length, from one body; null when it is longer or shorter. */
function readBallots(request: http.IncomingMessage, count: number): Promise<Buffer[] | null> {
  const expected = count * BALLOT_BYTES;
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= expected) parts.push(part);
    });
    request.on('end', () => {
      if (length !== expected) return resolve(null);
      const whole = Buffer.concat(parts);
      resolve(Array.from({ length: count }, (_, at) => whole.subarray(at * BALLOT_BYTES, (at + 1) * BALLOT_BYTES)));
    });
    request.on('error', () => resolve(null));
  });
}

/** How many ballots the relay says it sends together. The header is always the relay's: it passes none on. */
function countOf(request: http.IncomingMessage): number {
  const count = Number(request.headers['x-ballots'] ?? '1');
  return Number.isInteger(count) && count >= 1 && count <= MOST_TOGETHER ? count : 1;
}

const server = http.createServer((request, response) => {
  void (async () => {
    const [, organisation, round] = ROUTE.exec(request.url ?? '') ?? [];
    if (request.method !== 'POST' || organisation === undefined || round === undefined)
      return answer(response, { status: 404, body: { problem: 'unknown_round' } });
    const ballots = await readBallots(request, countOf(request));
    if (ballots === null) return answer(response, { status: 400, body: { problem: 'form' } });
    const answers = await Promise.all(ballots.map((ballot) => urn.take(Number(organisation), round, ballot)));
    const [only] = answers;
    answer(response, answers.length === 1 && only !== undefined ? only : { status: 200, body: answers });
  })().catch((error: unknown) => {
    log.error('ballot not taken', errorFields(error));
    answer(response, { status: 503, body: { problem: 'busy' } });
  });
});
server.keepAliveTimeout = 30_000;

await urn.start();
mkdirSync(environment.dataDir, { recursive: true });
// Made beside and moved into place: an urn whose supervisor was killed takes away the name it listened on when it ends, and that must not
// be the one its successor has taken over.
const made = `${socket}.${process.pid}`;
rmSync(made, { force: true });
server.listen(made, () => {
  chmodSync(made, 0o600);
  renameSync(made, socket);
  process.send?.({ ready: true });
  log.info('urn ready');
});

let stopping = false;
/** Takes no more, answers for what it has taken, and ends. */
function stop(): void {
  if (stopping) return;
  stopping = true;
  server.close(() => void urn.stop().then(() => process.exit(0)));
  server.closeIdleConnections();
}
process.on('disconnect', stop);
process.on('SIGTERM', stop);
process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group; the supervisor decides the order
