import { isId } from '#base/ids.ts';
import { now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { isLate, problemSentence, stateOf } from './rules.ts';
import { problemCode, type Upload } from './schema.ts';

const SHOWN = 20;

/** A document on its way in; null when there is none with this id. */
export async function uploadOf(tx: Tx, id: string): Promise<Upload | null> {
  if (!isId(id)) return null;
  const row = await uploadQuery(tx).where('u.id', '=', id).executeTakeFirst();
  return row === undefined ? null : shown(row);
}

/** The documents that are being read, and those that could not be, newest first. */
export async function uploadsOnTheirWay(tx: Tx): Promise<Upload[]> {
  const rows = await uploadQuery(tx).where('u.version_id', 'is', null).orderBy('u.uploaded_at', 'desc').limit(SHOWN).execute();
  return rows.map(shown);
}

/** How many documents wait or are being read. */
export async function unfinishedUploads(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('framework_uploads')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

function uploadQuery(tx: Tx) {
  return tx
    .selectFrom('framework_uploads as u')
    .innerJoin('persons as p', (join) =>
      join.onRef('p.organisation_id', '=', 'u.organisation_id').onRef('p.id', '=', 'u.uploaded_by'),
    )
    .leftJoin('framework_versions as v', (join) =>
      join.onRef('v.organisation_id', '=', 'u.organisation_id').onRef('v.id', '=', 'u.version_id'),
    )
    .select([
      'u.id',
      'u.file_name',
      'p.name as uploader',
      'u.uploaded_at',
      'u.began_at',
      'u.pictures_at',
      'u.pages_read',
      'u.pages',
      'u.ended_at',
      'u.problem',
      'u.problem_reason',
      'u.problem_item',
      'u.version_id',
      'u.past_of',
      'v.framework_id',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof uploadQuery>['execute']>>[number];

function shown(row: Row): Upload {
  const problem = row.problem;
  const state = stateOf({ beganAt: row.began_at, picturesAt: row.pictures_at, endedAt: row.ended_at, problem });
  return {
    id: row.id,
    fileName: row.file_name,
    uploadedBy: row.uploader,
    uploadedAt: row.uploaded_at,
    state,
    late: isLate(state, row.uploaded_at, now()),
    pages: row.pages === null ? null : { done: row.pages_read ?? 0, of: row.pages },
    problem:
      problem === null
        ? null
        : problemSentence({ code: problemCode(problem), reason: row.problem_reason, item: row.problem_item }),
    draft:
      row.version_id === null || row.framework_id === null ? null : { frameworkId: row.framework_id, versionId: row.version_id },
    pastOf: row.past_of,
  };
}
