import bundle from '../../../../../static/workbench/bundle.json' with { type: 'json' };
import { locale } from '#base/text.ts';
import { ELEMENT_KINDS, type ElementKind } from '#importing/open-format.ts';
import type { Tx } from '#database/tenant.ts';
import { matrixOf } from '../../matrix/rules.ts';
import { countByKind, kindNamer, presentStatements } from '../../presented/rules.ts';
import { kindNamesOf, levelsOf, sourceLinesOf, versionHead } from '../../read.server.ts';
import { isDraft } from '../../rules.ts';
import type { Level, Statement, Use, VersionHead } from '../../schema.ts';
import { usesBelow } from '../../publication/consequences/read.server.ts';
import { possibleSteps, subtreeOf, type Direction } from '../../tree/rules.ts';
import { groupsOfRepairs } from '../decisions/rules.ts';
import type { RepairGroup } from '../decisions/schema.ts';
import { readManuscript } from '../read.server.ts';
import { canUndo, shortName } from '../removals/rules.ts';
import { isPassage, suggestPlace, unplacedOf } from '../rules.ts';
import { seenIn } from '../saves/read.server.ts';
import type { Element, ElementFields, Manuscript, Rest } from '../schema.ts';
import { placesToSplit } from '../splitting/rules.ts';
import { presentPlaces, progressOf } from './news/rules.ts';
import { travelOf } from './news/read.server.ts';
import { rowsOf, sourceView, type SourceView } from './rules.ts';
import type { Place, Progress, Row, Travel, View } from './schema.ts';

export type Selected = {
  element: Element;
  steps: Direction[];
  below: number;
  parents: string[];
  cuts: number[];
  joins: { next: boolean; previous: boolean };
  /** What points to it or to anything below it. */
  uses: Use[];
};
export type Workbench = {
  head: VersionHead;
  view: View;
  levels: Level[];
  kinds: { kind: ElementKind; name: string }[];
  statements: Statement[];
  rows: Row[];
  counts: { kind: ElementKind; name: string; count: number }[];
  matrix: { filled: number; expected: number; doubtful: number } | null;
  places: Place[];
  progress: Progress;
  travel: Travel;
  unplaced: Rest[];
  furniture: Rest[];
  repeats: (Rest & { of: string })[];
  repairs: { groups: RepairGroup[]; open: number; total: number };
  edits: Rest[];
  removals: { id: string; title: string; elements: number }[];
  selected: Selected | null;
  placing: { rest: Rest; suggested: ElementFields & { parent: string | null } } | null;
  source: SourceView;
  bundle: { file: string; integrity: string };
};
export type Choice = { element: string | null; rest: string | null; wholeSource: boolean; view: View };

/** A draft as its editors work on it: the tree beside the source, what has no place yet, and what is chosen. Null when it is no draft. */
export async function readWorkbench(
  tx: Tx,
  personId: string,
  address: { framework: string; version: string },
  choice: Choice,
): Promise<Workbench | null> {
  const head = await versionHead(tx, address.version);
  if (head === null || head.frameworkId !== address.framework || !isDraft(head)) return null;
  const manuscript = await readManuscript(tx, head.versionId);
  const levels = await levelsOf(tx, head.versionId);
  const kindName = kindNamer(await kindNamesOf(tx, head.versionId), locale());
  const statements = presentStatements(manuscript.elements, levels, kindName);
  const selected = await selectedIn(tx, head.versionId, manuscript, choice.element);
  const placing = manuscript.rests.find((rest) => rest.id === choice.rest && isPassage(rest)) ?? null;
  const matrix = matrixOf(statements, levels);
  const seen = await seenIn(tx, head.versionId);
  const places = presentPlaces(manuscript, seen);
  const sourceLines = await sourceLinesOf(tx, head.versionId);
  return {
    head,
    view: choice.view,
    levels,
    kinds: ELEMENT_KINDS.map((kind) => ({ kind, name: kindName(kind) })),
    statements,
    rows: rowsOf(manuscript.elements, levels, kindName),
    counts: countByKind(manuscript.elements, kindName),
    matrix: matrix && { filled: matrix.filled, expected: matrix.expected, doubtful: matrix.doubtful },
    places,
    progress: progressOf(places, seen),
    travel: await travelOf(tx, head.versionId, personId, manuscript),
    ...restsOf(manuscript),
    repairs: repairsOf(manuscript, sourceLines, choice.view),
    removals: manuscript.removals
      .filter((removal) => canUndo(manuscript, removal))
      .map(({ id, title, elements }) => ({ id, title, elements: elements.length })),
    selected,
    placing: placing && { rest: placing, suggested: suggestPlace(manuscript, placing) },
    source: sourceView(sourceLines, manuscript.elements, manuscript.rests, selected?.element ?? placing, choice.wholeSource),
    bundle,
  };
}

async function selectedIn(tx: Tx, versionId: string, { elements }: Manuscript, id: string | null): Promise<Selected | null> {
  const element = elements.find((candidate) => candidate.id === id);
  if (element === undefined) return null;
  const below = new Set(subtreeOf(elements, element.id).map((part) => part.id));
  const parents = elements.filter((candidate) => !below.has(candidate.id)).map((candidate) => candidate.id);
  const siblings = elements.filter(({ parentId, id: other }) => parentId === element.parentId && other !== id);
  return {
    element,
    steps: [...possibleSteps(elements, element.id)],
    below: below.size - 1,
    parents,
    cuts: placesToSplit(element.text ?? ''),
    joins: {
      next: siblings.some(({ position }) => position > element.position),
      previous: siblings.some(({ position }) => position < element.position),
    },
    uses: await usesBelow(tx, versionId, element.id),
  };
}

/** All repairs are counted; they are set out only where they are looked at. */
function repairsOf({ rests }: Manuscript, source: readonly string[], view: View): Workbench['repairs'] {
  const repairs = rests.filter((rest) => rest.kind === 'repair');
  const open = repairs.filter(({ decided }) => decided === null).length;
  return { groups: view === 'repairs' ? groupsOfRepairs(repairs, source) : [], open, total: repairs.length };
}

function restsOf({ elements, rests }: Manuscript): Pick<Workbench, 'unplaced' | 'furniture' | 'repeats' | 'edits'> {
  const names = new Map(elements.map((element) => [element.id, shortName(element)]));
  const kind = (wanted: Rest['kind']): Rest[] => rests.filter((rest) => rest.kind === wanted);
  return {
    unplaced: unplacedOf(rests),
    furniture: kind('furniture'),
    repeats: kind('repeat').map((rest) => ({ ...rest, of: names.get(rest.elementId ?? '') ?? '' })),
    edits: kind('edit'),
  };
}
