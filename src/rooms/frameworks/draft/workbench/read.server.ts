import { locale } from '#base/text.ts';
import { ELEMENT_KINDS, type ElementKind } from '#importing/open-format.ts';
import type { Tx } from '#database/tenant.ts';
import { matrixOf } from '../../matrix/rules.ts';
import { countByKind, kindNamer, presentStatements } from '../../presented/rules.ts';
import { kindNamesOf, levelsOf, sourceLinesOf, versionHead } from '../../read.server.ts';
import { isDraft } from '../../rules.ts';
import type { Level, Statement, VersionHead } from '../../schema.ts';
import { possibleSteps, subtreeOf, type Direction } from '../../tree/rules.ts';
import { readManuscript } from '../read.server.ts';
import { canUndo, shortName } from '../removals/rules.ts';
import { isPassage, suggestPlace, unplacedOf } from '../rules.ts';
import type { Element, ElementFields, Manuscript, Rest } from '../schema.ts';
import { sourceView, type SourceView } from './rules.ts';

export type Selected = { element: Element; steps: Direction[]; below: number; parents: string[] };
export type Workbench = {
  head: VersionHead;
  levels: Level[];
  kinds: { kind: ElementKind; name: string }[];
  statements: Statement[];
  counts: { kind: ElementKind; name: string; count: number }[];
  matrix: { filled: number; expected: number; doubtful: number } | null;
  unplaced: Rest[];
  furniture: Rest[];
  repeats: (Rest & { of: string })[];
  repairs: Rest[];
  edits: Rest[];
  removals: { id: string; title: string; elements: number }[];
  selected: Selected | null;
  placing: { rest: Rest; suggested: ElementFields & { parent: string | null } } | null;
  source: SourceView;
};
export type Choice = { element: string | null; rest: string | null; wholeSource: boolean };

/** A draft as its editors work on it: the tree beside the source, what has no place yet, and what is chosen. Null when it is no draft. */
export async function readWorkbench(
  tx: Tx,
  address: { framework: string; version: string },
  choice: Choice,
): Promise<Workbench | null> {
  const head = await versionHead(tx, address.version);
  if (head === null || head.frameworkId !== address.framework || !isDraft(head)) return null;
  const manuscript = await readManuscript(tx, head.versionId);
  const levels = await levelsOf(tx, head.versionId);
  const kindName = kindNamer(await kindNamesOf(tx, head.versionId), locale());
  const statements = presentStatements(manuscript.elements, levels, kindName);
  const selected = selectedIn(manuscript, choice.element);
  const placing = manuscript.rests.find((rest) => rest.id === choice.rest && isPassage(rest)) ?? null;
  const matrix = matrixOf(statements, levels);
  return {
    head,
    levels,
    kinds: ELEMENT_KINDS.map((kind) => ({ kind, name: kindName(kind) })),
    statements,
    counts: countByKind(manuscript.elements, kindName),
    matrix: matrix && { filled: matrix.filled, expected: matrix.expected, doubtful: matrix.doubtful },
    ...restsOf(manuscript),
    removals: manuscript.removals
      .filter((removal) => canUndo(manuscript, removal))
      .map(({ id, title, elements }) => ({ id, title, elements: elements.length })),
    selected,
    placing: placing && { rest: placing, suggested: suggestPlace(manuscript, placing) },
    source: sourceView(
      await sourceLinesOf(tx, head.versionId),
      manuscript.elements,
      manuscript.rests,
      selected?.element ?? placing,
      choice.wholeSource,
    ),
  };
}

function selectedIn({ elements }: Manuscript, id: string | null): Selected | null {
  const element = elements.find((candidate) => candidate.id === id);
  if (element === undefined) return null;
  const below = new Set(subtreeOf(elements, element.id).map((part) => part.id));
  const parents = elements.filter((candidate) => !below.has(candidate.id)).map((candidate) => candidate.id);
  return { element, steps: [...possibleSteps(elements, element.id)], below: below.size - 1, parents };
}

function restsOf({ elements, rests }: Manuscript): Pick<Workbench, 'unplaced' | 'furniture' | 'repeats' | 'repairs' | 'edits'> {
  const names = new Map(elements.map((element) => [element.id, shortName(element)]));
  const kind = (wanted: Rest['kind']): Rest[] => rests.filter((rest) => rest.kind === wanted);
  return {
    unplaced: unplacedOf(rests),
    furniture: kind('furniture'),
    repeats: kind('repeat').map((rest) => ({ ...rest, of: names.get(rest.elementId ?? '') ?? '' })),
    repairs: kind('repair'),
    edits: kind('edit'),
  };
}
