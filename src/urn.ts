// The urn process: sealed ballots in over a unix socket, opened ballots out after closing. No sessions, no cookies, no log of requests.
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import http from 'node:http';
import { environment } from '#environment';
import { errorFields, log } from '#base/log.ts';
import { urnSocketPath } from '#base/urn-socket.ts';
import { processConnection } from '#database/process.ts';
import { mintTenant } from '#database/tenant.ts';
import { BALLOT_BYTES } from '#rooms/ballots/schema.ts';
import { Urn, type UrnAnswer } from '#rooms/ballots/urn/commands.server.ts';

const ROUTE = /^\/urn\/(\d{1,9})\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
const connection = processConnection();
const urn = new Urn(connection, environment.dataDir, (organisation) => mintTenant(connection, organisation));
const socket = urnSocketPath(environment.dataDir);

function answer(response: http.ServerResponse, { status, body }: UrnAnswer): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...(status === 503 ? { 'retry-after': '2' } : {}),
  });
  response.end(text);
}

/** Reads a body of exactly a ballot's length; null when it is longer or shorter. */
function readBallot(request: http.IncomingMessage): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length <= BALLOT_BYTES) parts.push(part);
    });
    request.on('end', () => resolve(length === BALLOT_BYTES ? Buffer.concat(parts) : null));
    request.on('error', () => resolve(null));
  });
}

const server = http.createServer((request, response) => {
  void (async () => {
    const [, organisation, round] = ROUTE.exec(request.url ?? '') ?? [];
    if (request.method !== 'POST' || organisation === undefined || round === undefined)
      return answer(response, { status: 404, body: { problem: 'unknown_round' } });
    const ballot = await readBallot(request);
    if (ballot === null) return answer(response, { status: 400, body: { problem: 'form' } });
    answer(response, await urn.take(Number(organisation), round, ballot));
  })().catch((error: unknown) => {
    log.error('ballot not taken', errorFields(error));
    answer(response, { status: 503, body: { problem: 'busy' } });
  });
});
server.keepAliveTimeout = 30_000;

await urn.start();
mkdirSync(environment.dataDir, { recursive: true });
rmSync(socket, { force: true });
server.listen(socket, () => {
  chmodSync(socket, 0o600);
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
