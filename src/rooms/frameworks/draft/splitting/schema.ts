import * as v from 'valibot';

const revision = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));

/** Where to split: before character number `at` of the title or the text. */
export const SplitInput = v.object({
  element: v.string(),
  revision,
  part: v.optional(v.picklist(['title', 'text']), 'text'),
  at: v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number)),
});
export const JoinInput = v.object({ element: v.string(), revision, with: v.picklist(['next', 'previous']) });
