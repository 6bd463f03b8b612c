import { m } from '#base/text.ts';
import type { Addressee, Binding, DutyPart } from '../attributes/schema.ts';
import type { StrategyKind } from '../strategies/schema.ts';

/** What the closed lists of the program are called on the screen. */
export const ADDRESSEE_WORDS: Record<Addressee, () => string> = {
  organisation: m.editor_addressee_organisation,
  leaders: m.editor_addressee_leaders,
  employees: m.editor_addressee_employees,
  trio: m.editor_addressee_trio,
  citizens: m.editor_addressee_citizens,
};
export const BINDING_WORDS: Record<Binding, () => string> = {
  '': m.editor_binding_none,
  governing: m.editor_binding_governing,
  inspiring: m.editor_binding_inspiring,
};
export const DUTY_WORDS: Record<DutyPart, () => string> = {
  decides: m.editor_part_decides,
  responsible: m.editor_part_responsible,
  contributes: m.editor_part_contributes,
  informed: m.editor_part_informed,
};
export const STRATEGY_WORDS: Record<StrategyKind, () => string> = {
  strategy: m.editor_strategy_kind_strategy,
  vision: m.editor_strategy_kind_vision,
  policy: m.editor_strategy_kind_policy,
  scale: m.editor_strategy_kind_scale,
};
export const WEIGHT_WORDS: Record<1 | 2 | 3, () => string> = {
  1: m.editor_weight_1,
  2: m.editor_weight_2,
  3: m.editor_weight_3,
};
