// What a chart is drawn from. Only presented figures come in here: rounding, thresholds and wording are decided before.

/** A mean with its interval; count is the text about how many answered. */
export type Value = { kind: 'value'; value: number; low?: number; high?: number; count?: string };

/** A figure that is only told as a bound ("1.4 or lower"); text is the whole wording. */
export type Band = { kind: 'atMost' | 'atLeast'; value: number; text: string; count?: string };

/** A figure that is not shown, and why. */
export type Hidden = { kind: 'hidden'; reason: string };

export type Reading = Value | Band | Hidden;

export type Scale = { min: number; max: number; minLabel: string; maxLabel: string };

/** A leader's own view beside the others', one row for each theme. */
export type DumbbellFigure = {
  kind: 'dumbbell';
  scale: Scale;
  rowHeading: string;
  selfLabel: string;
  othersLabel: string;
  intervalLabel: string;
  countLabel: string;
  rows: { label: string; self: number | null; others: Reading }[];
};

/** Shares of the answers in whole per cent, lowest option first: five, or three. */
export type DistributionFigure = {
  kind: 'distribution';
  rowHeading: string;
  countLabel: string;
  options: string[];
  rows: { label: string; shares: number[] | null; reason?: string; count?: string }[];
};

/** One figure with its interval for each row, in the order given (never sorted by value). */
export type IntervalsFigure = {
  kind: 'intervals';
  scale: Scale;
  rowHeading: string;
  valueLabel: string;
  intervalLabel: string;
  countLabel: string;
  rows: { label: string; reading: Reading }[];
  reference?: { value: number; label: string };
};

/** Counts, one bar for each row in the order given; `words` tell the count, `most` is where a bar is full. */
export type BarsFigure = {
  kind: 'bars';
  rowHeading: string;
  valueLabel: string;
  most: number;
  rows: { label: string; value: number; words: string }[];
};

/**
 * Figures over time, oldest first. `at` places a figure on the line of time (days); `label` is its day in words, `short` the day under
 * the axis, `words` the figure in words, for the table. The aim is a floor (`from`), a ceiling (`to`) or both.
 */
export type LineFigure = {
  kind: 'line';
  rowHeading: string;
  valueLabel: string;
  noteLabel: string;
  points: { at: number; label: string; short: string; value: number; words: string; note: string }[];
  aim?: { from: number | null; to: number | null; label: string };
};

export type ChartFigure = DumbbellFigure | DistributionFigure | IntervalsFigure | BarsFigure | LineFigure;

export type ChartLocale = 'da' | 'en';
