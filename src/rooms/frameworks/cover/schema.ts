import * as v from 'valibot';
import { ELEMENT_KINDS, type ElementKind } from '#importing/open-format.ts';

const revision = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));
const name = v.pipe(
  v.optional(v.string(), ''),
  v.transform((text) => text.trim().replaceAll(/\s+/g, ' ')),
  v.maxLength(200, 'long'),
);

export const CoverInput = v.object({ revision, title: v.pipe(name, v.minLength(1, 'missing')), issuedBy: name, dated: name });
export type CoverInput = v.InferOutput<typeof CoverInput>;

/** One level of a form: the number it had (null: new), what it is to be called, and the place it is wished at. */
export type LevelRow = { from: number | null; name: string; place: number };

const number = v.pipe(v.string(), v.regex(/^\d{1,3}$/), v.transform(Number));
export const LevelsInput = v.pipe(
  v.object({
    revision,
    from: v.array(v.union([v.literal(''), number])),
    name: v.array(name),
    place: v.array(v.union([v.literal(''), number])),
  }),
  v.check(({ from, name: names, place }) => from.length === names.length && place.length === names.length),
  v.transform(({ revision: seen, from, name: names, place }) => ({
    revision: seen,
    rows: names.map((text, index): LevelRow => {
      const [was, wished] = [from[index], place[index]];
      return { from: typeof was === 'number' ? was : null, name: text, place: typeof wished === 'number' ? wished : 999 };
    }),
  })),
);
export type LevelsInput = v.InferOutput<typeof LevelsInput>;

export const KindNamesInput = v.object({ revision, names: v.record(v.picklist(ELEMENT_KINDS), name) });
export type KindNamesInput = { revision: number; names: Partial<Record<ElementKind, string>> };
