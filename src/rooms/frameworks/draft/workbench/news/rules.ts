import { m } from '#base/text.ts';
import { doubtsOf } from '../../doubts/rules.ts';
import type { Doubt, DoubtReason } from '../../doubts/schema.ts';
import { shortName } from '../../removals/rules.ts';
import type { Deed } from '../../saves/schema.ts';
import type { Manuscript } from '../../schema.ts';
import type { Place, Progress } from '../schema.ts';

const REASONS: Record<DoubtReason, (count: number) => string> = {
  unplaced: () => m.workbench_doubt_unplaced(),
  wordless: () => m.workbench_doubt_wordless(),
  unsure: () => m.workbench_doubt_unsure(),
  repaired: (count) => (count === 1 ? m.workbench_doubt_repaired_one() : m.workbench_doubt_repaired({ count })),
  strange: () => m.workbench_doubt_strange(),
  torn: () => m.workbench_doubt_torn(),
  childless: () => m.workbench_doubt_childless(),
  long: () => m.workbench_doubt_long(),
  short: () => m.workbench_doubt_short(),
  same: () => m.workbench_doubt_same(),
  alone: () => m.workbench_doubt_alone(),
};

/** The doubtful places in the reader's words, most doubtful first, with what the editors have looked at. */
export function presentPlaces(manuscript: Manuscript, seen: ReadonlySet<string>): Place[] {
  const elements = new Map(manuscript.elements.map((element) => [element.id, element]));
  const rests = new Map(manuscript.rests.map((rest) => [rest.id, rest]));
  return doubtsOf(manuscript).map(({ kind, id, doubt, reasons }) => {
    const element = elements.get(id);
    const rest = rests.get(id);
    return {
      id,
      kind,
      doubt,
      reasons: sentencesFor(reasons),
      seen: seen.has(id),
      line: element?.firstLine ?? rest?.firstLine ?? null,
      name: shortName(element ?? { title: null, text: rest?.text ?? '' }, 90),
    };
  });
}

/** How far the editors have come: what they have looked at, of that and what they should look at. */
export function progressOf(places: readonly Pick<Place, 'id'>[], seen: ReadonlySet<string>): Progress {
  const open = places.filter(({ id }) => !seen.has(id)).length;
  return { seen: seen.size, total: seen.size + open };
}

/** What a deed is called, with what it was done to. */
export function deedName(what: Deed, name: string): string {
  const verb = DEED_NAMES[what]();
  return name === '' ? verb : m.workbench_deed_of({ deed: verb, name });
}

const DEED_NAMES: Record<Deed, () => string> = {
  edit: m.workbench_deed_edit,
  step: m.workbench_deed_move,
  move: m.workbench_deed_move,
  add: m.workbench_deed_add,
  remove: m.workbench_deed_remove,
  restore: m.workbench_deed_restore,
  place: m.workbench_deed_place,
  append: m.workbench_deed_place,
  sort: m.workbench_deed_sort,
  split: m.workbench_deed_split,
  join: m.workbench_deed_join,
  many: m.workbench_deed_many,
  accept: m.workbench_deed_accept,
  reject: m.workbench_deed_reject,
  undo: m.workbench_deed_undo,
  redo: m.workbench_deed_redo,
};

function sentencesFor(reasons: Doubt['reasons']): string[] {
  return reasons.map(({ reason, count }) => REASONS[reason](count));
}
