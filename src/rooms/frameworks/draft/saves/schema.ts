import * as v from 'valibot';
import type { Element, Removal, Rest } from '../schema.ts';

/** What a save did to one row: null before it was made and after it was gone; otherwise only the fields that differ. */
export type RowChange<T> = { id: string; before: Partial<T> | null; after: Partial<T> | null };

/** Everything one save of a draft changed. Applied backwards it is undone. */
export type Changes = { elements: RowChange<Element>[]; rests: RowChange<Rest>[]; removals: RowChange<Removal>[] };

/** What an editor did, in the words of the program; each has its name in the message catalogue. */
export const DEEDS = [
  'edit',
  'step',
  'move',
  'add',
  'remove',
  'restore',
  'place',
  'append',
  'sort',
  'split',
  'join',
  'many',
  'accept',
  'reject',
  'undo',
  'redo',
] as const;
export type Deed = (typeof DEEDS)[number];

/** One save as undo needs it. `undoneIn` is the save that took it back. */
export type Save = { revision: number; personId: string; what: Deed; name: string; changes: Changes; undoneIn: number | null };

/** Places that an editor has looked at and found right, or has not after all. */
export const SeeInput = v.object({
  places: v.pipe(v.array(v.string()), v.minLength(1, 'missing'), v.maxLength(2000)),
  seen: v.pipe(
    v.optional(v.picklist(['yes', 'no']), 'yes'),
    v.transform((seen) => seen === 'yes'),
  ),
});
