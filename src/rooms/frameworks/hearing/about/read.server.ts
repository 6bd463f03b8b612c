import type { Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { statementsOf } from '../../read.server.ts';
import { heardStatements, hearingFor, type OpenedHearing } from '../read.server.ts';
import type { HeardStatement } from '../schema.ts';
import { changesBetween } from '../treatment/rules.ts';

/** A hearing as everybody who may read it meets it; those who hold it also see how much the draft has changed since. */
export type AboutHearing = OpenedHearing & { statements: HeardStatement[]; changedSince: number };

/** The page about a hearing. */
export async function aboutHearing(tx: Tx, member: Member, hearingId: string): Promise<AboutHearing> {
  const opened = await hearingFor(tx, member, hearingId);
  const statements = await heardStatements(tx, hearingId);
  const changes = opened.holds ? changesBetween(statements, await statementsOf(tx, opened.hearing.versionId)) : [];
  return { ...opened, statements, changedSince: changes.length };
}
