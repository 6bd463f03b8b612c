import type { ElementKind } from '#importing/open-format.ts';
import { inDocumentOrder, subtreeOf } from '../../tree/rules.ts';
import { removeElement } from '../removals/rules.ts';
import { moveElement } from '../rules.ts';
import type { Manuscript } from '../schema.ts';

/** What is to become of all the chosen elements; what is left out stays as it is in each. */
export type Common = { kind?: ElementKind; level?: number | null; parent?: string | null };

/** The draft with the same kind, level or parent in several elements. What lies below a chosen one moves with it. Null: impossible. */
export function changeMany(manuscript: Manuscript, ids: readonly string[], common: Common, revision: number): Manuscript | null {
  const chosen = new Set(ids);
  if (ids.some((id) => !manuscript.elements.some((element) => element.id === id)) || chosen.size === 0) return null;
  const { kind, level, parent } = common;
  let changed: Manuscript = {
    ...manuscript,
    elements: manuscript.elements.map((element) =>
      chosen.has(element.id)
        ? { ...element, kind: kind ?? element.kind, level: level === undefined ? element.level : level, revision }
        : element,
    ),
  };
  if (parent === undefined) return changed;
  for (const id of topmost(manuscript, chosen)) {
    const moved = moveElement(changed, id, parent, revision);
    if (moved === null) return null;
    changed = moved;
  }
  return changed;
}

/** The draft without several elements and all below them. One removal each, so that each can be put back. */
export function removeMany(manuscript: Manuscript, ids: readonly string[]): Manuscript | null {
  const tops = topmost(manuscript, new Set(ids));
  let left = manuscript;
  for (const id of tops) left = removeElement(left, id)?.manuscript ?? left;
  return tops.length === 0 ? null : left;
}

/** Of the chosen elements those that lie below no other chosen one, in document order. */
function topmost({ elements }: Manuscript, chosen: ReadonlySet<string>): string[] {
  const order = inDocumentOrder(elements)
    .map(({ id }) => id)
    .filter((id) => chosen.has(id));
  const below = new Set(
    order.flatMap((id) =>
      subtreeOf(elements, id)
        .slice(1)
        .map((part) => part.id),
    ),
  );
  return order.filter((id) => !below.has(id));
}
