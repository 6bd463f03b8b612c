import type { ElementKind } from '#importing/open-format.ts';

/** What can point to a statement. "Where used" reads these and nothing else. */
export const USE_KINDS = [
  'question',
  'card',
  'interview_question',
  'onboarding_step',
  'goal',
  'decision_note',
  'activity',
] as const;
export type UseKind = (typeof USE_KINDS)[number];
export type Use = { statementId: string; kind: UseKind; usedId: string; title: string };

export type Level = { position: number; name: string };

export type PublishedVersion = {
  versionId: string;
  frameworkId: string;
  title: string;
  number: number;
  issuedBy: string;
  dated: string | null;
  publishedAt: Date;
  supersededOn: string | null;
  statements: number;
};

/** An element of a version as readers meet it; in lists it stands in document order. */
export type Statement = {
  statementId: string;
  elementId: string;
  slug: string;
  kind: ElementKind;
  /** What the organisation calls the kind, else its common name in the reader's language. */
  kindName: string;
  level: number | null;
  levelName: string | null;
  title: string | null;
  text: string | null;
  /** What the ancestors are called, outermost first. */
  path: string[];
  depth: number;
  parentId: string | null;
};

/** The first page of a version: what it is, without what it says. */
export type VersionHead = {
  versionId: string;
  frameworkId: string;
  title: string;
  number: number;
  issuedBy: string;
  dated: string | null;
  revision: number;
  coverRevision: number;
  sourceName: string | null;
  createdAt: Date;
  publishedAt: Date | null;
  /** The day another version took its place, as 2026-11-30; also wordings that were never published can have been superseded. */
  supersededOn: string | null;
};

export type FrameworkInList = {
  frameworkId: string;
  title: string;
  versions: {
    versionId: string;
    number: number;
    title: string;
    issuedBy: string;
    dated: string | null;
    createdAt: Date;
    publishedAt: Date | null;
    supersededOn: string | null;
    elements: number;
    unplaced: number;
  }[];
};
