// What a report suggests to talk about: few points, from what is shown and nothing else, and never a ranking of people.
import { viewOf } from '#statistics/self-other.ts';
import type { Report, ReportTheme } from '../report/read.server.ts';
import type { ShownFigure, ShownMean } from '../schema.ts';

type Mean = Extract<ShownMean, { kind: 'mean' }>;

export type SelfGap = { direction: 'over' | 'under' | 'same'; borderline: boolean };

export type TalkPoint =
  | { kind: 'over' | 'under'; theme: string; question: string | null; self: number; others: Mean; borderline: boolean }
  | { kind: 'lowest' | 'highest'; theme: string; others: Mean }
  | { kind: 'even' }
  | { kind: 'camps'; theme: string; question: string };

/** A difference between own answer and the others' below this is "you see it alike". */
const BAND = 0.5;
/** A single answer is a whole step, so one statement has to differ by that much. */
const QUESTION_BAND = 1;
const GAPS = 2;
const CAMPS = 2;

/** How the leader's own answer stands to the others': borderline when the interval lets it fall on either side of the band. */
export function selfGap(self: number, others: Mean): SelfGap {
  const difference = Math.round((self - others.value) * 10) / 10;
  const view = viewOf(difference, BAND);
  const reach = Math.max((others.high ?? others.value) - others.value, others.value - (others.low ?? others.value));
  return { direction: view === 'in-agreement' ? 'same' : view, borderline: Math.abs(Math.abs(difference) - BAND) <= reach };
}

/** The points to talk about: the largest gaps between self and others, what stands out low and high, and where answers split in two. */
export function talkPoints(report: Report): TalkPoint[] {
  const told = report.themes.flatMap((theme) =>
    theme.others?.mean?.kind === 'mean' ? [{ theme, mean: theme.others.mean }] : [],
  );
  return [...gaps(report.themes), ...ends(told), ...camps(report.themes)];
}

type Told = { theme: ReportTheme; mean: Mean };

type Gap = Extract<TalkPoint, { kind: 'over' | 'under' }>;

/** The largest differences by theme; where there are few, single statements of other themes fill up. */
function gaps(themes: ReportTheme[]): TalkPoint[] {
  const byTheme = largest(themes.flatMap((theme) => gapOf(theme.name, null, theme.self, theme.others, BAND)));
  const named = new Set(byTheme.map((gap) => gap.theme));
  const rest = themes.filter((theme) => !named.has(theme.name));
  const byQuestion = rest.flatMap((theme) =>
    largest(theme.questions.flatMap((one) => gapOf(theme.name, one.wording, one.self, one.others, QUESTION_BAND))).slice(0, 1),
  );
  return [...byTheme, ...largest(byQuestion)].slice(0, GAPS);
}

function gapOf(theme: string, question: string | null, self: number | null, figure: ShownFigure | null, band: number): Gap[] {
  const others = figure?.mean;
  if (self === null || others?.kind !== 'mean') return [];
  const { direction, borderline } = selfGap(self, others);
  const outside = self < (others.low ?? others.value) || self > (others.high ?? others.value);
  if (direction === 'same' || !outside || Math.abs(self - others.value) < band) return [];
  return [{ kind: direction, theme, question, self, others, borderline }];
}

const largest = (gaps: Gap[]): Gap[] =>
  gaps.toSorted((a, b) => Math.abs(b.self - b.others.value) - Math.abs(a.self - a.others.value));

/** The lowest and the highest theme, but only when their intervals lie apart: otherwise the order says nothing. */
function ends(told: Told[]): TalkPoint[] {
  const [first, ...rest] = told;
  if (first === undefined || rest.length === 0) return [];
  const lowest = rest.reduce((low, one) => (one.mean.value < low.mean.value ? one : low), first);
  const highest = rest.reduce((high, one) => (one.mean.value > high.mean.value ? one : high), first);
  if ((lowest.mean.high ?? lowest.mean.value) >= (highest.mean.low ?? highest.mean.value)) return [{ kind: 'even' }];
  return [
    { kind: 'lowest', theme: lowest.theme.name, others: lowest.mean },
    { kind: 'highest', theme: highest.theme.name, others: highest.mean },
  ];
}

function camps(themes: ReportTheme[]): TalkPoint[] {
  return themes
    .flatMap((theme) =>
      theme.questions
        .filter((question) => question.others?.spread === 'two camps')
        .map((question) => ({ kind: 'camps' as const, theme: theme.name, question: question.wording })),
    )
    .slice(0, CAMPS);
}
