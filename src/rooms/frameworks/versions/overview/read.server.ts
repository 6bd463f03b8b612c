import type { Tx } from '#database/tenant.ts';
import { isDraft } from '../../rules.ts';
import type { VersionHead } from '../../schema.ts';
import { bodiesOfPerson } from '../../bodies/read.server.ts';
import { stepsOfVersions } from '../../steps/read.server.ts';
import { stateOf } from '../../steps/rules.ts';
import type { Step, StepKind } from '../../steps/schema.ts';
import { versionsOf } from '../read.server.ts';
import { reviewOf } from '../review/read.server.ts';
import type { Review } from '../review/rules.ts';

export type VersionInOverview = { head: VersionHead; state: StepKind; elements: number; draft: boolean };
export type FrameworkOverview = {
  frameworkId: string;
  title: string;
  /** Newest first. */
  versions: VersionInOverview[];
  /** Everything that has happened, over all versions, oldest first. */
  timeline: (Step & { number: number })[];
  review: Review | null;
  current: VersionHead | null;
  draft: VersionHead | null;
};

/** Who reads: editors see drafts and how they came about, and who acts for a body sees the draft that has come to the bodies. */
export type OverviewReader = { personId: string; edits: boolean };

/** A framework with its versions and what has happened to them; null when the reader may see none of them. */
export async function frameworkOverview(tx: Tx, frameworkId: string, reader: OverviewReader): Promise<FrameworkOverview | null> {
  const heads = await versionsOf(tx, frameworkId);
  const steps = await stepsOfVersions(
    tx,
    heads.map((head) => head.versionId),
  );
  const acts = !reader.edits && (await bodiesOfPerson(tx, reader.personId)).some((body) => body.rights.length > 0);
  const out = (head: VersionHead): boolean => (steps.get(head.versionId) ?? []).some((step) => step.kind !== 'draft');
  const visible = heads.filter((head) => reader.edits || head.publishedAt !== null || !isDraft(head) || (acts && out(head)));
  const published = visible.findLast((head) => head.publishedAt !== null) ?? null;
  const draft = visible.find(isDraft) ?? null;
  if (published === null && draft === null && !reader.edits) return null;
  if (visible.length === 0) return null;
  const newest = visible.at(-1);
  return {
    frameworkId,
    title: (published ?? newest)?.title ?? '',
    versions: (await withCounts(tx, visible, steps)).reverse(),
    timeline: visible.flatMap((head) => (steps.get(head.versionId) ?? []).map((step) => ({ ...step, number: head.number }))),
    review: await reviewOf(tx, frameworkId),
    current: published,
    draft,
  };
}

async function withCounts(
  tx: Tx,
  heads: readonly VersionHead[],
  steps: ReadonlyMap<string, Step[]>,
): Promise<VersionInOverview[]> {
  const rows = await tx
    .selectFrom('framework_elements')
    .select((eb) => ['version_id', eb.fn.countAll<number>().as('count')])
    .where(
      'version_id',
      'in',
      heads.map((head) => head.versionId),
    )
    .groupBy('version_id')
    .execute();
  const counts = new Map(rows.map((row) => [row.version_id, row.count]));
  return heads.map((head) => ({
    head,
    state: stateOf(head, steps.get(head.versionId) ?? []),
    elements: counts.get(head.versionId) ?? 0,
    draft: isDraft(head),
  }));
}
