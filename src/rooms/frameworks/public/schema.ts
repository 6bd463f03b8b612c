import * as v from 'valibot';
import type { Cover } from '../attributes/schema.ts';
import type { Matrix } from '../matrix/rules.ts';
import type { RoleDescription } from '../reading/rules.ts';
import type { Level, Statement, VersionHead } from '../schema.ts';

/** What an editor decides about a framework's public page. */
export const PublicPageInput = v.object({
  address: v.pipe(
    v.string(),
    v.trim(),
    v.toLowerCase(),
    v.minLength(1, 'missing'),
    v.maxLength(60, 'long'),
    v.regex(/^[a-z0-9][a-z0-9-]*$/, 'address'),
  ),
  contact: v.pipe(v.string(), v.trim(), v.maxLength(300, 'long')),
  findable: v.boolean(),
});
export type PublicPageInput = v.InferOutput<typeof PublicPageInput>;

/** A site that may show the organisation's public frameworks in a frame: protocol and host, nothing after them. */
export const FrameOriginInput = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.minLength(1, 'missing'),
  v.transform((text) => text.replace(/\/+$/, '')),
  v.regex(/^https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/, 'origin'),
  v.maxLength(200, 'long'),
);

/** How a framework's public page stands, for those who look after it. */
export type PublicPage = { address: string; contact: string; openedBy: string; openedAt: Date; findable: boolean };

/** What an editor needs to arrange a framework's public page. */
export type PublicDesk = {
  frameworkId: string;
  title: string;
  published: boolean;
  page: PublicPage | null;
  /** An address made of the title, and the contact its newest published version names. */
  suggestion: string;
  contact: string;
  origins: string[];
  /** What can be shown alone in a frame: the parts of the newest published version, and what stands below them. */
  choices: { statementId: string; name: string; label: string }[];
};

/** A version that anybody may read. */
export type PublicVersionEntry = { versionId: string; title: string; issuedBy: string; dated: string | null; publishedAt: Date };

/** A framework that anybody may read, its versions newest first. */
export type PublicFramework = {
  frameworkId: string;
  address: string;
  title: string;
  contact: string;
  findable: boolean;
  versions: PublicVersionEntry[];
};

/** One version of it, with what it says. */
export type PublicVersion = {
  framework: PublicFramework;
  head: VersionHead;
  newest: boolean;
  levels: Level[];
  statements: Statement[];
  matrix: Matrix | null;
};

/** A version as its public page reads: whole, or as the role description of one level. */
export type PublicReading = {
  version: PublicVersion;
  cover: Cover;
  visual: { alt: string; width: number; height: number; mark: string } | null;
  role: RoleDescription | null;
};

/** One statement of it with what is below it, as it reads now, or as it last read when the newest version no longer has it. */
export type PublicStatement = {
  framework: PublicFramework;
  statement: Statement;
  above: { statementId: string; name: string }[];
  below: Statement[];
  /** The version these words are from; null when they are the newest version's. */
  goneAfter: PublicVersionEntry | null;
  /** What the newest version says instead of a statement that is gone. */
  successors: Statement[];
  /** How it read in the other versions, newest first; only where the words were different. */
  before: { version: PublicVersionEntry; title: string | null; text: string | null }[];
};
