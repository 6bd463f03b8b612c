import * as v from 'valibot';

/** What an organisation keeps for its frameworks to build on: its strategies, visions and policies, and scales from elsewhere. */
export const STRATEGY_KINDS = ['strategy', 'vision', 'policy', 'scale'] as const;
export type StrategyKind = (typeof STRATEGY_KINDS)[number];

/** Dates are whole days, 2029-12-31; null: not known, or without end. */
export type Strategy = {
  id: string;
  kind: StrategyKind;
  name: string;
  link: string;
  about: string;
  begins: string | null;
  ends: string | null;
};

const line = (most: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.transform((text) => text.trim().replaceAll(/\s+/g, ' ')),
    v.maxLength(most, 'long'),
  );
const day = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.check((text) => text === '' || isDay(text), 'date'),
  v.transform((text) => (text === '' ? null : text)),
);

export const StrategyInput = v.pipe(
  v.object({
    kind: v.picklist(STRATEGY_KINDS),
    name: v.pipe(line(200), v.minLength(1, 'missing')),
    link: v.pipe(
      line(500),
      v.check((text) => text === '' || /^https?:\/\/[^\s/]+\.[^\s/]+/.test(text), 'link'),
    ),
    about: v.pipe(
      v.optional(v.string(), ''),
      v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
      v.maxLength(2000, 'long'),
    ),
    begins: day,
    ends: day,
    seen: v.optional(v.string(), ''),
  }),
  v.forward(
    v.check(({ begins, ends }) => begins === null || ends === null || ends >= begins, 'order'),
    ['ends'],
  ),
);
export type StrategyInput = v.InferOutput<typeof StrategyInput>;

/** Is it a day of the calendar, 2029-12-31? The year has four figures, so that days sort as text. */
function isDay(text: string): boolean {
  const parts = /^([12]\d{3})-(\d\d)-(\d\d)$/.exec(text);
  if (parts === null) return false;
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  const asDate = new Date(Date.UTC(year, month - 1, date));
  return asDate.getUTCMonth() === month - 1 && asDate.getUTCDate() === date;
}
