import type { RoundStatus } from './schema.ts';

/** The state of a round follows from what has happened to it and from the clock. */
export function statusOf(
  round: { launchedAt: Date | null; readyAt: Date | null; closesAt: Date | null; closedEarlyAt: Date | null },
  moment: Date,
): RoundStatus {
  if (round.launchedAt === null) return 'draft';
  if (round.closedEarlyAt !== null || (round.readyAt !== null && round.closesAt !== null && round.closesAt <= moment))
    return 'closed';
  return round.readyAt === null ? 'preparing' : 'open';
}

/** When a round stopped taking answers; null when it has not. */
export function closedAtOf(
  round: { launchedAt: Date | null; readyAt: Date | null; closesAt: Date | null; closedEarlyAt: Date | null },
  moment: Date,
): Date | null {
  if (statusOf(round, moment) !== 'closed') return null;
  const { closesAt, closedEarlyAt } = round;
  if (closedEarlyAt === null) return closesAt;
  return closesAt !== null && closesAt < closedEarlyAt ? closesAt : closedEarlyAt;
}
