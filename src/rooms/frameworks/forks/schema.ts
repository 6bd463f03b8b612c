import type { Statement } from '../schema.ts';

/** Where a framework was copied from: an organisation on this installation and the address of its public page. */
export type Fork = {
  frameworkId: string;
  slug: string;
  organisation: string;
  address: string;
  title: string;
  /** Issuer and date of the copied wording, in words. */
  stamp: string;
  takenBy: string;
  takenAt: Date;
};

/** A statement of the source in the wording somebody here last decided about, and ours that came of it. */
export type KnownStatement = { sourceStatementId: string; statementId: string | null; title: string | null; text: string | null };

/** What can be copied: statements of a public version, as they stand there. */
export type SourceWording = {
  title: string;
  stamp: string;
  levels: string[];
  kinds: Partial<Record<string, string>>;
  statements: Statement[];
};

export type Words = { title: string | null; text: string | null };

/** What a copy still knows of a statement at the source when the source can no longer be read, and how ours reads beside it. */
export type KeptStatement = { sourceStatementId: string; then: Words; ours: Words | null };

/** What has happened at the source to one statement, and how ours reads beside it. */
export type SourceChange = {
  sourceStatementId: string;
  change: 'changed' | 'new' | 'gone';
  name: string;
  then: Words | null;
  now: Words | null;
  ours: (Words & { statementId: string }) | null;
};
