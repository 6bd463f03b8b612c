// Shown figures as charts take them.
import { m } from '#base/text.ts';
import type { DistributionFigure, DumbbellFigure, Hidden, IntervalsFigure, Reading, Scale } from '#ui/charts/figure.ts';
import type { Report, ReportTheme } from '../report/read.server.ts';
import { SCALE, type ShownFigure } from '../schema.ts';
import { meanText, ownCount } from './words.ts';

/** A figure with its name and how many answered. */
export type NamedFigure = { label: string; figure: ShownFigure | null; count: string };

/** A figure as charts take it; shares have no place on the scale and say where they stand. */
export function readingOf(figure: ShownFigure | null, count: string): Reading {
  if (figure === null) return hidden(m.results_too_few_short());
  if (figure.mean?.kind === 'mean') {
    const { value, low, high } = figure.mean;
    return { kind: 'value', value, ...(low !== null && high !== null ? { low, high } : {}), count };
  }
  if (figure.mean) return { kind: figure.mean.kind, value: figure.mean.limit, text: meanText(figure.mean), count };
  return hidden(figure.shares ? m.results_as_shares() : m.results_see_questions());
}

const hidden = (reason: string): Hidden => ({ kind: 'hidden', reason });

function chartScale(): Scale {
  return { min: SCALE.lowest, max: SCALE.highest, minLabel: m.results_scale_low(), maxLabel: m.results_scale_high() };
}

/** The names of the answers, lowest first: five, or three. */
function optionNames(count: 3 | 5): string[] {
  if (count === 3) return [m.results_share_low(), m.results_share_middle(), m.results_share_high()];
  return [m.results_option_1(), m.results_option_2(), m.results_option_3(), m.results_option_4(), m.results_option_5()];
}

/** One dot with its interval per row, in the order given. */
export function intervalsOf(rows: NamedFigure[], rowHeading: string): IntervalsFigure {
  return {
    kind: 'intervals',
    scale: chartScale(),
    rowHeading,
    valueLabel: m.results_mean_heading(),
    intervalLabel: m.results_interval_heading(),
    countLabel: m.results_count_heading(),
    rows: rows.map(({ label, figure, count }) => ({ label, reading: readingOf(figure, count) })),
  };
}

/** The shares of those that have any: five options from twenty answers, else three. Null when none has. */
export function distributionOf(rows: NamedFigure[], rowHeading: string, options: 3 | 5): DistributionFigure | null {
  const shown = rows.filter((row) => row.figure?.shares?.length === options);
  if (shown.length === 0) return null;
  return {
    kind: 'distribution',
    rowHeading,
    countLabel: m.results_count_heading(),
    options: optionNames(options),
    rows: shown.map(({ label, figure, count }) => ({ label, shares: figure?.shares ?? null, count })),
  };
}

/** Own answer beside the employees', theme by theme. */
export function themesBeside(report: Report): DumbbellFigure {
  return beside(
    report.themes.map((theme) => ({
      label: theme.name,
      self: theme.self,
      others: readingOf(theme.others, countOf(theme, report.invited)),
    })),
    m.results_theme_heading(),
  );
}

/** Own answer beside the employees' for the questions of one theme. */
export function questionsBeside(theme: ReportTheme, invited: number | null): DumbbellFigure {
  const count = countOf(theme, invited);
  return beside(
    theme.questions.map((question) => ({
      label: question.wording,
      self: question.self,
      others: readingOf(question.others, count),
    })),
    m.results_question_heading(),
  );
}

/** "7 of 9 answered" for a theme; nothing where nothing is shown. */
export function countOf(theme: { n: number | null }, invited: number | null): string {
  return theme.n === null || invited === null ? '' : ownCount(theme.n, invited);
}

function beside(rows: DumbbellFigure['rows'], rowHeading: string): DumbbellFigure {
  return {
    kind: 'dumbbell',
    scale: chartScale(),
    rowHeading,
    selfLabel: m.results_self_heading(),
    othersLabel: m.results_others_heading(),
    intervalLabel: m.results_interval_heading(),
    countLabel: m.results_count_heading(),
    rows,
  };
}
