// How long an editor waits in the draft of a forty-page document: for a change to be saved, and for the page.
import { connect } from '#database/connection.ts';
import { openInstallation } from '#database/installation.ts';
import { mintTenant } from '#database/tenant.ts';
import { loadEmpty } from '#demo/load/empty.ts';
import { environment } from '#environment';
import { allOrganisations } from '#rooms/organisations/read.server.ts';
import { createFromDraft } from '#rooms/frameworks/write.server.ts';
import { startServer } from '../scripts/running-server.ts';
import { median, rounded, timed, type Figure, type Say } from './figure.ts';
import { longDraft } from './workbench/long-draft.ts';

const LIMIT_MS = 100;
const PAGE_LIMIT_MS = 300;
const ELEMENTS = 800;
const SLUG = 'langby';

export async function measure(say: Say): Promise<Figure> {
  const { draft, persona } = await settle();
  say(`${ELEMENTS} statements; starting the server`);
  const server = await startServer({ DATA_DIR: environment.dataDir });
  try {
    const cookie = await enter(server.address, persona);
    const page = new URL(draft, server.address);
    const pages: number[] = [];
    let html = '';
    for (let run = 0; run < 11; run++) {
      const { ms, result } = await timed(async () => (await fetch(page, { headers: { cookie } })).text());
      if (run > 1) pages.push(ms);
      html = result;
    }
    const edits = await edit(new URL(`${draft}/changes`, server.address), cookie, html);
    const value = median(edits.ms);
    return {
      name: 'workbench',
      value: rounded(value),
      unit: 'ms',
      ratio: rounded(value / LIMIT_MS),
      against: LIMIT_MS,
      againstWhat: 'the limit in ms for a change to be saved and told back',
      aim: 'below 1',
      beside: {
        slowestEditMs: rounded(Math.max(...edits.ms)),
        answerBytes: edits.bytes,
        pageMs: rounded(median(pages)),
        pageLimitMs: PAGE_LIMIT_MS,
        pageBytes: Buffer.byteLength(html),
        statements: ELEMENTS,
      },
    };
  } finally {
    await server.stop();
  }
}

/** An organisation with one editor and one long draft. */
async function settle(): Promise<{ draft: string; persona: string }> {
  const installation = await openInstallation();
  const worker = connect(installation.urls.worker, 2);
  try {
    await loadEmpty(worker, { slug: SLUG, name: 'Langby Kommune' });
    const organisation = (await allOrganisations(worker.kysely)).find(({ slug }) => slug === SLUG);
    if (organisation === undefined) throw new Error('the organisation was not made');
    const tenant = mintTenant(worker, organisation.id);
    const made = await tenant.transaction((tx) => createFromDraft(tx, longDraft(ELEMENTS), { publish: false }));
    const person = await tenant.transaction((tx) => tx.selectFrom('persons').select('id').executeTakeFirstOrThrow());
    const draft = `/${SLUG}/frameworks/${made.frameworkId}/versions/${made.versionId}/draft`;
    return { draft, persona: `${SLUG} ${person.id}` };
  } finally {
    await worker.close();
    await installation.stop();
  }
}

async function enter(address: string, persona: string): Promise<string> {
  const entered = await fetch(`${address}/sign-in?/persona`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    body: new URLSearchParams({ persona }),
  });
  return entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** Changes thirty statements one after the other, as the page's program does. */
async function edit(address: URL, cookie: string, html: string): Promise<{ ms: number[]; bytes: number }> {
  const ids = [...html.matchAll(/<li data-id="([^"]+)"[^>]*data-kind="expectation"/g)].map((match) => match[1] ?? '');
  let revision = Number(/data-revision="(\d+)"/.exec(html)?.[1]);
  const ms: number[] = [];
  let bytes = 0;
  for (let run = 0; run < 30; run++) {
    const element = ids[run * 7] ?? '';
    const words = { kind: 'expectation', level: '2', title: '', text: `Vi følger op hver måned, og det er gang nummer ${run}` };
    const body = new URLSearchParams({
      deed: 'save',
      running: 'yes',
      element,
      since: String(revision),
      revision: String(revision),
      ...words,
    });
    const sent = await timed(async () => {
      const response = await fetch(address, { method: 'POST', headers: { cookie, origin: address.origin }, body });
      return response.text();
    });
    const answer = JSON.parse(sent.result) as { state: string; news: { revision: number; rows: unknown[] } };
    if (answer.state !== 'done' || answer.news.rows.length !== 1) throw new Error(`a change was not saved: ${answer.state}`);
    revision = answer.news.revision;
    bytes = Buffer.byteLength(sent.result);
    if (run > 4) ms.push(sent.ms);
  }
  return { ms, bytes };
}
