// How long a leader's report takes as PDF when the program is warm: from the figures of the invented organisation's last round.
import type { Tenant } from '#database/tenant.ts';
import { typeset } from '#reports/typeset.ts';
import { printedReport } from '#rooms/results/components/printed.ts';
import { latestReleasedRound } from '#rooms/results/export/read.server.ts';
import { shownSubjects } from '#rooms/results/read.server.ts';
import { reportOf, type Report } from '#rooms/results/report/read.server.ts';
import { loadDemoInstallation } from './demo-installation.ts';
import { median, rounded, timed, type Figure, type Say } from './figure.ts';

const LIMIT_MS = 100;
const REPORTS = 20;
const WARM_UP = 3;
const EMPLOYEES = 800;

export async function measure(say: Say): Promise<Figure> {
  const demo = await loadDemoInstallation(EMPLOYEES, say);
  try {
    const { round, leaders } = await shownLeaders(demo.pages);
    const reading: number[] = [];
    const setting: number[] = [];
    const processor: number[] = [];
    const bytes: number[] = [];
    for (const [at, leader] of leaders.entries()) {
      const read = await timed(() => readReport(demo.pages, round, leader));
      const set = await timed(() => typeset(printedReport(read.result)));
      if (at < WARM_UP) continue;
      reading.push(read.ms);
      setting.push(set.ms);
      processor.push(set.cpuMs);
      bytes.push(set.result.length);
    }
    return figureOf({ reading, setting, processor, bytes });
  } finally {
    await demo.close();
  }
}

/** The newest released round, and leaders about whom something is shown in it. */
async function shownLeaders(tenant: Tenant): Promise<{ round: string; leaders: string[] }> {
  return tenant.transaction(async (tx) => {
    const round = await latestReleasedRound(tx);
    if (round === null) throw new Error('the demo has no released round');
    const leaders = [...(await shownSubjects(tx, round)).own];
    if (leaders.length < WARM_UP + REPORTS) throw new Error(`only ${leaders.length} leaders have a report`);
    return { round, leaders: leaders.slice(0, WARM_UP + REPORTS) };
  });
}

async function readReport(tenant: Tenant, round: string, leader: string): Promise<Report> {
  const report = await tenant.transaction((tx) => reportOf(tx, round, leader));
  if (report === null) throw new Error('a leader has no report');
  return report;
}

type Measured = Record<'reading' | 'setting' | 'processor' | 'bytes', number[]>;

function figureOf({ reading, setting, processor, bytes }: Measured): Figure {
  return {
    name: 'leader-pdf',
    value: rounded(median(setting)),
    unit: 'ms',
    ratio: rounded(median(setting) / LIMIT_MS),
    against: LIMIT_MS,
    againstWhat: 'the limit in ms',
    aim: 'below 1',
    beside: {
      longestMs: rounded(Math.max(...setting)),
      ownProcessorMs: rounded(median(processor)),
      readFiguresMs: rounded(median(reading)),
      reports: setting.length,
      pdfBytes: rounded(median(bytes)),
    },
  };
}
