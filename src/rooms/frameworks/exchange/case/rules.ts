import { idsBehind } from '#importing/case/identifiers.ts';
import type { CasePackage, Link } from '#importing/case/package.ts';
import type { CaseCollection, CaseFault, CaseQuery, ListedDocument } from './schema.ts';

const LIMIT = 100;

/** One thing of a collection, as the standard wraps it; null when the package does not have it. */
export function thingOf(found: CasePackage, collection: CaseCollection, identifier: string): object | null {
  const { CFDocument, CFItems, CFAssociations, CFDefinitions, CFRubrics } = found;
  const is = (thing: { identifier: string }): boolean => thing.identifier === identifier;
  const CFDocumentURI = linkTo(CFDocument, 'CFDocuments');
  const within = <T extends object>(thing: T | undefined) => (thing === undefined ? null : { ...thing, CFDocumentURI });
  const alone = <T>(name: string, thing: T | undefined) => (thing === undefined ? null : { [name]: [thing] });
  switch (collection) {
    case 'CFDocuments':
      return is(CFDocument) ? listed(CFDocument) : null;
    case 'CFPackages':
      return is(CFDocument) ? found : null;
    case 'CFItems':
      return within(CFItems.find(is));
    case 'CFAssociations':
      return within(CFAssociations.find(is));
    case 'CFItemAssociations': {
      const CFItem = within(CFItems.find(is));
      return (
        CFItem && { CFItem, CFAssociations: CFAssociations.filter((one) => is(one.originNodeURI) || is(one.destinationNodeURI)) }
      );
    }
    case 'CFItemTypes':
      return alone('CFItemTypes', CFDefinitions.CFItemTypes.find(is));
    case 'CFSubjects':
      return alone('CFSubjects', CFDefinitions.CFSubjects.find(is));
    case 'CFRubrics':
      return CFRubrics.find(is) ?? null;
    case 'CFConcepts':
    case 'CFLicenses':
    case 'CFAssociationGroupings':
      return null;
  }
}

/** A document as lists and single answers show it: with the address of its package. */
export function listed(document: CasePackage['CFDocument']): ListedDocument {
  return { ...document, CFPackageURI: linkTo(document, 'CFPackages') };
}

function linkTo({ title, identifier, uri }: CasePackage['CFDocument'], collection: string): Link {
  return { title, identifier, uri: uri.replace('/CFDocuments/', `/${collection}/`) };
}

/** Nothing has this identifier; a word that is no identifier is told apart. */
export function unknown(identifier: string): CaseFault {
  const known = idsBehind(identifier).length > 0;
  const description = known ? 'Unknown object' : 'Invalid UUID';
  return { status: 404, code: known ? 'unknownobject' : 'invalid_uuid', field: 'sourcedId', description };
}

/** The words of a request for a list, or what is wrong with them. */
export function queryOf(words: URLSearchParams): CaseQuery | CaseFault {
  const number = (name: string, least: number, otherwise: number): number => {
    const written = words.get(name);
    if (written === null) return otherwise;
    return /^\d{1,9}$/u.test(written) && Number(written) >= least ? Number(written) : -1;
  };
  const [limit, offset] = [number('limit', 1, LIMIT), number('offset', 0, 0)];
  if (limit < 0 || offset < 0) return fault('invalid_selection_field', limit < 0 ? 'limit' : 'offset');
  const orderBy = words.get('orderBy') ?? 'asc';
  if (orderBy !== 'asc' && orderBy !== 'desc') return fault('invalid_sort_field', 'orderBy');
  const fields = words.getAll('fields').flatMap((some) => some.split(',').filter((field) => field !== ''));
  return { limit: Math.min(limit, 1000), offset, sort: words.get('sort'), orderBy, filter: words.get('filter'), fields };
}

function fault(code: CaseFault['code'], field: string): CaseFault {
  return { status: 400, code, field, description: `Invalid value or field: ${field.slice(0, 100)}` };
}

const FIELDS: ReadonlySet<string> = new Set([
  ...['identifier', 'uri', 'frameworkType', 'caseVersion', 'creator', 'title', 'lastChangeDateTime', 'officialSourceURL'],
  ...['publisher', 'description', 'subject', 'subjectURI', 'language', 'version', 'adoptionStatus', 'statusStartDate'],
  ...['statusEndDate', 'licenseURI', 'notes', 'extensions', 'CFPackageURI'],
]);

export type CaseList = { total: number; documents: Partial<ListedDocument>[] };

/** A page of documents: filtered, sorted, cut, and only the fields that were asked for. */
export function pageOf(documents: readonly ListedDocument[], query: CaseQuery): CaseList | CaseFault {
  const { sort, orderBy, filter, fields, limit, offset } = query;
  const stranger = fields.find((field) => !FIELDS.has(field));
  if (stranger !== undefined) return fault('invalid_selection_field', stranger);
  if (sort !== null && !FIELDS.has(sort)) return fault('invalid_sort_field', sort);
  const test = filter === null ? () => true : testOf(filter);
  if (test === null) return fault('invalid_selection_field', `filter ${filter ?? ''}`);
  const kept = documents.filter(test);
  const sorted = sort === null ? kept : kept.toSorted((a, b) => valueOf(a, sort).localeCompare(valueOf(b, sort), 'da'));
  const ordered = orderBy === 'desc' ? sorted.toReversed() : sorted;
  const page = ordered.slice(offset, offset + limit);
  return { total: kept.length, documents: fields.length === 0 ? page : page.map((one) => only(one, fields)) };
}

function only(document: ListedDocument, fields: readonly string[]): Partial<ListedDocument> {
  return Object.fromEntries(Object.entries(document).filter(([name]) => fields.includes(name)));
}

function valueOf(document: ListedDocument, field: string): string {
  const value = Object.entries(document).find(([name]) => name === field)?.[1];
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

type Test = (document: ListedDocument) => boolean;

/** A filter as the standard writes it: title='Kursen' AND version>'1'. Null when it cannot be understood. */
function testOf(filter: string): Test | null {
  const joints = [...filter.matchAll(/' (AND|OR) (?=[A-Za-z]+[=!~<>])/gu)].map(([, word]) => word);
  if (new Set(joints).size > 1) return null;
  const tests = filter.split(/(?<=') (?:AND|OR) (?=[A-Za-z]+[=!~<>])/u).map(predicateOf);
  const known = tests.filter((test) => test !== null);
  if (known.length < tests.length) return null;
  return joints[0] === 'OR' ? (one) => known.some((test) => test(one)) : (one) => known.every((test) => test(one));
}

const COMPARISONS: Record<string, (value: string, wanted: string) => boolean> = {
  '=': (value, wanted) => value === wanted,
  '!=': (value, wanted) => value !== wanted,
  '~': (value, wanted) => value.toLowerCase().includes(wanted.toLowerCase()),
  '>': (value, wanted) => value > wanted,
  '>=': (value, wanted) => value >= wanted,
  '<': (value, wanted) => value < wanted,
  '<=': (value, wanted) => value <= wanted,
};

function predicateOf(text: string): Test | null {
  const [, field, sign, wanted] = /^([A-Za-z]+)(=|!=|~|>=|<=|>|<)'(.*)'$/su.exec(text.trim()) ?? [];
  const compare = COMPARISONS[sign ?? ''];
  if (field === undefined || wanted === undefined || compare === undefined || !FIELDS.has(field)) return null;
  return (document) => compare(valueOf(document, field), wanted);
}
