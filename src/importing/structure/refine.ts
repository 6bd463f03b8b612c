import { giveForums } from './refine-forums.ts';
import { giveLayers } from './refine-layers.ts';
import { giveParagraphKinds } from './refine-paragraphs.ts';
import { giveProcessSteps } from './refine-process.ts';
import { giveSubPoints } from './refine-sub-points.ts';
import { foldSummaryLists } from './refine-summary-lists.ts';
import type { Assembly } from './node.ts';

/** Looks at the finished tree and gives paragraphs the kinds that only their neighbours reveal. */
export function refine(assembly: Assembly): void {
  foldSummaryLists(assembly);
  giveLayers(assembly);
  giveForums(assembly);
  giveProcessSteps(assembly);
  giveParagraphKinds(assembly);
  giveSubPoints(assembly);
}
