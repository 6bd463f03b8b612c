// What a phone has to fetch before a person can answer: the open round's page with its style and script, compressed as they are sent.
import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from '#database/connection.ts';
import { mintTenant, type Tx } from '#database/tenant.ts';
import { environment } from '#environment';
import { closingOf } from '#rooms/rounds/manifest/read.server.ts';
import { invitationSecrets } from '#rooms/rounds/tokens/write.server.ts';
import { startServer } from '../scripts/running-server.ts';
import { loadDemoInstallation } from './demo-installation.ts';
import { rounded, type Figure, type Say } from './figure.ts';

const LIMIT = 30_000;
const LIMIT_WITH_FONTS = 64_000;
const LONGEST_WAIT_MS = 30_000;
const EMPLOYEES = 300;

export async function measure(say: Say): Promise<Figure> {
  // Smaller than the demo that npm start makes, to be quick: the page has the same questions, and says a few hashes less.
  const demo = await loadDemoInstallation(EMPLOYEES, say);
  const { organisation } = demo.tenant;
  const { worker } = demo.installation.urls;
  await demo.close();
  const server = await startServer({ DATA_DIR: environment.dataDir });
  try {
    say('the server runs; waiting until the open round is ready');
    const cookie = await enter(server.address, await invitation(worker, organisation));
    return figureOf(await fetchPage(new URL('/answer/ballot', server.address), cookie));
  } finally {
    await server.stop();
  }
}

/** The link of somebody who is invited to the open round. */
async function invitation(workerUrl: string, organisation: number): Promise<string> {
  const worker = connect(workerUrl, 1);
  const tenant = mintTenant(worker, organisation);
  try {
    for (const start = performance.now(); performance.now() - start < LONGEST_WAIT_MS; await pause(250)) {
      const rater = await tenant.transaction((tx) => invitedRater(tx));
      if (rater !== null) return invitationSecrets(organisation, rater).link;
    }
    throw new Error('the open round was not ready in time');
  } finally {
    await worker.close();
  }
}

async function invitedRater(tx: Tx): Promise<string | null> {
  const raters = await tx
    .selectFrom('round_raters')
    .select(['id', 'round_id'])
    .where('link_hash', 'is not', null)
    .orderBy('id')
    .execute();
  for (const round of new Set(raters.map((rater) => rater.round_id))) {
    const closing = await closingOf(tx, round);
    if (closing !== null && closing.closesAt > new Date()) return raters.find((rater) => rater.round_id === round)?.id ?? null;
  }
  return null;
}

async function enter(address: string, link: string): Promise<string> {
  const entered = await fetch(`${address}/answer/open/${link}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  });
  return entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

type Fetched = { html: number; css: number; script: number; fonts: number; headers: number; requests: number };

/** Fetches the page and everything it names, as a browser does: style sheets, scripts, and the fonts that the style names. */
async function fetchPage(page: URL, cookie: string): Promise<Fetched> {
  const html = await get(page, cookie);
  const named = (pattern: RegExp, text: string, base: URL) => [
    ...new Set([...text.matchAll(pattern)].map((match) => new URL(match[1] ?? '', base).href)),
  ];
  if (!html.text.includes('data-excerpt=')) throw new Error('the page has no questions to answer');
  const css = await Promise.all(named(/<link[^>]*href="([^"]+\.css)"/g, html.text, page).map((url) => get(new URL(url), cookie)));
  const scripts = await Promise.all(
    named(/<(?:script[^>]*src|link[^>]*rel="modulepreload"[^>]*href)="([^"]+)"/g, html.text, page).map((url) =>
      get(new URL(url), cookie),
    ),
  );
  const fontNames = css.flatMap((sheet) => named(/url\(["']?([^"')]+\.woff2)["']?\)/g, sheet.text, sheet.url));
  const fonts = await Promise.all(fontNames.map((url) => get(new URL(url), cookie)));
  if (css.length === 0 || scripts.length === 0) throw new Error('the page names no style or no script');
  const bytes = (parts: { bytes: number }[]) => parts.reduce((sum, part) => sum + part.bytes, 0);
  const all = [html, ...css, ...scripts, ...fonts];
  return {
    html: html.bytes,
    css: bytes(css),
    script: bytes(scripts),
    fonts: bytes(fonts),
    headers: all.reduce((sum, part) => sum + part.headers, 0),
    requests: all.length,
  };
}

type Got = { url: URL; bytes: number; headers: number; text: string };

/** One request; counts the body's bytes as they came over the wire, before they are decompressed. */
function get(url: URL, cookie: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers: { cookie, 'accept-encoding': 'gzip, deflate, br' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        if (response.statusCode !== 200) return reject(new Error(`${url.pathname}: ${response.statusCode}`));
        const body = Buffer.concat(parts);
        const headers = response.rawHeaders.reduce((sum, part) => sum + part.length + 2, 17);
        decoded(body, response.headers['content-encoding']).then(
          (text) => resolve({ url, bytes: body.length, headers, text }),
          reject,
        );
      });
    });
    request.on('error', reject);
  });
}

async function decoded(body: Buffer, encoding: string | undefined): Promise<string> {
  const { brotliDecompressSync, gunzipSync } = await import('node:zlib');
  if (encoding === 'br') return brotliDecompressSync(body).toString();
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString();
}

function figureOf(fetched: Fetched): Figure {
  const value = fetched.html + fetched.css + fetched.script;
  return {
    name: 'answer-page',
    value,
    unit: 'bytes',
    ratio: rounded(value / LIMIT),
    against: LIMIT,
    againstWhat: 'the limit in bytes',
    aim: 'below 1',
    beside: {
      htmlBytes: fetched.html,
      cssBytes: fetched.css,
      scriptBytes: fetched.script,
      withFontsBytes: value + fetched.fonts,
      ratioWithFonts: rounded((value + fetched.fonts) / LIMIT_WITH_FONTS),
      headerBytes: fetched.headers,
      requests: fetched.requests,
    },
  };
}
