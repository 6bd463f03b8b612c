import type { VersionHead } from './schema.ts';

/** May the version still be changed? Not when it is published, and not when another wording has taken its place. */
export function isDraft(head: Pick<VersionHead, 'publishedAt' | 'supersededOn'>): boolean {
  return head.publishedAt === null && head.supersededOn === null;
}
