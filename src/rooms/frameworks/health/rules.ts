import { daysAfter, localDate } from '#base/time.ts';
import type { Statement } from '../schema.ts';
import { shortName } from '../draft/removals/rules.ts';
import type { LinkedUse } from '../usage/schema.ts';
import type { HealthPart, Week } from './schema.ts';

/** The weeks up to today, oldest first, each of seven days, the last one ending today; with what was counted on their days. */
export function weeksUpTo(today: Date, weeks: number, counted: readonly { day: string; reads: number }[]): Week[] {
  return Array.from({ length: weeks }, (_, at): Week => {
    const last = daysAfter(today, -7 * (weeks - 1 - at));
    const [begins, ends] = [localDate(daysAfter(last, -6)), localDate(last)];
    const reads = counted.filter(({ day }) => day >= begins && day <= ends).reduce((sum, one) => sum + one.reads, 0);
    return { begins, reads };
  });
}

/** The statements that say something of themselves: with words of their own, and nothing below them that says it in more detail. */
export function concreteStatements(statements: readonly Statement[]): Statement[] {
  const parents = new Set(statements.map((one) => one.parentId));
  return statements.filter(
    (one) => !parents.has(one.elementId) && one.kind !== 'section' && one.kind !== 'foreword' && one.kind !== 'process_step',
  );
}

type Uses = Readonly<Record<string, readonly LinkedUse[]>>;

/** The statement, or anything above it, is used in this way: a question about a competence is about each of its statements. */
export function usedIn(statements: readonly Statement[], uses: Uses, which: (use: LinkedUse) => boolean): Set<string> {
  const byElement = new Map(statements.map((one) => [one.elementId, one]));
  const used = new Set<string>();
  for (const statement of statements) {
    let at: Statement | undefined = statement;
    while (at !== undefined && !(uses[at.statementId] ?? []).some(which)) at = byElement.get(at.parentId ?? '');
    if (at !== undefined) used.add(statement.statementId);
  }
  return used;
}

/** How the statements of each part of the framework are used. A part is what stands at the top. */
export function partsOf(statements: readonly Statement[], uses: Uses): HealthPart[] {
  const asked = usedIn(statements, uses, (use) => use.kind === 'question');
  const used = usedIn(statements, uses, () => true);
  const concrete = new Set(concreteStatements(statements).map((one) => one.statementId));
  const parts: HealthPart[] = [];
  for (const statement of statements) {
    if (statement.depth === 0)
      parts.push({ statementId: statement.statementId, name: shortName(statement, 60), asked: 0, otherwise: 0, unused: 0 });
    const part = parts.at(-1);
    if (part === undefined || !concrete.has(statement.statementId)) continue;
    if (asked.has(statement.statementId)) part.asked++;
    else if (used.has(statement.statementId)) part.otherwise++;
    else part.unused++;
  }
  return parts.filter((part) => part.asked + part.otherwise + part.unused > 0);
}
