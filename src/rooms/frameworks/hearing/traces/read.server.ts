import type { Tx } from '#database/tenant.ts';

/** A hearing that changed a statement: how many comments were taken in, wholly or in part. */
export type Trace = { hearingId: string; title: string; taken: number; partly: number };

/** The hearings whose comments changed these statements, by statement: only those whose note everybody may read. */
export async function tracesOf(tx: Tx, statementIds: readonly string[]): Promise<Map<string, Trace[]>> {
  if (statementIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('hearing_answers as a')
    .innerJoin('hearings as h', (join) =>
      join.onRef('h.organisation_id', '=', 'a.organisation_id').onRef('h.id', '=', 'a.hearing_id'),
    )
    .innerJoin('hearing_notes as n', (join) =>
      join.onRef('n.organisation_id', '=', 'a.organisation_id').onRef('n.hearing_id', '=', 'a.hearing_id'),
    )
    .select((eb) => [
      'a.changed_statement_id as statement',
      'h.id as hearing',
      'h.title',
      eb.fn.countAll<number>().filterWhere('a.outcome', '=', 'taken_in').as('taken'),
      eb.fn.countAll<number>().filterWhere('a.outcome', '=', 'partly').as('partly'),
    ])
    .where('a.changed_statement_id', 'in', [...statementIds])
    .groupBy(['a.changed_statement_id', 'h.id', 'h.title', 'h.opened_at'])
    .orderBy('h.opened_at', 'desc')
    .execute();
  const traces = rows.flatMap((row) =>
    row.statement === null
      ? []
      : [{ statement: row.statement, hearingId: row.hearing, title: row.title, taken: row.taken, partly: row.partly }],
  );
  return Map.groupBy(traces, (trace) => trace.statement);
}
