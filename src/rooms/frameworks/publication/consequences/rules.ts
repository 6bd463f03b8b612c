import type { DifferenceRow } from '../../difference/schema.ts';
import { shortName } from '../../draft/removals/rules.ts';
import type { Use } from '../../schema.ts';

/** What publishing does to one statement that something uses, and what uses it. */
export type Consequence = {
  statementId: string;
  elementId: string | null;
  name: string;
  change: 'edited' | 'replaced' | 'split' | 'merged' | 'gone';
  /** Does what was measured before go on with what is measured from now on? */
  trend: 'kept' | 'broken';
  uses: Use[];
};

/** The statements that are used and that the new version changes, those whose trend breaks first. */
export function consequencesOf(rows: readonly DifferenceRow[], uses: ReadonlyMap<string, readonly Use[]>): Consequence[] {
  const consequences = rows.flatMap((row): Consequence[] => {
    const statement = row.before ?? row.after;
    const used = statement === null ? [] : (uses.get(statement.statementId) ?? []);
    if (statement === null || used.length === 0 || row.change === 'same' || row.change === 'new') return [];
    return [
      {
        statementId: statement.statementId,
        elementId: row.after?.elementId ?? null,
        name: shortName(statement, 90),
        change: row.change,
        trend: row.change === 'edited' ? 'kept' : 'broken',
        uses: [...used],
      },
    ];
  });
  return consequences.sort((a, b) => a.trend.localeCompare(b.trend));
}
