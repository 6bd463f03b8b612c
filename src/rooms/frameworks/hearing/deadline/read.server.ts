import type { Member } from '#rooms/people/proof.server.ts';
import { heldHearing, type OpenedHearing } from '../read.server.ts';
import type { ReminderKind } from '../reminders/rules.ts';
import { takesComments } from '../rules.ts';
import type { Tx } from '#database/tenant.ts';

export type Deadline = { kind: 'opened' | 'extended' | 'closed'; closesAt: Date; reason: string; setAt: Date };

/** The deadlines a hearing has had, in their order. */
export async function deadlinesOf(tx: Tx, hearingId: string): Promise<Deadline[]> {
  const rows = await tx
    .selectFrom('hearing_deadlines')
    .select(['kind', 'closes_at', 'reason', 'set_at'])
    .where('hearing_id', '=', hearingId)
    .orderBy('set_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    kind: row.kind as Deadline['kind'],
    closesAt: row.closes_at,
    reason: row.reason,
    setAt: row.set_at,
  }));
}

export type DeadlineDesk = OpenedHearing & {
  deadlines: Deadline[];
  reminded: { bodyId: string; kind: ReminderKind }[];
  mayExtend: boolean;
  mayClose: boolean;
};

/** What those who hold a hearing see of its deadline: how it was moved, who has answered, who was reminded of it. */
export async function deadlineDesk(tx: Tx, member: Member, hearingId: string): Promise<DeadlineDesk> {
  const opened = await heldHearing(tx, member, hearingId);
  const reminded = await tx
    .selectFrom('hearing_reminders')
    .select(['body_id', 'kind'])
    .where('hearing_id', '=', hearingId)
    .where('closes_at', '=', opened.hearing.closesAt)
    .orderBy('sent_at')
    .execute();
  return {
    ...opened,
    deadlines: await deadlinesOf(tx, hearingId),
    reminded: reminded.map((row) => ({ bodyId: row.body_id, kind: row.kind as ReminderKind })),
    mayExtend: takesComments(opened.hearing),
    mayClose: opened.hearing.state === 'open',
  };
}
