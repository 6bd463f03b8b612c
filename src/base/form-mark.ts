/** What an action gave back to the form it was sent from. */
export type Sent = { problem?: { code: string } | undefined; typed?: Record<string, string[]> | undefined } | null | undefined;

/**
 * The mark a form goes back to its writer with, after it was refused: what it was read with. Only when the writer has just been told
 * that somebody else was first is it the mark of what stands now; else a date typed wrong would write over the other's words.
 */
export function markFor(sent: Sent, name: string, standing: string | number): string | number {
  if (sent?.problem?.code === 'conflict') return standing;
  return sent?.typed?.[name]?.[0] ?? standing;
}

/**
 * The same for one of many fields that are saved one by one. Their marks are new when some were saved and the writer was told which
 * somebody else has written in; a form refused as a whole, also because of something around its fields, keeps them.
 */
export function markAmong(
  sent: (Sent & { conflicts?: readonly string[] | undefined }) | null | undefined,
  mark: string | undefined,
  standing: string,
): string {
  return (sent?.conflicts ?? []).length > 0 ? standing : (mark ?? standing);
}
