import { FORMAT, type DraftElement, type ElementKind, type FrameworkDraft, type Passage } from '../open-format.ts';
import type { ElementExtras } from './extras.ts';
import { slug } from '../structure/slug.ts';
import { ExchangeProblem } from './exchange-problem.ts';
import { storable } from '../storable.ts';
import { MAX_DEPTH, MAX_ELEMENTS, MAX_LEVELS, MAX_TEXT, MAX_TITLE } from './limits.ts';

/**
 * An element of a tree that was read, before it has a place in a text. `name` is what its file calls it; `slug` what it is called in ours,
 * where the file knows it.
 */
export type TreeNode = ElementExtras & {
  name: string;
  slug: string | null;
  parent: string | null;
  kind: ElementKind;
  level: string | null;
  title: string | null;
  text: string | null;
};

export type Tree = Pick<FrameworkDraft, 'organisation' | 'title' | 'date' | 'levels' | 'kinds'> & {
  nodes: readonly TreeNode[];
  unplaced?: readonly string[];
};

const SLUG_PATH = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/u;

/**
 * A tree, parents before children, as a draft of the open format. The text is written from the elements, so that each has its lines and
 * no word is lost. Slugs that are paths of small letters stay; others are made. Throws ExchangeProblem for a tree that is none.
 */
export function draftOfTree(given: Tree): FrameworkDraft {
  if (given.nodes.length > MAX_ELEMENTS) throw new ExchangeProblem('too_many', String(given.nodes.length));
  const tree = storableTree(given);
  checkHead(tree);
  const lines: string[] = [];
  const write = (...passages: (string | null)[]): [number, number] => {
    const first = lines.length + 1;
    for (const passage of passages) for (const line of passage?.split('\n') ?? []) lines.push(line);
    if (lines.length < first) lines.push('');
    return [first, lines.length];
  };
  const ids = idsOf(tree.nodes);
  const elements = tree.nodes.map((node): DraftElement => {
    const { name, slug: _slug, parent, kind, level, title, text, ...extras } = node;
    checkLength(node);
    const source = { lines: write(title, text) };
    return {
      id: ids.get(name) ?? name,
      kind,
      parent: parent === null ? null : (ids.get(parent) ?? null),
      level,
      title,
      text,
      source,
      ...extras,
    };
  });
  const unplaced = (tree.unplaced ?? []).map((text): Passage => ({ text, source: { lines: write(text) } }));
  const { organisation, title, date, levels, kinds } = tree;
  const shape = { repeats: [], unplaced, furniture: [], repairs: [], text: lines.join('\n') };
  return { format: FORMAT, organisation, title, date, levels: [...levels], kinds, elements, ...shape };
}

function storableTree(tree: Tree): Tree {
  const words = (text: string | null): string | null => (text === null ? null : storable(text));
  return {
    organisation: storable(tree.organisation),
    title: storable(tree.title),
    date: words(tree.date),
    levels: tree.levels.map(storable),
    kinds: Object.fromEntries(Object.entries(tree.kinds).map(([kind, name]) => [kind, storable(name)])),
    nodes: tree.nodes.map((node) => ({ ...node, level: words(node.level), title: words(node.title), text: words(node.text) })),
    unplaced: (tree.unplaced ?? []).map(storable),
  };
}

function checkHead({ organisation, title, date, levels, kinds }: Tree): void {
  const long = [organisation, title, date ?? '', ...levels, ...Object.values(kinds)].find((words) => words.length > MAX_TITLE);
  if (long !== undefined) throw new ExchangeProblem('too_long', long);
  if (levels.length > MAX_LEVELS) throw new ExchangeProblem('too_many', levels[0] ?? '');
  if (new Set(levels).size < levels.length) throw new ExchangeProblem('duplicate', levels.join(', '));
}

function checkLength({ name, title, text }: TreeNode): void {
  if ((title?.length ?? 0) > MAX_TITLE || (text?.length ?? 0) > MAX_TEXT) throw new ExchangeProblem('too_long', title ?? name);
}

function idsOf(nodes: readonly TreeNode[]): Map<string, string> {
  const ids = new Map<string, string>();
  const depths = new Map<string, number>();
  const taken: Taken = { ids: new Set(), next: new Map() };
  for (const { name, slug: wanted, parent, title, text } of nodes) {
    const words = title ?? text ?? name;
    if (ids.has(name)) throw new ExchangeProblem('duplicate', name);
    if (parent !== null && !ids.has(parent)) throw new ExchangeProblem('orphan', words);
    const depth = parent === null ? 0 : (depths.get(parent) ?? 0) + 1;
    if (depth > MAX_DEPTH) throw new ExchangeProblem('too_deep', words);
    const known = wanted !== null && SLUG_PATH.test(wanted) && wanted.length <= 2000 && !taken.ids.has(wanted);
    const id = known ? wanted : newSlug(ids.get(parent ?? '') ?? null, words, taken);
    ids.set(name, id);
    depths.set(name, depth);
    taken.ids.add(id);
  }
  return ids;
}

/** Names that are taken, and the number with which the search for the next free one goes on: ten thousand elements may say the same. */
type Taken = { ids: Set<string>; next: Map<string, number> };

function newSlug(parent: string | null, words: string, { ids, next }: Taken): string {
  const path = parent === null ? slug(words) : `${parent}/${slug(words)}`;
  let id = path;
  let count = next.get(path) ?? 2;
  for (; ids.has(id); count++) id = `${path}-${count}`;
  next.set(path, count);
  return id;
}
