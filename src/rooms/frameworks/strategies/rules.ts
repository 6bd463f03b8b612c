import type { Strategy } from './schema.ts';

/** Has it ended by this day (2029-12-31)? One without an end never has, and on its last day it has not. */
export function hasEnded(strategy: Pick<Strategy, 'ends'>, today: string): boolean {
  return strategy.ends !== null && strategy.ends < today;
}

/** Of each framework the newest version that has been published. */
export function newestPublished<T extends { frameworkId: string; number: number }>(published: readonly T[]): T[] {
  return [...Map.groupBy(published, (version) => version.frameworkId).values()].flatMap((same) =>
    same.toSorted((a, b) => b.number - a.number).slice(0, 1),
  );
}
