import type { Locale } from '#base/text.ts';
import { DEFAULT_KIND_NAMES } from '#importing/default-kind-names.ts';
import { ELEMENT_KINDS, type ElementKind, type FrameworkDraft } from '#importing/open-format.ts';
import type { Element } from '../draft/schema.ts';
import { shortName } from '../draft/removals/rules.ts';
import type { Level, Statement } from '../schema.ts';
import { ancestorsOf, inDocumentOrder } from '../tree/rules.ts';

export type KindNamer = (kind: ElementKind) => string;

/** What a kind is called: the organisation's own name, else the common one in the reader's language. */
export function kindNamer(own: FrameworkDraft['kinds'], locale: Locale): KindNamer {
  return (kind) => {
    const name = own[kind] ?? DEFAULT_KIND_NAMES[kind][locale];
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  };
}

/** The elements as readers meet them, flat, in document order. */
export function presentStatements(elements: readonly Element[], levels: readonly Level[], kindName: KindNamer): Statement[] {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const levelNames = new Map(levels.map((level) => [level.position, level.name]));
  return inDocumentOrder(elements).map((element) => ({
    statementId: element.statementId,
    elementId: element.id,
    slug: element.slug,
    kind: element.kind,
    kindName: kindName(element.kind),
    level: element.level,
    levelName: element.level === null ? null : (levelNames.get(element.level) ?? null),
    title: element.title,
    text: element.text,
    path: ancestorsOf(byId, element).map((ancestor) => shortName(ancestor)),
    depth: element.depth,
    parentId: element.parentId,
  }));
}

/** How many elements there are of each kind, in the order of the closed list of kinds. */
export function countByKind(
  elements: readonly { kind: ElementKind }[],
  kindName: KindNamer,
): { kind: ElementKind; name: string; count: number }[] {
  return ELEMENT_KINDS.map((kind) => ({
    kind,
    name: kindName(kind),
    count: elements.filter((element) => element.kind === kind).length,
  })).filter(({ count }) => count > 0);
}
