import * as v from 'valibot';
import { ELEMENT_KINDS } from '#importing/open-format.ts';

const revision = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
const elements = v.pipe(v.array(v.string()), v.minLength(1, 'missing'), v.maxLength(2000));
const KEEP = 'keep';

/** What is common to the chosen elements from now on; 'keep' leaves it as it is in each. */
export const ManyInput = v.object({
  elements,
  revision,
  kind: v.pipe(
    v.optional(v.picklist([KEEP, ...ELEMENT_KINDS]), KEEP),
    v.transform((kind) => (kind === KEEP ? undefined : kind)),
  ),
  level: v.pipe(
    v.optional(v.string(), KEEP),
    v.regex(/^(keep|\d{0,2})$/),
    v.transform((level) => (level === KEEP ? undefined : level === '' ? null : Number(level))),
  ),
  parent: v.pipe(
    v.optional(v.string(), KEEP),
    v.transform((parent) => (parent === KEEP ? undefined : parent === '' ? null : parent)),
  ),
});
export type ManyInput = v.InferOutput<typeof ManyInput>;
export const RemoveManyInput = v.object({ elements, revision });
