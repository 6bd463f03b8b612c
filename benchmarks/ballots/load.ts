// A small load generator: so many connections, each with one request under way, until all ballots are sent. It ends by itself.
import net from 'node:net';

/** Where the requests go: a port of this machine, or a unix socket. */
export type Target = { host: string; connection: net.NetConnectOpts };

/** So many connections at once, for so long at most. */
export type Load = { connections: number; milliseconds: number };

/**
 * Sends ballots, each once, over kept-alive connections until all are sent or the time is up; what is under way is waited for.
 * Throws when a ballot is not acknowledged.
 */
export async function sendAll(target: Target, route: string, ballots: readonly Uint8Array[], load: Load): Promise<Sent> {
  const requests = ballots.map((ballot) => requestFor(target.host, route, ballot));
  const start = performance.now();
  const until = start + load.milliseconds;
  const queue: Queue = { sent: 0, next: () => (performance.now() < until ? requests[queue.sent++] : undefined) };
  await Promise.all(Array.from({ length: load.connections }, () => sendInTurn(target.connection, queue)));
  const ballotsSent = Math.min(queue.sent, requests.length);
  return { ballots: ballotsSent, perSecond: (1000 * ballotsSent) / (performance.now() - start) };
}

export type Sent = { ballots: number; perSecond: number };
type Queue = { sent: number; next: () => Buffer | undefined };

function requestFor(host: string, route: string, ballot: Uint8Array): Buffer {
  const head = `POST ${route} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: text/plain\r\ncontent-length: ${ballot.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), ballot]);
}

/** One connection: takes the next request when the answer to its last one is whole. */
function sendInTurn(connection: net.NetConnectOpts, queue: Queue): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(connection);
    let answer = '';
    const sendNext = () => {
      const request = queue.next();
      if (request === undefined) socket.end(resolve);
      else socket.write(request);
    };
    socket.setNoDelay(true);
    socket.on('connect', sendNext);
    socket.on('data', (part: Buffer) => {
      answer += part.toString('latin1');
      if (!isWhole(answer)) return;
      if (!answer.startsWith('HTTP/1.1 200 ')) {
        socket.destroy();
        reject(new Error(`a ballot was not taken: ${answer.slice(0, 300)}`));
        return;
      }
      answer = '';
      sendNext();
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the connection was closed before all was answered')));
  });
}

function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head))?.[1];
  return length === undefined ? answer.endsWith('\r\n0\r\n\r\n') : answer.length >= head + 4 + Number(length);
}
