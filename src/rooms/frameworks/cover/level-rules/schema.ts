import * as v from 'valibot';

const words = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
    v.maxLength(most, 'long'),
  );

/** One level of the form: who belongs to it, whom they refer to, what is new in it, and its levels in the organisation's data. */
export const LevelRuleField = v.object({
  level: v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number)),
  definition: words(1000),
  refersTo: words(300),
  transition: words(4000),
  positions: v.array(v.pipe(v.string(), v.regex(/^\d$/), v.transform(Number))),
});

export const LevelRulesInput = v.object({ rules: v.array(LevelRuleField), seen: v.string() });
export type LevelRulesInput = v.InferOutput<typeof LevelRulesInput>;
