// The shapes of CASE 1.1 (1EdTech Competencies and Academic Standards Exchange), as far as we write them.

export type Link = { title: string; identifier: string; uri: string };
type Thing = { identifier: string; uri: string; lastChangeDateTime: string };

export type CaseDocument = Thing & {
  caseVersion: '1.1';
  frameworkType: string;
  creator: string;
  title: string;
  publisher?: string;
  description?: string;
  subject: string[];
  subjectURI: Link[];
  language: string;
  version: string;
  adoptionStatus: string;
  statusStartDate?: string;
  statusEndDate?: string;
  notes?: string;
  extensions: Record<string, unknown>;
};
export type CaseItem = Thing & {
  fullStatement: string;
  abbreviatedStatement?: string;
  CFItemType: string;
  CFItemTypeURI: Link;
  listEnumeration: string;
  language: string;
  educationLevel?: string[];
  extensions: Record<string, unknown>;
};
export type CaseAssociation = Thing & {
  associationType: 'isChildOf';
  sequenceNumber: number;
  originNodeURI: Link & { targetType: 'CASE' };
  destinationNodeURI: Link & { targetType: 'CASE' };
};
export type CaseItemType = Thing & { title: string; description: string; hierarchyCode: string; typeCode: string };
export type CaseSubject = Thing & { title: string; hierarchyCode: string; description: string };
export type CaseCriterionLevel = Thing & { description: string; quality: string; position: number; rubricCriterionId: string };
export type CaseCriterion = Thing & {
  category: string;
  description: string;
  CFItemURI: Link;
  position: number;
  rubricId: string;
  CFRubricCriterionLevels: CaseCriterionLevel[];
};
export type CaseRubric = Thing & { title: string; description: string; CFRubricCriteria: CaseCriterion[] };

export type CasePackage = {
  CFDocument: CaseDocument;
  CFItems: CaseItem[];
  CFAssociations: CaseAssociation[];
  CFDefinitions: { CFSubjects: CaseSubject[]; CFItemTypes: CaseItemType[] };
  CFRubrics: CaseRubric[];
};
