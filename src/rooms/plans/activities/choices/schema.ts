import type { FrameworkChoice } from '../../statements/schema.ts';

/** What can be chosen for an activity. */
export type ActivityChoices = { units: { id: string; name: string; depth: number }[]; statements: FrameworkChoice[] };
