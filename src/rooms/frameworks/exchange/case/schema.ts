import type { CasePackage, Link } from '#importing/case/package.ts';

/** Where the organisation's CASE service is, and who it belongs to. */
export type CaseService = { base: string; publisher: string };

/** The collections of the standard from which one thing can be read. */
export const CASE_COLLECTIONS = [
  'CFDocuments',
  'CFPackages',
  'CFItems',
  'CFItemAssociations',
  'CFAssociations',
  'CFAssociationGroupings',
  'CFConcepts',
  'CFSubjects',
  'CFItemTypes',
  'CFLicenses',
  'CFRubrics',
] as const;
export type CaseCollection = (typeof CASE_COLLECTIONS)[number];

export type ListedDocument = CasePackage['CFDocument'] & { CFPackageURI: Link };

/** How a list is asked for, as the standard has it. */
export type CaseQuery = {
  limit: number;
  offset: number;
  sort: string | null;
  orderBy: 'asc' | 'desc';
  filter: string | null;
  fields: string[];
};

/** What the standard calls the thing that was wrong. */
export type CaseCode = 'unknownobject' | 'invalid_uuid' | 'invalid_selection_field' | 'invalid_sort_field';
export type CaseFault = { status: 400 | 404; code: CaseCode; field: string; description: string };
