import * as v from 'valibot';
import { DECISIONS } from '../schema.ts';

export const DecideInput = v.object({
  rests: v.pipe(v.array(v.string()), v.minLength(1, 'missing'), v.maxLength(20_000)),
  decision: v.picklist(DECISIONS),
});
export type DecideInput = v.InferOutput<typeof DecideInput>;

/** Repairs that did the same to the same words: decided in one press. */
export type RepairGroup = {
  from: string;
  to: string;
  repairs: { id: string; line: number | null; before: string; after: string; decided: 'accepted' | 'rejected' | null }[];
};
