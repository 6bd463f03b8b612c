// The figures of a goal as a file that a spreadsheet opens at once: byte order mark, semicolons, a comma before decimals.
import { figureTyped } from '../figures/rules.ts';
import type { Indicator } from '../indicators/schema.ts';

/** What the columns are called, and what a target is called in words, in the reader's language. */
export type FileWords = { columns: [string, string, string, string, string, string]; aim: (indicator: Indicator) => string };

/** Every figure of every indicator, one line each. A text is never taken for a formula. */
export function valuesFile(indicators: readonly Indicator[], words: FileWords): string {
  const rows = indicators.flatMap((indicator) =>
    indicator.values.map((value) => [
      text(indicator.name),
      value.on,
      figureTyped(value.value),
      text(indicator.measure),
      text(words.aim(indicator)),
      text(value.note),
    ]),
  );
  return '\uFEFF' + [words.columns.map(text), ...rows].map((cells) => cells.join(';') + '\r\n').join('');
}

function text(cell: string): string {
  const safe = /^[=+@\t\r-]/.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
