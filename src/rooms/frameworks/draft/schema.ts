import * as v from 'valibot';
import { ELEMENT_KINDS, type ElementKind } from '#importing/open-format.ts';

/** One element of a draft as it is stored. Lines are those of the source, counted from 1; null for what an editor wrote. */
export type Element = {
  id: string;
  statementId: string;
  slug: string;
  parentId: string | null;
  position: number;
  kind: ElementKind;
  level: number | null;
  title: string | null;
  text: string | null;
  firstLine: number | null;
  lastLine: number | null;
  page: number | null;
  /** How sure the reading of a picture was, 0 to 1; none for words that came as text. */
  confidence?: number | null;
  /** The save that last touched it. */
  revision: number;
};

/**
 * Words that are in no element (unplaced, furniture of the page, repeats), and how words came to differ from the source: repairs of
 * the scan, and the editors' own edits. Of those two, `text` became `repairedTo`.
 */
export type RestKind = 'unplaced' | 'furniture' | 'repeat' | 'repair' | 'edit';
export type Rest = {
  id: string;
  position: number;
  kind: RestKind;
  text: string;
  repairedTo: string | null;
  firstLine: number | null;
  lastLine: number | null;
  page: number | null;
  /** The element that a repeat repeats, or that an edit changed. */
  elementId: string | null;
  /** What an editor decided about a repair; null before that, and for everything else. */
  decided: Decision | null;
};
export const DECISIONS = ['accepted', 'rejected'] as const;
export type Decision = (typeof DECISIONS)[number];

/** An element as it was when it was taken out: its words lie in the named rest, and these repeats spoke of it. */
export type RemovedElement = Element & { restId: string | null; repeats: string[] };
export type Removal = { id: string; title: string; elements: RemovedElement[] };

/** Everything a draft consists of between two saves. */
export type Manuscript = { elements: Element[]; rests: Rest[]; removals: Removal[] };

const words = (most: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.transform((text) => text.replaceAll('\r\n', '\n').trim()),
    v.maxLength(most, 'long'),
    v.transform((text) => (text === '' ? null : text)),
  );

const revision = v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number));

const fields = {
  kind: v.picklist(ELEMENT_KINDS),
  level: v.pipe(
    v.optional(v.string(), ''),
    v.regex(/^\d{0,2}$/),
    v.transform((text) => (text === '' ? null : Number(text))),
  ),
  title: words(500),
  text: words(100_000),
};

/** What an element says and is. */
export const ElementFields = v.object(fields);
export type ElementFields = v.InferOutput<typeof ElementFields>;

export const EditInput = v.object({ ...fields, element: v.string(), revision });
export type EditInput = v.InferOutput<typeof EditInput>;

export const AddInput = v.object({ ...fields, parent: v.optional(v.string(), ''), after: v.optional(v.string(), '') });
export type AddInput = v.InferOutput<typeof AddInput>;

export const PlaceInput = v.object({ ...fields, rest: v.string(), parent: v.optional(v.string(), '') });
export type PlaceInput = v.InferOutput<typeof PlaceInput>;

export const StepInput = v.object({ element: v.string(), revision, direction: v.picklist(['up', 'down', 'in', 'out']) });
export const MoveInput = v.object({
  element: v.string(),
  revision,
  parent: v.optional(v.string(), ''),
  before: v.optional(v.string()),
});
export const RemoveInput = v.object({
  element: v.string(),
  revision,
  /** The editor knows where the statement is used. */
  sure: v.pipe(
    v.optional(v.string(), ''),
    v.transform((sure) => sure === 'yes'),
  ),
});
export const AppendInput = v.object({ rest: v.string(), element: v.string() });
export const SortInput = v.object({ rest: v.string(), kind: v.picklist(['unplaced', 'furniture']) });
export const UndoInput = v.object({ removal: v.string() });
