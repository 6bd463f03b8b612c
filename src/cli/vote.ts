// Lets some of an invented organisation's people answer its open round: each opens the link of the invitation, gets a blind token and
// sends a sealed ballot, over the same HTTP as a person's browser and with the same program.
import type { ManifestExcerpt } from '#rooms/rounds/manifest/schema.ts';
import { cast, type Kept, type Ports } from '#rooms/ballots/client/cast.ts';
import { checkManifest, type CheckedManifest } from '#rooms/ballots/client/manifest-check.ts';
import { askToken, sendBallot } from '#rooms/ballots/client/post.ts';
import { environment } from '#environment';
import { runningSupervisor } from '#database/installation.ts';
import { countAll, openRoundOf, type Voter } from '#demo/load/voters.ts';
import { readArguments, wholeNumber } from './arguments.ts';
import { withInstallation } from './installation.ts';

const AT_ONCE = 4;

/** Sends ballots of people who have not answered yet. */
export async function run(args: string[]): Promise<void> {
  const { values } = readArguments(args, {
    round: { type: 'string' },
    people: { type: 'string' },
    organisation: { type: 'string' },
    address: { type: 'string' },
  });
  const people = wholeNumber(values.people ?? '200', 'people', 1, 50_000);
  const address = (values.address ?? runningSupervisor(environment.dataDir)?.address ?? '').replace(/\/$/, '');
  if (address === '') throw new Error('Pejling is not running on this data folder; start it first with npm start');
  await withInstallation(async ({ worker }) => {
    const voters = await openRoundOf(worker, {
      round: values.round ?? 'latest',
      organisation: values.organisation ?? null,
      people,
    });
    const waiting = [...voters];
    const done = { kept: 0, others: 0 };
    const lane = async () => {
      for (let voter = waiting.shift(); voter !== undefined; voter = waiting.shift()) {
        if (await votes(address, voter)) done.kept++;
        else done.others++;
        if ((done.kept + done.others) % 50 === 0) process.stderr.write(`  ${done.kept} svar ligger i urnen\n`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    await countAll(worker, values.organisation ?? null);
    process.stderr.write(`  ${done.kept} af ${voters.length} svar ligger i urnen\n`);
    if (done.others > 0) throw new Error(`${done.others} ballots were not taken`);
  });
}

/** One person: the link, the page, the token, the ballot. True when the urn has given a receipt. */
async function votes(address: string, voter: Voter): Promise<boolean> {
  const entered = await fetch(`${address}/answer/open/${voter.link}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address, 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  });
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const page = await (await fetch(`${address}/answer/ballot`, { headers: { cookie } })).text();
  const manifest = await manifestOf(page);
  if (manifest === null) return false;
  let kept: Kept | null = null;
  const own = (url: string, options: RequestInit) =>
    fetch(url, { ...options, headers: { ...options.headers, cookie, origin: address } });
  const ports: Ports = {
    recall: () => Promise.resolve(kept),
    keep: (now) => {
      kept = now;
      return Promise.resolve();
    },
    askToken: (blinded) => askToken(own, `${address}/answer/token`, blinded),
    sendBallot: (ballot) => sendBallot(fetch, `${address}/urn/${manifest.organisation}/${manifest.round}`, ballot),
  };
  const reply = await cast(manifest, voter.answers, ports);
  return reply.kind === 'kept';
}

async function manifestOf(page: string): Promise<CheckedManifest | null> {
  const written = /data-excerpt="([^"]*)"/.exec(page)?.[1];
  if (written === undefined) return null;
  const text = written.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return checkManifest(JSON.parse(text) as ManifestExcerpt);
}
