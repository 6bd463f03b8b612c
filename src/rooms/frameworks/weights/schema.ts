import * as v from 'valibot';
import { WeightField } from '../attributes/statements/schema.ts';

/** The weights of one statement as the table sends them. */
export const WeightRow = v.object({ statement: v.string(), seen: v.string(), weights: v.array(WeightField) });
export type WeightRow = v.InferOutput<typeof WeightRow>;

export const WeightsInput = v.object({ rows: v.array(WeightRow), levels: v.string() });
export type WeightsInput = v.InferOutput<typeof WeightsInput>;

/** What came of a save: how many rows were written, and the statements somebody else has weighed too, left as they stand. */
export type WeightsSaved = { saved: number; conflicts: string[] };
