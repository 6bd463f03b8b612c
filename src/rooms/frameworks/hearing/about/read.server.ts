import { m } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { statementsOf, versionHead } from '../../read.server.ts';
import { heardStatements, hearingFor, type OpenedHearing } from '../read.server.ts';
import type { HeardStatement } from '../schema.ts';
import { changesBetween } from '../treatment/rules.ts';

/** A hearing as everybody who may read it meets it; those who hold it also see how much the draft has changed since. */
export type AboutHearing = OpenedHearing & {
  statements: HeardStatement[];
  changedSince: number;
  /** Which version it is about, and where that is, below the organisation's address; null when the reader cannot see it. */
  about: string;
  versionHref: string | null;
};

/** The page about a hearing. */
export async function aboutHearing(tx: Tx, member: Member, hearingId: string): Promise<AboutHearing> {
  const opened = await hearingFor(tx, member, hearingId);
  const { versionId, frameworkId } = opened.hearing;
  const head = await versionHead(tx, versionId);
  const statements = await heardStatements(tx, hearingId);
  const changes = opened.holds ? changesBetween(statements, await statementsOf(tx, versionId)) : [];
  const visible = opened.holds || (head?.publishedAt ?? null) !== null;
  return {
    ...opened,
    statements,
    changedSince: changes.length,
    about: m.hearing_about_version({ title: head?.title ?? '', number: head?.number ?? 1 }),
    versionHref: visible ? `/frameworks/${frameworkId}/versions/${versionId}` : null,
  };
}
