import type {
  BarsFigure,
  ChartFigure,
  ChartLocale,
  DistributionFigure,
  DumbbellFigure,
  IntervalsFigure,
  LineFigure,
  Reading,
} from './figure.ts';
import { decimal, percent, span } from './numbers.ts';
import { readingCount, readingText } from './reading.ts';

export type ChartTable = { columns: string[]; rows: string[][] };

/** The same figures as text, for the table under a chart and for files; the first column names the row. */
export function chartTable(figure: ChartFigure, locale: ChartLocale): ChartTable {
  switch (figure.kind) {
    case 'dumbbell':
      return dumbbellTable(figure, locale);
    case 'distribution':
      return distributionTable(figure, locale);
    case 'intervals':
      return intervalsTable(figure, locale);
    case 'bars':
      return barsTable(figure);
    case 'line':
      return lineTable(figure);
  }
}

function dumbbellTable(figure: DumbbellFigure, locale: ChartLocale): ChartTable {
  return {
    columns: [figure.rowHeading, figure.selfLabel, figure.othersLabel, figure.intervalLabel, figure.countLabel],
    rows: figure.rows.map(({ label, self, others }) => [
      label,
      self === null ? '–' : decimal(self, locale),
      ...cells(others, locale),
    ]),
  };
}

function intervalsTable(figure: IntervalsFigure, locale: ChartLocale): ChartTable {
  return {
    columns: [figure.rowHeading, figure.valueLabel, figure.intervalLabel, figure.countLabel],
    rows: figure.rows.map(({ label, reading }) => [label, ...cells(reading, locale)]),
  };
}

function distributionTable(figure: DistributionFigure, locale: ChartLocale): ChartTable {
  return {
    columns: [figure.rowHeading, ...figure.options, figure.countLabel],
    rows: figure.rows.map(({ label, shares, reason, count }) => [
      label,
      // The reason is told once, in the first cell.
      ...figure.options.map((_, index) => (shares ? percent(shares[index] ?? 0, locale) : index === 0 ? (reason ?? '–') : '–')),
      count ?? '–',
    ]),
  };
}

function barsTable(figure: BarsFigure): ChartTable {
  return { columns: [figure.rowHeading, figure.valueLabel], rows: figure.rows.map(({ label, words }) => [label, words]) };
}

function lineTable(figure: LineFigure): ChartTable {
  return {
    columns: [figure.rowHeading, figure.valueLabel, figure.noteLabel],
    rows: figure.points.map(({ label, words, note }) => [label, words, note || '–']),
  };
}

function cells(reading: Reading, locale: ChartLocale): string[] {
  if (reading.kind === 'hidden') return [reading.reason, '–', '–'];
  const interval =
    reading.kind === 'value' && reading.low !== undefined && reading.high !== undefined
      ? span(reading.low, reading.high, locale)
      : '–';
  return [readingText(reading, locale), interval, readingCount(reading) || '–'];
}
