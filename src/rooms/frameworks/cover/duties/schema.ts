import * as v from 'valibot';
import { DUTY_PARTS } from '../../attributes/schema.ts';

const line = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.trim().replaceAll(/\s+/g, ' ')),
    v.maxLength(most, 'long'),
  );

/** A task of the form; without a task it is left out. `id` is '' for a new one. */
export const DutyField = v.object({
  id: v.string(),
  task: line(300),
  parts: v.array(
    v.object({
      level: v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number)),
      part: v.picklist(['', ...DUTY_PARTS]),
      who: line(300),
    }),
  ),
});

export const DutiesInput = v.object({ duties: v.array(DutyField), seen: v.string() });
export type DutiesInput = v.InferOutput<typeof DutiesInput>;
