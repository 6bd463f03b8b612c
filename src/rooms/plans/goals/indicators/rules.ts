import { seenMark } from '../../seen/rules.ts';
import { figureTyped } from '../figures/rules.ts';
import type { Indicator } from './schema.ts';

/** A mark of what an indicator's form is read with. Figures as they are typed, since they may have decimals. */
export function indicatorMark(indicator: Indicator): string {
  const { name, measure, direction, target, targetTo, baseline, baselineOn, feedback, feedbackName, perspective } = indicator;
  const figures = [target, targetTo, baseline].map((figure) => (figure === null ? '' : figureTyped(figure)));
  return seenMark({ name, measure, direction, figures, baselineOn, feedback, feedbackName, perspective });
}
