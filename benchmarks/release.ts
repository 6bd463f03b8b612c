// How long a large municipality's result takes to compute, from reading the opened answers to finished ledger rows.
import { connect } from '#database/connection.ts';
import { openInstallation } from '#database/installation.ts';
import { mintTenant, type Tx } from '#database/tenant.ts';
import { ledgerRows as figuresOf } from '#rooms/results/figures/rules.ts';
import { openedGroups } from '#rooms/results/opened/read.server.ts';
import { planRelease } from '#rooms/results/plan/rules.ts';
import { draftRelease, freezeRelease, type DraftRelease } from '#rooms/results/release/write.server.ts';
import { tallyRound } from '#rooms/results/tally/rules.ts';
import { median, rounded, timed, type Figure, type Say } from './figure.ts';
import { writeOpenedRound } from './release/opened-round.ts';

const SIZE = { units: 2500, answers: 50_000, questions: 40, themes: 8 };
const LIMIT_MS = 1000;
const RUNS = 5;
const RUNNING_MS = 12_000;

export async function measure(say: Say): Promise<Figure> {
  const installation = await openInstallation();
  const worker = connect(installation.urls.worker, 2);
  try {
    const { organisation, roundId } = await writeOpenedRound(installation.ownerUrl, SIZE);
    say(`${SIZE.answers} answers in ${SIZE.units} units are written`);
    const tenant = mintTenant(worker, organisation);
    const first = await timed(() => tenant.transaction((tx) => draftRelease(tx, roundId, 0)));
    say(`first run: ${Math.round(first.ms)} ms`);
    const whole: Taken[] = [];
    const parts: Parts[] = [];
    for (const start = performance.now(); whole.length < RUNS && performance.now() - start < RUNNING_MS;) {
      const { ms, cpuMs } = await timed(() => tenant.transaction((tx) => draftRelease(tx, roundId, 0)));
      whole.push({ ms, cpuMs });
      parts.push(await tenant.transaction((tx) => partsOf(tx, first.result)));
      say(`warm run ${whole.length}: ${Math.round(ms)} ms`);
    }
    const freezing = await timed(() => tenant.transaction((tx) => freezeRelease(tx, first.result)));
    if (freezing.result.kind !== 'frozen') throw new Error(`the release was ${freezing.result.kind}`);
    return figureOf({ firstMs: first.ms, whole, parts, freezingMs: freezing.ms, ledgerRows: first.result.rows.length });
  } finally {
    await worker.close();
    await installation.stop();
  }
}

type Parts = { load: number; tally: number; plan: number; figures: number };

/** The same work in its parts: reading the answers, counting them, choosing the groups to tell about, and their figures. */
async function partsOf(tx: Tx, draft: DraftRelease): Promise<Parts> {
  const { frame } = draft.tally;
  const { k } = draft;
  const opened = await timed(() => openedGroups(tx, draft.roundId));
  const tally = await timed(() => tallyRound(frame, opened.result));
  const plan = await timed(() => planRelease(tally.result, { k, middle: 'mean' }));
  const rows = await timed(() => figuresOf(tally.result, plan.result, { k, middle: 'mean' }));
  return { load: opened.ms, tally: tally.ms, plan: plan.ms, figures: rows.ms };
}

type Taken = { ms: number; cpuMs: number };
type Measured = { firstMs: number; whole: Taken[]; parts: Parts[]; freezingMs: number; ledgerRows: number };

function figureOf({ firstMs, whole, parts, freezingMs, ledgerRows }: Measured): Figure {
  const value = median(whole.map(({ ms }) => ms));
  const part = (name: keyof Parts) => rounded(median(parts.map((one) => one[name])));
  return {
    name: 'release',
    value: rounded(value),
    unit: 'ms',
    ratio: rounded(value / LIMIT_MS),
    against: LIMIT_MS,
    againstWhat: 'the limit in ms',
    aim: 'below 1',
    beside: {
      ownProcessorMs: rounded(median(whole.map(({ cpuMs }) => cpuMs))),
      firstRunMs: rounded(firstMs),
      loadAnswersMs: part('load'),
      countMs: part('tally'),
      planMs: part('plan'),
      figuresMs: part('figures'),
      auditAndWriteMs: rounded(freezingMs),
      ledgerRows,
      answers: SIZE.answers,
      questions: SIZE.questions,
      units: SIZE.units,
    },
  };
}
