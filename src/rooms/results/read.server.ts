// The only door to the ledger. Every page, PDF, file and export gets its figures from here and from nowhere else.
import { isId } from '#base/ids.ts';
import type { Tx } from '#database/tenant.ts';
import type { Atom, AuditedRow, AuditSummary, ExactItem, LedgerFigures, LedgerRow, RefusedLeak, Subject } from './schema.ts';

export type Release = { id: string; frozenAt: Date; unused: number; audit: AuditSummary };

/** The frozen release of a round; null until there is one. */
export async function releaseOf(tx: Tx, roundId: string): Promise<Release | null> {
  if (!isId(roundId)) return null;
  const row = await tx
    .selectFrom('releases')
    .select(['id', 'frozen_at', 'unused', 'audit'])
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, frozenAt: row.frozen_at, unused: row.unused, audit: row.audit as AuditSummary };
}

/** When a release of the round was last refused, and how many ways there were to compute too much. Null when none was. */
export async function refusalOf(tx: Tx, roundId: string): Promise<{ refusedAt: Date; leaks: number } | null> {
  if (!isId(roundId)) return null;
  const row = await tx
    .selectFrom('release_refusals')
    .select(['refused_at', 'leaks'])
    .where('round_id', '=', roundId)
    .orderBy('refused_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { refusedAt: row.refused_at, leaks: (row.leaks as RefusedLeak[]).length };
}

const COLUMNS = ['subject', 'subject_id', 'theme', 'n', 'invited', 'figures'] as const;

/** What is shown about one leader's own group or one unit, theme by theme. Empty when nothing is. */
export async function shownAbout(tx: Tx, roundId: string, subject: Subject, subjectId: string): Promise<LedgerRow[]> {
  if (!isId(roundId) || !isId(subjectId)) return [];
  const rows = await tx
    .selectFrom('ledger')
    .select(COLUMNS)
    .where('round_id', '=', roundId)
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .execute();
  return rows.map(shownRow);
}

/** Whom something is shown about in a round. */
export async function shownSubjects(tx: Tx, roundId: string): Promise<{ own: Set<string>; roll: Set<string> }> {
  if (!isId(roundId)) return { own: new Set(), roll: new Set() };
  const rows = await tx
    .selectFrom('ledger')
    .select(['subject', 'subject_id'])
    .distinct()
    .where('round_id', '=', roundId)
    .execute();
  const of = (subject: Subject) => new Set(rows.filter((row) => row.subject === subject).map((row) => row.subject_id));
  return { own: of('own'), roll: of('roll') };
}

/** The roll-ups that may be shown to people without a right to leaders' reports. */
export async function rollsShownToAll(tx: Tx, releaseId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('roll_visibility')
    .select('node_id')
    .where('release_id', '=', releaseId)
    .where('shown', '=', true)
    .execute();
  return new Set(rows.map((row) => row.node_id));
}

/** Every row of a release with its groups and exact sums, for audits. The web role cannot read these columns. */
export async function auditedRows(tx: Tx, releaseId: string): Promise<AuditedRow[]> {
  const rows = await tx
    .selectFrom('ledger')
    .select([...COLUMNS, 'members', 'sums'])
    .where('release_id', '=', releaseId)
    .orderBy('subject')
    .orderBy('subject_id')
    .orderBy('theme')
    .execute();
  return rows.map((row) => ({ ...shownRow(row), members: row.members as string[], sums: row.sums as Record<string, ExactItem> }));
}

/** How many answered in each group after opening, for audits. The web role cannot read it. */
export async function releaseAtoms(tx: Tx, releaseId: string): Promise<Atom[]> {
  const rows = await tx
    .selectFrom('release_atoms')
    .select(['group_id', 'answers', 'items'])
    .where('release_id', '=', releaseId)
    .orderBy('group_id')
    .execute();
  return rows.map((row) => ({ groupId: row.group_id, answers: row.answers, items: row.items as Record<string, number> }));
}

type StoredRow = { subject: string; subject_id: string; theme: string; n: number; invited: number; figures: unknown };

function shownRow(row: StoredRow): LedgerRow {
  const { theme, n, invited } = row;
  return {
    subject: row.subject === 'own' ? 'own' : 'roll',
    subjectId: row.subject_id,
    theme,
    n,
    invited,
    figures: row.figures as LedgerFigures,
  };
}
