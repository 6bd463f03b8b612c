import { DEFAULT_KIND_NAMES } from '../default-kind-names.ts';
import type { MatrixLine } from '../exchange/write-workbook.ts';
import { ELEMENT_KINDS, type DraftElement, type ElementKind, type FrameworkDraft } from '../open-format.ts';
import { associationIdentifier, caseIdentifier, derivedIdentifier } from './identifiers.ts';
import type {
  CaseAssociation,
  CaseCriterion,
  CaseDocument,
  CaseItem,
  CaseItemType,
  CasePackage,
  CaseRubric,
  Link,
} from './package.ts';

/** What a package says of the version besides its words. */
export type CaseFacts = {
  versionId: string;
  /** Element ids of ours by the elements' names in files. */
  ids: ReadonlyMap<string, string>;
  /** The address under which the package's things can be read, without a slash at the end. */
  base: string;
  /** An instant: when the wording last changed. */
  changed: string;
  number: number;
  status: 'Draft' | 'Adopted' | 'Deprecated';
  /** Days, where they are known. */
  began: string | null;
  ended: string | null;
  language: 'da' | 'en';
  publisher: string;
  matrix: readonly MatrixLine[];
};

/** The words of ours that a package holds. */
const WORDS = {
  da: { type: 'Ledelsesgrundlag', subject: 'Ledelse', rubric: 'Rollematrix' },
  en: { type: 'Leadership framework', subject: 'Leadership', rubric: 'Role matrix' },
};

/** A version as a CASE 1.1 package: an item for each element, the tree as associations, kinds as item types, the role matrix as a rubric. */
export function writeCasePackage(draft: FrameworkDraft, facts: CaseFacts): CasePackage {
  const document = documentOf(draft, facts);
  const types = itemTypes(draft, facts, document.identifier);
  const places = placesOf(draft);
  const elements = new Map(draft.elements.map((element) => [element.id, element]));
  return {
    CFDocument: document,
    CFItems: draft.elements.map((element) => itemOf(element, facts, types, places.get(element.id) ?? 1)),
    CFAssociations: draft.elements.map((element) => ({
      ...associationOf(element, elements, facts, document),
      sequenceNumber: places.get(element.id) ?? 1,
    })),
    CFDefinitions: { CFSubjects: [subjectOf(facts, document.identifier)], CFItemTypes: [...types.values()] },
    CFRubrics: facts.matrix.length === 0 ? [] : [rubricOf(draft, facts, document.identifier)],
  };
}

function thing(
  facts: CaseFacts,
  kind: string,
  identifier: string,
): { identifier: string; uri: string; lastChangeDateTime: string } {
  return { identifier, uri: `${facts.base}/${kind}/${identifier}`, lastChangeDateTime: facts.changed };
}

function link({ identifier, uri, title }: { identifier: string; uri: string; title: string }): Link {
  return { title, identifier, uri };
}

function documentOf(draft: FrameworkDraft, facts: CaseFacts): CaseDocument {
  const identifier = caseIdentifier(facts.versionId);
  const words = WORDS[facts.language];
  const { organisation, title, date, levels, kinds, stamp } = draft;
  return {
    ...thing(facts, 'CFDocuments', identifier),
    caseVersion: '1.1',
    frameworkType: words.type,
    creator: organisation === '' ? facts.publisher : organisation,
    title,
    publisher: facts.publisher,
    ...(stamp === undefined ? {} : { notes: stamp }),
    subject: [words.subject],
    subjectURI: [link(subjectOf(facts, identifier))],
    language: facts.language,
    version: String(facts.number),
    adoptionStatus: facts.status,
    ...(facts.began === null ? {} : { statusStartDate: facts.began }),
    ...(facts.ended === null ? {} : { statusEndDate: facts.ended }),
    extensions: { pejling: { organisation, date, levels, kinds } },
  };
}

function subjectOf(facts: CaseFacts, document: string) {
  const title = WORDS[facts.language].subject;
  return { ...thing(facts, 'CFSubjects', derivedIdentifier(document, 'subject')), title, hierarchyCode: '1', description: title };
}

function itemTypes(draft: FrameworkDraft, facts: CaseFacts, document: string): Map<ElementKind, CaseItemType> {
  const used = ELEMENT_KINDS.filter((kind) => draft.elements.some((element) => element.kind === kind));
  return new Map(
    used.map((kind, index) => {
      const title = draft.kinds[kind] ?? DEFAULT_KIND_NAMES[kind][facts.language];
      const own = thing(facts, 'CFItemTypes', derivedIdentifier(document, `type ${kind}`));
      return [kind, { ...own, title, description: title, hierarchyCode: String(index + 1), typeCode: kind }];
    }),
  );
}

/** Each element's number among those below the same parent. */
function placesOf(draft: FrameworkDraft): Map<string, number> {
  const counts = new Map<string | null, number>();
  return new Map(
    draft.elements.map(({ id, parent }) => {
      const place = (counts.get(parent) ?? 0) + 1;
      counts.set(parent, place);
      return [id, place];
    }),
  );
}

const idOf = (facts: CaseFacts, name: string): string => facts.ids.get(name) ?? derivedIdentifier(facts.versionId, name);

/** The words of an item where a title is wanted. */
const nameOf = (element: DraftElement): string => element.title ?? (element.text ?? '').slice(0, 120);

function itemOf(element: DraftElement, facts: CaseFacts, types: ReadonlyMap<ElementKind, CaseItemType>, place: number): CaseItem {
  const { id, kind, level, title, text } = element;
  const type = types.get(kind);
  if (type === undefined) throw new Error(`a kind without its type: ${kind}`);
  return {
    ...thing(facts, 'CFItems', caseIdentifier(idOf(facts, id))),
    fullStatement: text ?? title ?? '',
    ...(title !== null && text !== null ? { abbreviatedStatement: title } : {}),
    CFItemType: type.title,
    CFItemTypeURI: link(type),
    listEnumeration: String(place),
    language: facts.language,
    ...(level === null ? {} : { educationLevel: [level] }),
    extensions: { pejling: { name: id, kind, level, title: title !== null, text: text !== null } },
  };
}

function associationOf(
  element: DraftElement,
  elements: ReadonlyMap<string, DraftElement>,
  facts: CaseFacts,
  document: CaseDocument,
): Omit<CaseAssociation, 'sequenceNumber'> {
  const node = (kind: string, identifier: string, title: string): Link & { targetType: 'CASE' } => ({
    ...link({ ...thing(facts, kind, identifier), title }),
    targetType: 'CASE',
  });
  const id = idOf(facts, element.id);
  const above = element.parent === null ? undefined : elements.get(element.parent);
  return {
    ...thing(facts, 'CFAssociations', associationIdentifier(id)),
    associationType: 'isChildOf',
    originNodeURI: node('CFItems', caseIdentifier(id), nameOf(element)),
    destinationNodeURI:
      above === undefined
        ? node('CFDocuments', document.identifier, document.title)
        : node('CFItems', caseIdentifier(idOf(facts, above.id)), nameOf(above)),
  };
}

function rubricOf(draft: FrameworkDraft, facts: CaseFacts, document: string): CaseRubric {
  const rubric = thing(facts, 'CFRubrics', derivedIdentifier(document, 'rubric'));
  const texts = new Map(draft.elements.map((element) => [element.id, element]));
  const criterion = ({ group, row, rowId, cells }: MatrixLine, index: number): CaseCriterion => {
    const own = thing(facts, 'CFRubricCriteria', derivedIdentifier(document, `criterion ${rowId}`));
    const item = thing(facts, 'CFItems', caseIdentifier(idOf(facts, rowId)));
    return {
      ...own,
      category: group,
      description: row,
      CFItemURI: link({ ...item, title: row }),
      position: index + 1,
      rubricId: rubric.identifier,
      CFRubricCriterionLevels: cells.flatMap((cell, at) => {
        const element = texts.get(cell);
        if (element === undefined) return [];
        const level = thing(facts, 'CFRubricCriterionLevels', derivedIdentifier(document, `level ${cell}`));
        const description = element.text ?? element.title ?? '';
        return [{ ...level, description, quality: draft.levels[at] ?? '', position: at + 1, rubricCriterionId: own.identifier }];
      }),
    };
  };
  const title = WORDS[facts.language].rubric;
  return { ...rubric, title, description: draft.levels.join(' · '), CFRubricCriteria: facts.matrix.map(criterion) };
}
