import { locale, m } from '#base/text.ts';
import { dayInWords } from '#base/time.ts';
import { figureInWords } from '../figures/rules.ts';
import type { Indicator, IndicatorFields } from '../indicators/schema.ts';
import { latestOf, moved, standingOf } from '../standing/rules.ts';

/** What is aimed at, in words: at least 90 %; at most 14 dage; between 20 and 24. */
export function aimInWords({
  direction,
  target,
  targetTo,
  measure,
}: Pick<IndicatorFields, 'direction' | 'target' | 'targetTo' | 'measure'>): string {
  const value = figureInWords(target, locale(), measure);
  if (direction === 'higher') return m.goals_aim_higher({ value });
  if (direction === 'lower') return m.goals_aim_lower({ value });
  return m.goals_aim_within({ from: figureInWords(target, locale()), to: figureInWords(targetTo ?? target, locale(), measure) });
}

/** Where the newest figure stands against the target, in one or two sentences. */
export function standingInWords(indicator: Indicator): string {
  const latest = latestOf(indicator.values);
  const aim = aimInWords(indicator);
  if (latest === null) return m.goals_standing_none({ aim });
  const shown = (value: number) => figureInWords(value, locale(), indicator.measure);
  const facts = { value: shown(latest.value), day: dayInWords(latest.on, locale()), aim };
  const { side, distance } = standingOf(indicator, latest.value);
  if (side === 'at') return m.goals_standing_at(facts);
  const gap = { ...facts, gap: shown(distance) };
  return side === 'below' ? m.goals_standing_below(gap) : m.goals_standing_above(gap);
}

/** How far it has come since it began; '' when there is nothing to compare with. */
export function movementInWords(indicator: Indicator): string {
  const latest = latestOf(indicator.values);
  if (latest === null) return '';
  const earlier = beginningOf(indicator);
  if (earlier === null) return '';
  const value = figureInWords(earlier.value, locale(), indicator.measure);
  const told = earlier.on === null ? value : m.goals_from_day({ value, day: dayInWords(earlier.on, locale()) });
  const from = indicator.baseline === null ? m.goals_from_first({ from: told }) : m.goals_from_baseline({ from: told });
  const words = { nearer: m.goals_moved_nearer, further: m.goals_moved_further, same: m.goals_moved_same };
  return words[moved(indicator, earlier.value, latest.value)]({ from });
}

/** The starting point, else the first of several figures; null when there is nothing to compare the newest with. */
function beginningOf({ baseline, baselineOn, values }: Indicator): { value: number; on: string | null } | null {
  if (baseline !== null) return { value: baseline, on: baselineOn };
  return values.length > 1 ? (values[0] ?? null) : null;
}
