// A round that is really open: launched in the cast's organisation, keys made, urn running, and people who answer as their browsers do.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Problem } from '#base/errors.ts';
import { daysAfter, now } from '#base/time.ts';
import { mintTenant } from '#database/tenant.ts';
import { demoFramework } from '#demo/framework.ts';
import { cast, type Kept, type Ports, type UrnReply } from '#rooms/ballots/client/cast.ts';
import { checkManifest, type CheckedManifest } from '#rooms/ballots/client/manifest-check.ts';
import { askToken, sendBallot } from '#rooms/ballots/client/post.ts';
import { memoryShelf } from '#rooms/ballots/client/shelf.ts';
import { Urn } from '#rooms/ballots/urn/commands.server.ts';
import { createFromDraft } from '#rooms/frameworks/write.server.ts';
import { startLaunch } from '#rooms/rounds/launch/write.server.ts';
import { prepareRound } from '#rooms/rounds/preparation/commands.server.ts';
import { Respondent } from '#rooms/rounds/proof.server.ts';
import { setQuestions } from '#rooms/rounds/questions/write.server.ts';
import { issueToken } from '#rooms/rounds/tokens/commands.server.ts';
import { ballotPaper } from '#rooms/rounds/tokens/read.server.ts';
import { createRound } from '#rooms/rounds/write.server.ts';
import type { CastTown } from './cast.ts';
import type { TestDatabase } from './database.ts';

/** One person's browser: what it keeps, and how it speaks to register and urn. */
export type Browser = { respondent: Respondent; manifest: CheckedManifest; ports: Ports; kept: () => Promise<Kept | null> };

export type OpenRound = {
  id: string;
  town: CastTown;
  urn: Urn;
  dataDir: string;
  browser: (name: string) => Promise<Browser>;
  vote: (name: string, answers: number[]) => Promise<UrnReply>;
};

/** A running urn with keys in a folder of its own. */
export async function startUrn(database: TestDatabase): Promise<{ urn: Urn; dataDir: string; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'pejling-urn-'));
  const urn = new Urn(database.as.urn, dataDir, (organisation) => mintTenant(database.as.urn, organisation));
  await urn.start();
  const stop = async () => {
    await urn.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { urn, dataDir, stop };
}

/** Launches a round with these questions, each a theme of its own, and waits until people can answer. */
export async function openRound(
  town: CastTown,
  running: { urn: Urn; dataDir: string },
  questions = 3,
  closesInDays = 14,
): Promise<OpenRound> {
  const id = await town.worker.transaction(async (tx) => {
    const { versionId, statementIds } = await createFromDraft(tx, demoFramework('2026-05'), { publish: true });
    const [statement = ''] = statementIds.values();
    const by = Object.values(town.people)[0] ?? '';
    const round = await createRound(tx, {
      versionId,
      title: 'Ledelsesmåling',
      createdBy: by,
      closesAt: daysAfter(now(), closesInDays),
      k: 5,
    });
    const words = { other: 'Min leder lytter.', self: 'Jeg lytter.', superior: 'Lederen lytter.' };
    const question = {
      theme: statement,
      themeName: { da: 'Nærvær', en: 'Presence' },
      wording: { da: words, en: words },
      itemId: null,
      statements: [statement],
    };
    await setQuestions(
      tx,
      round,
      Array.from({ length: questions }, () => question),
    );
    await startLaunch(tx, round, { by });
    return round;
  });
  await prepareRound(town.worker, id);
  const browsers = new Map<string, Browser>();
  const browser = async (name: string) => {
    const known = browsers.get(name) ?? (await newBrowser(town, running.urn, id, name));
    browsers.set(name, known);
    return known;
  };
  const vote = async (name: string, answers: number[]) => {
    const { manifest, ports } = await browser(name);
    return cast(manifest, answers, ports);
  };
  return { id, town, urn: running.urn, dataDir: running.dataDir, browser, vote };
}

/** A browser that has opened a person's link. */
export async function newBrowser(town: CastTown, urn: Urn, round: string, name: string): Promise<Browser> {
  const rater = await town.web.transaction((tx) =>
    tx.selectFrom('round_raters').select('id').where('round_id', '=', round).where('name', '=', name).executeTakeFirstOrThrow(),
  );
  const respondent = new Respondent({ tenant: town.web, raterId: rater.id, roundId: round, organisation: town.organisation });
  const paper = await respondent.read((tx) => ballotPaper(tx, round, rater.id));
  const manifest = paper.excerpt === null ? null : await checkManifest(paper.excerpt);
  if (manifest === null) throw new Error(`${name} has no valid manifest`);
  const shelf = memoryShelf();
  const post = postman(urn, town.organisation.id, respondent);
  const ports: Ports = {
    recall: () => shelf.get<Kept>('ballot'),
    keep: (kept) => shelf.put('ballot', kept),
    askToken: (blinded) => askToken(post, '/answer/token', blinded),
    sendBallot: (ballot) => sendBallot(post, `/urn/${town.organisation.id}/${round}`, ballot),
  };
  return { respondent, manifest, ports, kept: ports.recall };
}

/** Register and urn as the browser's requests reach them. */
function postman(urn: Urn, organisation: number, respondent: Respondent) {
  return async (address: string, options: RequestInit): Promise<Response> => {
    if (address !== '/answer/token') {
      const answer = await urn.take(organisation, respondent.roundId, options.body as Uint8Array);
      return Response.json(answer.body, { status: answer.status });
    }
    try {
      const { blinded } = JSON.parse(String(options.body)) as { blinded: string };
      const signature = await issueToken(respondent, Buffer.from(blinded, 'base64url'));
      return Response.json({ signature: signature.toString('base64url') });
    } catch (error) {
      if (error instanceof Problem) return Response.json({ problem: error.code }, { status: error.status });
      throw error;
    }
  };
}
