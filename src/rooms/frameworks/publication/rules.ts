import { unplacedOf } from '../draft/rules.ts';
import type { Element, Manuscript, Rest } from '../draft/schema.ts';
import { inDocumentOrder } from '../tree/rules.ts';

/** What stands between a draft and its publication, and what its editors should have seen. */
export type Readiness = { elements: number; wordless: Element[]; unplaced: Rest[] };

/** Elements without words cannot be published; passages without a place can, when the editors say that they have seen them. */
export function readinessOf(manuscript: Manuscript): Readiness {
  const wordless = inDocumentOrder(manuscript.elements).filter((element) => element.title === null && element.text === null);
  return { elements: manuscript.elements.length, wordless, unplaced: unplacedOf(manuscript.rests) };
}
