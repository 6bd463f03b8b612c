// The web process's front: refuses foreign hosts, sets headers, relays ballots to the urn unread, compresses, and hands the rest to
// the built application. It shares no module with state with the build, only the environment.
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import compression from 'compression';
import { environment } from '#environment';
import { log } from '#base/log.ts';
import { relayBallot } from './relay.ts';

type Handler = (request: http.IncomingMessage, response: http.ServerResponse, next: () => void) => void;

const origin = new URL(environment.ORIGIN ?? `http://localhost:${environment.PORT}`);

const HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  ...(origin.protocol === 'https:' ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
};

/** Pages made to be framed by the sites an organisation names. */
const EMBEDDED = /^\/public\/[a-z0-9-]+\/[a-z0-9-]+\/embed(\/|\?|$)/;

const compress = compression({ threshold: 1024 });

async function loadApplication(): Promise<Handler> {
  const build = environment.PEJLING_BUILD;
  if (build === undefined) throw new Error('PEJLING_BUILD names no build; start with npm start');
  const module = (await import(pathToFileURL(path.join(build, 'handler.js')).href)) as { handler: Handler };
  return module.handler;
}

function allowedHosts(port: number): Set<string> {
  const hosts = new Set([origin.host]);
  if (environment.URN_ORIGIN !== undefined) hosts.add(new URL(environment.URN_ORIGIN).host);
  if (environment.demo) for (const name of ['localhost', '127.0.0.1', '[::1]']) hosts.add(`${name}:${port}`);
  return hosts;
}

function answer(response: http.ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}

async function serve(): Promise<void> {
  const application = await loadApplication();
  let hosts = new Set<string>();
  const server = http.createServer((request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    // What may be framed says so in its policy, which wins; old browsers would otherwise read this header and refuse.
    if (EMBEDDED.test(request.url ?? '')) response.removeHeader('x-frame-options');
    const health = request.url === '/health';
    if (!health && !hosts.has(request.headers.host ?? '')) return answer(response, 421, 'Denne adresse hører ikke til her.');
    if (request.url?.startsWith('/urn/') === true) {
      if (environment.URN_ORIGIN !== undefined) {
        // The urn has its own host: the answer page's script, and no other site's, may read its receipt.
        response.setHeader('access-control-allow-origin', origin.origin);
        response.setHeader('cross-origin-resource-policy', 'cross-origin');
      }
      if (request.method === 'POST') return relayBallot(request, response);
      return answer(response, 405, 'Her modtages kun forseglede svar.');
    }
    // The application trusts this header alone, so it is always ours, unless a proxy is trusted by setting.
    if (!environment.TRUSTED_PROXY) request.headers['x-forwarded-proto'] = origin.protocol.slice(0, -1);
    else request.headers['x-forwarded-proto'] ??= origin.protocol.slice(0, -1);
    compress(request as never, response as never, () => {
      application(request, response, () => answer(response, 404, 'Siden findes ikke.'));
    });
  });
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 20_000;
  server.on('clientError', (_, socket) => socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n'));
  server.listen({ port: environment.PORT, host: environment.HOST ?? (environment.demo ? '127.0.0.1' : '0.0.0.0') }, () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : environment.PORT;
    hosts = allowedHosts(port);
    process.send?.({ ready: true, port });
    log.info('web ready');
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    process.send?.({
      failed:
        error.code === 'EADDRINUSE'
          ? `Port ${environment.PORT} er optaget. Vælg en anden, for eksempel: PORT=3001 npm start`
          : error.message,
    });
    process.exit(1);
  });
  const drain = () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5000).unref();
  };
  process.on('disconnect', drain);
  process.on('SIGTERM', drain);
  process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group; the supervisor decides the order
}

await serve();
