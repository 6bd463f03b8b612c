import * as v from 'valibot';

/** What kind of body it is: who decides, who leads, who negotiates for employees, who keeps the pen. */
export const BODY_KINDS = ['political', 'management', 'med', 'hr', 'other'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** What a body may do with a draft. */
export const BODY_RIGHTS = ['discuss', 'answer', 'recommend', 'approve'] as const;
export type BodyRight = (typeof BODY_RIGHTS)[number];

export type Body = {
  id: string;
  name: string;
  kind: BodyKind;
  rights: BodyRight[];
  /** Who acts for it. */
  members: { personId: string; name: string }[];
  /** It is no more; what it did stays. */
  retired: boolean;
  /** How many steps it has taken: with any, it can be retired but not deleted. */
  steps: number;
};

export const BodyInput = v.object({
  name: v.pipe(v.optional(v.string(), ''), v.trim(), v.minLength(1, 'missing'), v.maxLength(200, 'long')),
  kind: v.picklist(BODY_KINDS),
  rights: v.array(v.picklist(BODY_RIGHTS)),
});
export type BodyInput = v.InferOutput<typeof BodyInput>;
