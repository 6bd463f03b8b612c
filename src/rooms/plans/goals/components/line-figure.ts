import { locale, m } from '#base/text.ts';
import { dayInWords } from '#base/time.ts';
import type { LineFigure } from '#ui/charts/figure.ts';
import { aimInWords } from '../aims/rules.ts';
import { figureInWords } from '../figures/rules.ts';
import type { Indicator } from '../indicators/schema.ts';
import { endsOf } from '../standing/rules.ts';

const DAY = 86_400_000;
const SHORT = {
  da: new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', month: 'short', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' }),
};

/** The figures of an indicator over time, with what is aimed at. Where it began is the first of them, if its day is known. */
export function lineFigureOf(indicator: Indicator): LineFigure {
  const [from, to] = endsOf(indicator);
  const { baseline, baselineOn } = indicator;
  const first = indicator.values[0];
  const begins =
    baseline !== null && baselineOn !== null && (first === undefined || baselineOn < first.on)
      ? [{ on: baselineOn, value: baseline, note: m.goals_baseline() }]
      : [];
  return {
    kind: 'line',
    rowHeading: m.goals_column_day(),
    valueLabel: indicator.measure === '' ? m.goals_column_value() : indicator.measure,
    noteLabel: m.goals_column_note(),
    points: [...begins, ...indicator.values].map(({ on, value, note }) => {
      const at = Date.parse(`${on}T00:00:00Z`);
      return {
        at: at / DAY,
        label: dayInWords(on, locale()),
        short: SHORT[locale()].format(at),
        value,
        words: figureInWords(value, locale(), indicator.measure),
        note,
      };
    }),
    aim: { from, to, label: m.goals_chart_aim({ aim: aimInWords(indicator) }) },
  };
}
