import type { FrameworkChoice } from '../../statements/schema.ts';
import type { OfferedUnits } from '../../units/schema.ts';

/** What can be chosen for an activity. */
export type ActivityChoices = { units: OfferedUnits; statements: FrameworkChoice[] };
