import * as v from 'valibot';

const line = v.pipe(
  v.string(),
  v.transform((text) => text.trim().replaceAll(/\s+/g, ' ')),
  v.maxLength(300, 'long'),
);

/** The core tasks of the form in their order; one without a name is left out, and a new one has id ''. */
export const CoreTasksInput = v.object({
  tasks: v.array(v.object({ id: v.string(), name: line })),
  sure: v.boolean(),
  seen: v.string(),
});
export type CoreTasksInput = v.InferOutput<typeof CoreTasksInput>;
