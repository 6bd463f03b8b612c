import * as v from 'valibot';
import { ELEMENT_KINDS, type ElementKind } from '#importing/open-format.ts';
import type { Statement } from '../schema.ts';

/** What a statement means in a unit, in its own words. */
export type Translation = {
  statementId: string;
  unitId: string;
  text: string;
  /** With whom it was agreed, in the unit's words: the TRIO, a meeting of all. Empty when nobody said. */
  agreedWith: string;
  agreedOn: string | null;
  revision: number;
  writtenBy: string;
  writtenAt: Date;
  /** The statement as it read when this was written or last confirmed; null when that wording is not known any more. */
  readThen: string | null;
};

/** Missing, standing, or standing over words that have changed since. */
export type TranslationState = 'missing' | 'standing' | 'outdated';

export type TranslatedStatement = { statement: Statement; state: TranslationState; translation: Translation | null };

/** How far a unit is: of so many statements, so many translated, of these so many to look at again. */
export type Reach = { of: number; translated: number; outdated: number };

/** That the units are asked, for which kinds of statements and until when. */
export type TranslationCall = { kinds: ElementKind[]; dueOn: string | null; letter: string; calledBy: string; calledAt: Date };

export type UnitReach = Reach & { unitId: string; name: string; depth: number; leader: string | null; mine: boolean };

const day = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.regex(/^$|^\d{4}-\d{2}-\d{2}$/, 'day'),
  v.check((text) => text === '' || !Number.isNaN(Date.parse(`${text}T12:00:00Z`)), 'day'),
  v.transform((text) => (text === '' ? null : text)),
);

export const CallInput = v.object({
  kinds: v.pipe(v.array(v.picklist(ELEMENT_KINDS)), v.minLength(1, 'missing')),
  due: day,
  letter: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(5000, 'long')),
});
export type CallInput = v.InferOutput<typeof CallInput>;

export const TranslationInput = v.object({
  statement: v.string(),
  /** The revision the writer read; 0 when there was none. */
  revision: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
  text: v.pipe(
    v.optional(v.string(), ''),
    v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
    v.maxLength(10_000, 'long'),
  ),
  with: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(200, 'long')),
  on: day,
});
export type TranslationInput = v.InferOutput<typeof TranslationInput>;
