// Hands sealed ballots on to the urn: bodies only, no header, no address, no line in any log. Ballots that arrive while others are under
// way go together, so that many at once cost little more than few; a lone one never waits.
import http from 'node:http';
import { environment } from '#environment';
import { urnSocketPath } from '#base/urn-socket.ts';

/** What the urn said of one ballot. */
export type UrnReply = { status: number; text: string; retryAfter?: string };
type Waiting = { body: Buffer; done: (reply: UrnReply) => void };

const BALLOT_LIMIT = 64 * 1024;
const MOST_TOGETHER = 64;
const MOST_UNDER_WAY = 4;
const MOST_WAITING = 4000;
const UNREACHABLE: UrnReply = { status: 503, text: '{"problem":"busy"}', retryAfter: '2' };

const agent = new http.Agent({ keepAlive: true, maxSockets: MOST_UNDER_WAY });
/** Ballots of one address and length stand in one queue; those at the front of the map have waited longest. */
const queues = new Map<string, { path: string; waiting: Waiting[] }>();
let underWay = 0;
let inside = 0;

/** Takes a ballot from a browser and answers with what the urn says of it. */
export function relayBallot(request: http.IncomingMessage, response: http.ServerResponse): void {
  const declared = Number(request.headers['content-length'] ?? '0');
  if (!(declared > 0 && declared <= BALLOT_LIMIT)) return reply(response, { status: 413, text: '{"problem":"form"}' });
  if (inside >= MOST_WAITING) return reply(response, UNREACHABLE);
  inside++;
  response.on('close', () => inside--);
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    enqueue(request.url ?? '', { body, done: (said) => reply(response, said) });
  });
}

function enqueue(path: string, waiting: Waiting): void {
  const name = `${waiting.body.length} ${path}`;
  const queue = queues.get(name);
  if (queue === undefined) queues.set(name, { path, waiting: [waiting] });
  else queue.waiting.push(waiting);
  sendNext();
}

function sendNext(): void {
  while (underWay < MOST_UNDER_WAY) {
    const [next] = queues;
    if (next === undefined) return;
    const [name, { path, waiting }] = next;
    const together = waiting.splice(0, MOST_TOGETHER);
    // Taken out and, if anything is left, put back at the end: rounds take turns.
    queues.delete(name);
    if (waiting.length > 0) queues.set(name, { path, waiting });
    underWay++;
    void send(
      path,
      together.map(({ body }) => body),
    ).then((replies) => {
      underWay--;
      together.forEach(({ done }, at) => done(replies[at] ?? UNREACHABLE));
      sendNext();
    });
  }
}

function send(path: string, bodies: readonly Buffer[]): Promise<UrnReply[]> {
  const length = bodies.reduce((sum, body) => sum + body.length, 0);
  const headers = { 'content-length': length, 'x-ballots': bodies.length };
  return new Promise((resolve) => {
    const relayed = http.request(
      { socketPath: urnSocketPath(environment.dataDir), method: 'POST', path, headers, agent },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => resolve(repliesIn(response, Buffer.concat(parts).toString(), bodies.length)));
        response.on('error', () => resolve([]));
      },
    );
    relayed.on('error', () => resolve([]));
    relayed.end(bodies.length === 1 ? bodies[0] : Buffer.concat(bodies));
  });
}

/** What the urn said of each: several ballots are answered in one list, in the order they were sent. */
function repliesIn(response: http.IncomingMessage, text: string, count: number): UrnReply[] {
  const status = response.statusCode ?? 503;
  const retryAfter = response.headers['retry-after'];
  const same: UrnReply = { status, text, ...(retryAfter === undefined ? {} : { retryAfter }) };
  if (count === 1 || status !== 200) return Array.from({ length: count }, () => same);
  const list = listIn(text);
  return list.map((one) => ({
    status: one.status,
    text: JSON.stringify(one.body),
    ...(one.status === 503 ? { retryAfter: '2' } : {}),
  }));
}

/** An answer that is not whole answers for nobody: every ballot of it is told to come again. */
function listIn(text: string): { status: number; body: unknown }[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? (list as { status: number; body: unknown }[]) : [];
  } catch {
    return [];
  }
}

function reply(response: http.ServerResponse, { status, text, retryAfter }: UrnReply): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...(retryAfter === undefined ? {} : { 'retry-after': retryAfter }),
  });
  response.end(text);
}
