import * as v from 'valibot';
import { draftOfTree, type TreeNode } from '../exchange/draft-of-tree.ts';
import { ExchangeProblem } from '../exchange/exchange-problem.ts';
import { MAX_ELEMENTS } from '../exchange/limits.ts';
import { ELEMENT_KINDS, type ElementKind, type FrameworkDraft } from '../open-format.ts';
import { kindsOfItems, kindNamesOfItems } from './item-kinds.ts';
import { plainStatement } from './plain-statement.ts';

const optional = <T extends v.GenericSchema>(schema: T) => v.nullish(schema);
const LinkShape = v.object({ identifier: v.string() });
const OwnItem = v.object({
  name: v.string(),
  kind: v.picklist(ELEMENT_KINDS),
  level: v.nullable(v.string()),
  title: v.boolean(),
  text: v.boolean(),
});
const OwnDocument = v.object({
  organisation: v.string(),
  date: v.nullable(v.string()),
  levels: v.array(v.string()),
  kinds: v.record(v.picklist(ELEMENT_KINDS), v.string()),
});
const Item = v.object({
  identifier: v.pipe(v.string(), v.minLength(1)),
  fullStatement: v.string(),
  abbreviatedStatement: optional(v.string()),
  humanCodingScheme: optional(v.string()),
  CFItemType: optional(v.string()),
  CFItemTypeURI: optional(LinkShape),
  educationLevel: optional(v.array(v.string())),
  extensions: optional(v.looseObject({ pejling: optional(OwnItem) })),
});
const Association = v.object({
  associationType: v.string(),
  sequenceNumber: optional(v.number()),
  originNodeURI: LinkShape,
  destinationNodeURI: LinkShape,
});
const Package = v.object({
  CFDocument: v.object({
    identifier: v.string(),
    title: v.pipe(v.string(), v.minLength(1)),
    creator: optional(v.string()),
    statusStartDate: optional(v.string()),
    extensions: optional(v.looseObject({ pejling: optional(OwnDocument) })),
  }),
  CFItems: v.nullish(v.array(Item), []),
  CFAssociations: v.nullish(v.array(Association), []),
  CFDefinitions: optional(
    v.looseObject({
      CFItemTypes: optional(v.array(v.object({ identifier: v.string(), title: v.string(), typeCode: optional(v.string()) }))),
    }),
  ),
});
export type ReadPackage = v.InferOutput<typeof Package>;
export type ReadItem = v.InferOutput<typeof Item>;

/**
 * A CASE package, 1.0 or 1.1, as a draft. An item that is a child of several stands below the first of them; associations other than
 * isChildOf are not taken. Throws ExchangeProblem that names the item for rings, unknown parents, and ids that come twice.
 */
export function readCasePackage(parsed: unknown): FrameworkDraft {
  const outcome = v.safeParse(Package, parsed, { abortEarly: true });
  if (!outcome.success) throw problemOf(outcome.issues[0], parsed);
  const { CFDocument: document, CFItems: items } = outcome.output;
  if (items.length > MAX_ELEMENTS) throw new ExchangeProblem('too_many', String(items.length));
  const parents = parentsOf(outcome.output);
  const above = new Set(parents.values());
  const kinds = kindsOfItems(outcome.output, above);
  const own = document.extensions?.pejling ?? null;
  const levels = own?.levels ?? foreignLevels(items);
  return draftOfTree({
    organisation: own?.organisation ?? plainStatement(document.creator ?? ''),
    title: own === null ? titleOf(document.title) : document.title,
    date: own === null ? (document.statusStartDate ?? null) : own.date,
    levels,
    kinds: own?.kinds ?? kindNamesOfItems(items, kinds),
    nodes: inOrder(items, outcome.output, parents).map((item) => nodeOf(item, parents, above, kinds, levels)),
  });
}

/** The title on one line; one that is nothing but marks stays as it is. */
function titleOf(title: string): string {
  return plainStatement(title).replaceAll('\n', ' ') || title;
}

function problemOf(issue: v.BaseIssue<unknown>, parsed: unknown): ExchangeProblem {
  const keys = (issue.path ?? []).map((step) => String(step.key));
  const [list, index, ...field] = keys;
  const items = (Object(parsed) as { CFItems?: unknown }).CFItems;
  const item = list === 'CFItems' && Array.isArray(items) ? (Object(items[Number(index)]) as Record<string, unknown>) : {};
  const name = [item['humanCodingScheme'], item['fullStatement'], item['identifier']].find((part) => typeof part === 'string');
  const place = typeof name === 'string' ? `${name.slice(0, 80)}: ${field.join('.')}` : keys.join('.');
  return new ExchangeProblem(issue.input === undefined ? 'missing' : 'wrong', place);
}

const wordsOf = (item: ReadItem): string =>
  [item.humanCodingScheme, plainStatement(item.abbreviatedStatement ?? item.fullStatement)]
    .filter(Boolean)
    .join(' ')
    .slice(0, 110);

/** The parent of each item that has one among the items; checked for ids that come twice, for unknown parents, and for rings. */
function parentsOf({ CFDocument: document, CFItems: items, CFAssociations: associations }: ReadPackage): Map<string, string> {
  const byId = new Map<string, ReadItem>();
  for (const item of items) {
    if (byId.has(item.identifier) || item.identifier === document.identifier)
      throw new ExchangeProblem('duplicate', wordsOf(item));
    byId.set(item.identifier, item);
  }
  const parents = new Map<string, string>();
  const settled = new Set<string>();
  for (const { associationType, originNodeURI: from, destinationNodeURI: to } of associations) {
    const item = byId.get(from.identifier);
    if (associationType !== 'isChildOf' || item === undefined || settled.has(item.identifier)) continue;
    settled.add(item.identifier);
    if (to.identifier === document.identifier) continue;
    if (!byId.has(to.identifier)) throw new ExchangeProblem('orphan', wordsOf(item));
    parents.set(item.identifier, to.identifier);
  }
  refuseRings(items, parents);
  return parents;
}

function refuseRings(items: readonly ReadItem[], parents: ReadonlyMap<string, string>): void {
  const ends = new Set<string>();
  for (const item of items) {
    const way = new Set<string>();
    for (let at: string | undefined = item.identifier; at !== undefined && !ends.has(at); at = parents.get(at)) {
      if (way.has(at)) throw new ExchangeProblem('cycle', wordsOf(item));
      way.add(at);
    }
    for (const one of way) ends.add(one);
  }
}

/** Parents before their children, sisters by their numbers, else as they stand in the file. */
function inOrder(items: readonly ReadItem[], { CFAssociations }: ReadPackage, parents: ReadonlyMap<string, string>): ReadItem[] {
  const numbers = new Map<string, number>();
  for (const { associationType, originNodeURI, destinationNodeURI, sequenceNumber } of CFAssociations) {
    const { identifier } = originNodeURI;
    const chosen = (parents.get(identifier) ?? destinationNodeURI.identifier) === destinationNodeURI.identifier;
    if (associationType === 'isChildOf' && chosen && typeof sequenceNumber === 'number' && !numbers.has(identifier))
      numbers.set(identifier, sequenceNumber);
  }
  const sisters = Map.groupBy(items, (item) => parents.get(item.identifier) ?? null);
  const sorted = (parent: string | null): ReadItem[] =>
    (sisters.get(parent) ?? []).toSorted(
      (a, b) => (numbers.get(a.identifier) ?? Infinity) - (numbers.get(b.identifier) ?? Infinity) || 0,
    );
  const order: ReadItem[] = [];
  const waiting = sorted(null).toReversed();
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    order.push(item);
    waiting.push(...sorted(item.identifier).toReversed());
  }
  return order;
}

/** Levels as other programs write them: what items say they are meant for, where each says one. In the order in which they come up. */
function foreignLevels(items: readonly ReadItem[]): string[] {
  const single = items.flatMap((item) => (item.educationLevel?.length === 1 ? item.educationLevel : []));
  return [...new Set(single)].filter((level) => level.trim() !== '').slice(0, 20);
}

function nodeOf(
  item: ReadItem,
  parents: ReadonlyMap<string, string>,
  above: ReadonlySet<string>,
  kinds: ReadonlyMap<string, ElementKind>,
  levels: readonly string[],
): TreeNode {
  const own = item.extensions?.pejling ?? null;
  const level = own === null ? (item.educationLevel?.length === 1 ? item.educationLevel[0] : null) : own.level;
  return {
    name: item.identifier,
    slug: own?.name ?? null,
    parent: parents.get(item.identifier) ?? null,
    kind: own?.kind ?? kinds.get(item.identifier) ?? 'section',
    level: typeof level === 'string' && levels.includes(level) ? level : null,
    ...(own === null ? foreignWords(item, above.has(item.identifier)) : ownWords(item, own)),
  };
}

function ownWords(item: ReadItem, own: { title: boolean; text: boolean }): Pick<TreeNode, 'title' | 'text'> {
  const { abbreviatedStatement: short, fullStatement: full } = item;
  if (own.title && own.text) return { title: short ?? full, text: full };
  // Somebody may have written words where we had none.
  return own.title ? { title: full, text: null } : { title: null, text: full === '' ? null : full };
}

/** A short statement, or one with others below it, is a title; a long one is text. */
function foreignWords(item: ReadItem, hasChildren: boolean): Pick<TreeNode, 'title' | 'text'> {
  const full = plainStatement(item.fullStatement);
  const short = plainStatement(item.abbreviatedStatement ?? '');
  if (short !== '' && short !== full) return { title: short, text: full === '' ? null : full };
  if (full === '') return { title: item.humanCodingScheme ?? null, text: null };
  return hasChildren && full.length <= 200 ? { title: full, text: null } : { title: null, text: full };
}
