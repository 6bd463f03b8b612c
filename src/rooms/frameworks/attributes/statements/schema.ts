import * as v from 'valibot';
import { ADDRESSEES } from '../schema.ts';

const words = v.pipe(
  v.string(),
  v.transform((text) => text.trim().replaceAll(/\s+/g, ' ')),
  v.maxLength(200, 'long'),
);
const number = v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number));
/** '' says nothing about the level. */
const weight = v.pipe(
  v.picklist(['', '1', '2', '3']),
  v.transform((text) => (text === '' ? null : (Number(text) as 1 | 2 | 3))),
);

export const WeightField = v.object({ level: number, weight, words });
export type WeightField = v.InferOutput<typeof WeightField>;

/** What is said about one statement, as its form sends it. */
export const StatementInput = v.object({
  addressees: v.array(v.picklist(ADDRESSEES)),
  coreTasks: v.array(v.string()),
  values: v.array(v.string()),
  strategies: v.array(v.string()),
  weights: v.array(WeightField),
  seen: v.string(),
});
export type StatementInput = v.InferOutput<typeof StatementInput>;

/** What is added to many statements at once. */
export const ManyInput = v.object({
  statements: v.pipe(v.array(v.string()), v.minLength(1, 'none')),
  addressees: v.array(v.picklist(ADDRESSEES)),
  coreTask: v.string(),
  strategy: v.string(),
});
export type ManyInput = v.InferOutput<typeof ManyInput>;
