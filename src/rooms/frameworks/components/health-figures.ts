// A framework's health as charts take it.
import { m } from '#base/text.ts';
import type { BarsFigure } from '#ui/charts/figure.ts';
import type { HealthPart, Week } from '../health/schema.ts';

/** How often it was opened, week by week. */
export function readingFigure(weeks: readonly Week[], day: (text: string) => string): BarsFigure {
  return {
    kind: 'bars',
    rowHeading: m.health_week(),
    valueLabel: m.health_reads(),
    most: Math.max(...weeks.map((week) => week.reads)),
    rows: weeks.map((week) => ({ label: day(week.begins), value: week.reads, words: String(week.reads) })),
  };
}

/** How many statements of each part are asked about: a bar is full when all of them are. */
export function coverageFigure(parts: readonly HealthPart[]): BarsFigure {
  return {
    kind: 'bars',
    rowHeading: m.health_part(),
    valueLabel: m.health_asked(),
    most: 100,
    rows: parts.map((part) => {
      const all = part.asked + part.otherwise + part.unused;
      return { label: part.name, value: (100 * part.asked) / all, words: m.health_of({ count: part.asked, all }) };
    }),
  };
}
