import { kindNamedIn } from '../structure/kind-words.ts';
import { ELEMENT_KINDS, type ElementKind, type FrameworkDraft } from '../open-format.ts';
import type { ReadItem, ReadPackage } from './read-package.ts';

/** What other programs call their items, in English; Danish nouns are known from documents. */
const ENGLISH: [ElementKind, RegExp][] = [
  ['competence', /\b(competenc|skill|ability)/iu],
  ['value', /\bvalues?\b/iu],
  ['principle', /\bprinciple/iu],
  ['success_criterion', /\b(success criteri|indicator|measure)/iu],
  ['goal', /\b(goal|aim|objective|outcome)/iu],
  ['theme', /\b(theme|topic|cluster|strand|sub-?domain)/iu],
  ['focus_area', /\b(focus|domain|area|course|grade)/iu],
  ['definition', /\bdefinition/iu],
  ['level', /\blevel\b/iu],
  ['expectation', /\b(standard|expectation|benchmark|behaviou?r|statement)/iu],
  ['practice', /\bpractice/iu],
];

/** What each item is, by its identifier: by our own code of its type, else by the noun its type is called, else by its place. */
export function kindsOfItems({ CFItems, CFDefinitions }: ReadPackage, parents: ReadonlySet<string>): Map<string, ElementKind> {
  const types = new Map((CFDefinitions?.CFItemTypes ?? []).map((type) => [type.identifier, type]));
  return new Map(
    CFItems.map((item) => {
      const type = types.get(item.CFItemTypeURI?.identifier ?? '');
      const named = kindOfType(item.CFItemType ?? type?.title ?? '', type?.typeCode ?? '');
      return [item.identifier, named ?? (parents.has(item.identifier) ? 'section' : 'expectation')];
    }),
  );
}

function kindOfType(title: string, code: string): ElementKind | null {
  const own = ELEMENT_KINDS.find((kind) => kind === code);
  if (own !== undefined) return own;
  return kindNamedIn(title)?.kind ?? ENGLISH.find(([, pattern]) => pattern.test(title))?.[0] ?? null;
}

/** The names of types, where all items of a kind have the same. */
export function kindNamesOfItems(items: readonly ReadItem[], kinds: ReadonlyMap<string, ElementKind>): FrameworkDraft['kinds'] {
  const byKind = Map.groupBy(items, (item) => kinds.get(item.identifier) ?? 'section');
  return Object.fromEntries(
    [...byKind].flatMap(([kind, some]): [ElementKind, string][] => {
      const names = new Set(some.map((item) => item.CFItemType?.trim() ?? ''));
      const [only] = names;
      return names.size === 1 && only !== undefined && only !== '' ? [[kind, only.slice(0, 200)]] : [];
    }),
  );
}
