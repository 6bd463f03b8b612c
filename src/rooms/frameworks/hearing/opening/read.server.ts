import type { Tx } from '#database/tenant.ts';
import { bodiesOf } from '../../bodies/read.server.ts';
import type { Body } from '../../bodies/schema.ts';
import { versionHead } from '../../read.server.ts';
import { isDraft } from '../../rules.ts';
import type { VersionHead } from '../../schema.ts';
import { FEWEST_EMPLOYEES } from '../schema.ts';
import { usualDeadline } from './rules.ts';

/** The bodies that can be asked: those with the right to answer a hearing. */
export async function bodiesToAsk(tx: Tx): Promise<Body[]> {
  return (await bodiesOf(tx)).filter((body) => body.rights.includes('answer'));
}

/** What a hearing is opened with: the draft, who can be asked, and the deadline that is proposed. Null when there is no such draft. */
export async function hearingDesk(
  tx: Tx,
  versionId: string,
  moment: Date,
): Promise<{ head: VersionHead; bodies: Body[]; closesAt: Date; k: number } | null> {
  const head = await versionHead(tx, versionId);
  if (head === null || !isDraft(head)) return null;
  return { head, bodies: await bodiesToAsk(tx), closesAt: usualDeadline(moment), k: FEWEST_EMPLOYEES };
}
