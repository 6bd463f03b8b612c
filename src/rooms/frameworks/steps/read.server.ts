import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import { bodiesOfPerson } from '../bodies/read.server.ts';
import type { BodyKind } from '../bodies/schema.ts';
import { isDraft } from '../rules.ts';
import { versionHead } from '../read.server.ts';
import { inOrder } from './rules.ts';
import type { Precision, Step, StepKind } from './schema.ts';

/** What has happened to a version, in the order in which it happened. */
export async function stepsOf(tx: Tx, versionId: string): Promise<Step[]> {
  return isId(versionId) ? inOrder(await stepRows(tx, [versionId])) : [];
}

/** What has happened to each of these versions. */
export async function stepsOfVersions(tx: Tx, versionIds: readonly string[]): Promise<Map<string, Step[]>> {
  const steps = versionIds.length === 0 ? [] : await stepRows(tx, versionIds);
  return new Map([...Map.groupBy(steps, (step) => step.versionId)].map(([version, some]) => [version, inOrder(some)]));
}

async function stepRows(tx: Tx, versionIds: readonly string[]): Promise<Step[]> {
  const rows = await tx
    .selectFrom('framework_steps as s')
    .leftJoin('framework_bodies as b', (join) =>
      join.onRef('b.organisation_id', '=', 's.organisation_id').onRef('b.id', '=', 's.body_id'),
    )
    .select([
      's.id',
      's.version_id',
      's.kind',
      's.body_id',
      'b.name as body_name',
      'b.kind as body_kind',
      's.began_on',
      's.ended_on',
      's.known_to',
      's.title',
      's.decision',
      's.document_name',
      's.document_link',
      's.document_id',
      's.recorded_by_name',
      's.recorded_at',
    ])
    .where('s.version_id', 'in', [...versionIds])
    .orderBy('s.began_on')
    .orderBy('s.recorded_at')
    .orderBy('s.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    versionId: row.version_id,
    kind: row.kind as StepKind,
    body: row.body_id === null ? null : { id: row.body_id, name: row.body_name ?? '', kind: row.body_kind as BodyKind },
    beganOn: row.began_on,
    endedOn: row.ended_on,
    knownTo: row.known_to as Precision,
    title: row.title,
    decision: row.decision,
    document:
      row.document_name === '' && row.document_link === '' && row.document_id === null
        ? null
        : { name: row.document_name, link: row.document_link, id: row.document_id },
    recordedBy: row.recorded_by_name,
    recordedAt: row.recorded_at,
  }));
}

/**
 * May a person who does not edit read this draft? Who acts for a body with a right may, from the moment the draft has left the desk:
 * one cannot discuss or approve what one may not read.
 */
export async function isInvited(tx: Tx, personId: string, versionId: string): Promise<boolean> {
  const head = await versionHead(tx, versionId);
  if (head === null || !isDraft(head)) return false;
  const steps = await stepsOf(tx, versionId);
  if (!steps.some((step) => step.kind !== 'draft')) return false;
  return (await bodiesOfPerson(tx, personId)).some((body) => body.rights.length > 0);
}
