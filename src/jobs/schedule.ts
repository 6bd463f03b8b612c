import type { Tenant, Tx } from '#database/tenant.ts';
import { reviewsToTell } from '#rooms/frameworks/versions/review/read.server.ts';
import { tellingsLeft as hearingTellingsLeft } from '#rooms/frameworks/hearing/invitations/read.server.ts';
import { hearingsWithReminderDue } from '#rooms/frameworks/hearing/reminders/read.server.ts';
import { tellingsLeft as noteTellingsLeft } from '#rooms/plans/decisions/told/read.server.ts';
import { needsRelease } from '#rooms/results/release/read.server.ts';
import { needsSealing } from '#rooms/rounds/closing/commands.server.ts';
import { allRounds } from '#rooms/rounds/read.server.ts';
import { needsCounting } from '#rooms/rounds/response/commands.server.ts';
import type { RoundFacts } from '#rooms/rounds/schema.ts';
import { enqueue } from './enqueue.ts';
import type { JobName } from './names.ts';

export type Regular = { job: JobName; everySeconds: number; look: (tenant: Tenant) => Promise<void> };

/** Everything that is looked after at regular times, for each organisation in turn: a cheap look that enqueues a job when there is work. */
export const SCHEDULE: Regular[] = [
  {
    job: 'messages.send',
    everySeconds: 30,
    look: (tenant) =>
      tenant.transaction(async (tx) => {
        const waiting = await tx
          .selectFrom('messages')
          .select('id')
          .where('sent_at', 'is', null)
          .where('kept_at', 'is', null)
          .where('failed_at', 'is', null)
          .limit(1)
          .executeTakeFirst();
        if (waiting !== undefined)
          await enqueue(
            tx,
            'messages.send',
            { organisation: tenant.organisation },
            { singletonKey: `messages-${tenant.organisation}` },
          );
      }),
  },
  {
    job: 'rounds.prepare',
    everySeconds: 60,
    look: lookAtRounds('rounds.prepare', 60, async (_, round) => round.status === 'preparing'),
  },
  {
    job: 'hearings.remind',
    everySeconds: 600,
    look: (tenant) =>
      tenant.transaction(async (tx) => {
        for (const hearing of await hearingsWithReminderDue(tx))
          await enqueue(
            tx,
            'hearings.remind',
            { organisation: tenant.organisation, hearing },
            { singletonKey: `hearings.remind ${hearing}`, singletonSeconds: 600 },
          );
      }),
  },
  {
    job: 'decisions.tell',
    everySeconds: 600,
    look: (tenant) =>
      tenant.transaction(async (tx) => {
        for (const { note, telling } of await noteTellingsLeft(tx))
          await enqueue(
            tx,
            'decisions.tell',
            { organisation: tenant.organisation, note, telling },
            { singletonKey: `decisions.tell ${telling}`, singletonSeconds: 600 },
          );
      }),
  },
  {
    job: 'hearings.tell',
    everySeconds: 600,
    look: (tenant) =>
      tenant.transaction(async (tx) => {
        for (const { hearing, deadline } of await hearingTellingsLeft(tx))
          await enqueue(
            tx,
            'hearings.tell',
            { organisation: tenant.organisation, hearing, deadline },
            { singletonKey: `hearings.tell ${deadline}`, singletonSeconds: 600 },
          );
      }),
  },
  {
    job: 'frameworks.review',
    everySeconds: 3600,
    look: (tenant) =>
      tenant.transaction(async (tx) => {
        if ((await reviewsToTell(tx)).length > 0)
          await enqueue(
            tx,
            'frameworks.review',
            { organisation: tenant.organisation },
            { singletonKey: `frameworks.review ${tenant.organisation}`, singletonSeconds: 600 },
          );
      }),
  },
  { job: 'rounds.count', everySeconds: 600, look: lookAtRounds('rounds.count', 600, needsCounting) },
  { job: 'rounds.close', everySeconds: 30, look: lookAtRounds('rounds.close', 30, needsSealing) },
  { job: 'results.release', everySeconds: 15, look: lookAtRounds('results.release', 60, needsRelease) },
];

/** Enqueues a job for each round that needs it, at most one in the given time. */
function lookAtRounds(
  job: 'rounds.prepare' | 'rounds.count' | 'rounds.close' | 'results.release',
  apartSeconds: number,
  needs: (tx: Tx, round: RoundFacts) => Promise<boolean>,
): (tenant: Tenant) => Promise<void> {
  return (tenant) =>
    tenant.transaction(async (tx) => {
      for (const round of await allRounds(tx))
        if (await needs(tx, round))
          await enqueue(
            tx,
            job,
            { organisation: tenant.organisation, round: round.id },
            { singletonKey: `${job} ${round.id}`, singletonSeconds: apartSeconds },
          );
    });
}
