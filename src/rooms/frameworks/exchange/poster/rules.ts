import type { ElementKind } from '#importing/open-format.ts';
import { branchesOf, type Branch } from '../../reading/rules.ts';
import type { Statement } from '../../schema.ts';

/** What stands together on a poster. */
export type PosterGroup = { kicker: string; title: string; text: string; statements: string[] };

/** The kinds by which frameworks name their pillars; all others say more about them. */
export const PILLARS: ReadonlySet<ElementKind> = new Set([
  'corner_flag',
  'competence',
  'value',
  'intention',
  'principle',
  'focus_area',
  'guidepost',
]);

/**
 * The top layers of a framework: each pillar with the first layer of its statements. Pillars without anything below them stand together
 * under the name of their kind. A framework without pillars shows its headings.
 */
export function posterGroups(statements: readonly Statement[]): PosterGroup[] {
  const branches = branchesOf(statements);
  const pillars = groupsOf(branches, '');
  if (pillars.length > 0) return pillars;
  return branches.filter((branch) => branch.title !== null && branch.children.length > 0).map((branch) => groupOf(branch, ''));
}

/** The same with fewer words: names only, for a framework that says more than a page can hold. */
export function shortened(groups: readonly PosterGroup[]): PosterGroup[] {
  return groups.map((group) => (group.title === '' ? group : { ...group, text: '', statements: [] }));
}

function groupsOf(branches: readonly Branch[], above: string): PosterGroup[] {
  const groups: PosterGroup[] = [];
  const single = new Map<ElementKind, PosterGroup>();
  for (const branch of branches) {
    if (!PILLARS.has(branch.kind)) groups.push(...groupsOf(branch.children, above));
    else if (branch.children.some((child) => PILLARS.has(child.kind) && child.title !== null))
      groups.push(...groupsOf(branch.children, branch.title ?? branch.text ?? above));
    else if (branch.title !== null && (branch.children.length > 0 || branch.text !== null)) groups.push(groupOf(branch, above));
    else addSingle(branch, above, single, groups);
  }
  return groups;
}

function addSingle(branch: Branch, above: string, single: Map<ElementKind, PosterGroup>, groups: PosterGroup[]): void {
  const words = wordsOf(branch);
  const known = single.get(branch.kind);
  if (known !== undefined) known.statements.push(words);
  else {
    const group = { kicker: above, title: branch.kindName, text: '', statements: [words] };
    single.set(branch.kind, group);
    groups.push(group);
  }
}

function groupOf(branch: Branch, above: string): PosterGroup {
  const said = branch.children.filter((child) => child.level === null && child.kind !== 'definition');
  const [first] = said;
  const layer = said.filter((child) => child.kind === first?.kind);
  // A single statement is read as running text; a list of one point looks as if something were missing.
  const only = layer.length === 1 && layer[0] !== undefined ? wordsOf(layer[0]) : (branch.text ?? '');
  return {
    kicker: above === '' ? branch.kindName : above,
    title: branch.title ?? '',
    text: layer.length > 1 ? '' : only,
    statements: layer.length > 1 ? layer.map(wordsOf) : [],
  };
}

const wordsOf = (branch: Branch): string => branch.title ?? branch.text ?? '';
