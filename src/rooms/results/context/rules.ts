import type { ContextNote, Wording } from './schema.ts';

type Written = Omit<Wording, 'after'>;

/** The units a leader writes about: those they led at launch, or the one their group stands under when they led none by name. */
export function unitsLed(leader: { nodeId: string; leads: readonly string[] }): string[] {
  return leader.leads.length > 0 ? [...leader.leads] : [leader.nodeId];
}

/**
 * A note as it is read, from its wordings, oldest first. Wordings are kept from the release on, so every earlier one is a wording
 * somebody could read. Null when nothing was written.
 */
export function noteOf(
  unit: { nodeId: string; unit: string },
  written: readonly Written[],
  frozenAt: Date | null,
): ContextNote | null {
  const wordings = written.map((one): Wording => ({ ...one, after: frozenAt !== null && one.writtenAt > frozenAt }));
  const current = wordings.at(-1);
  return current === undefined ? null : { ...unit, current, earlier: wordings.slice(0, -1) };
}

/**
 * The units whose notes a reader of roll-ups may read: those whose own roll-up is open to the reader, and those led by a leader whose
 * report the reader may read.
 */
export function notedUnits(
  open: Iterable<string>,
  readableLeaders: readonly { nodeId: string; leads: readonly string[] }[],
): Set<string> {
  return new Set([...open, ...readableLeaders.flatMap(unitsLed)]);
}
