import { newId } from '#base/ids.ts';
import { dayAfter, localDate, now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { addIndicator, addValues } from '#rooms/plans/goals/indicators/write.server.ts';
import { addGoal, addState } from '#rooms/plans/goals/write.server.ts';
import { currentStatements } from '#rooms/plans/statements/read.server.ts';
import { demoGoals, type DemoGoal, type DemoIndicator } from '../goals.ts';
import type { DemoOrganisation } from '../organisation.ts';
import type { LoadedFramework } from './framework.ts';
import type { LoadedOrganisation } from './organisation.ts';

const BY = 'Lene Kragh';

/** Writes the invented goals, with dates relative to today. */
export async function loadGoals(demo: DemoOrganisation, loaded: LoadedOrganisation, framework: LoadedFramework): Promise<void> {
  const unitId = (code: string) => loaded.unitIds[demo.units.findIndex((unit) => unit.code === code)] ?? null;
  await loaded.tenant.transaction(async (tx) => {
    const known = await currentStatements(tx, loaded.slug);
    const names = new Map([...known].map(([id, statement]) => [id, statement.name]));
    for (const goal of demoGoals) {
      const statements = goal.statements.flatMap((id) => framework.statementIds.get(id) ?? []);
      const id = newId();
      const unit = goal.unitCode === null ? null : unitId(goal.unitCode);
      await addGoal(tx, id, { fields: fieldsOf(goal, unit, statements), names, said: { state: 'planned', reason: '', by: BY } });
      if (goal.state === 'running') await addState(tx, id, 2, { state: 'running', reason: '', by: BY });
      for (const indicator of goal.indicators) await loadIndicator(tx, id, indicator);
    }
  });
}

async function loadIndicator(tx: Tx, goalId: string, { baseline, values, targetTo, ...indicator }: DemoIndicator): Promise<void> {
  const place = { goalId, indicatorId: newId() };
  await addIndicator(tx, place, {
    ...indicator,
    targetTo: targetTo ?? null,
    baseline: baseline?.value ?? null,
    baselineOn: baseline === undefined ? null : monthsAgo(baseline.monthsAgo),
  });
  const measured = values.map(({ monthsAgo: months, value, note = '' }) => ({ on: monthsAgo(months), value, note }));
  await addValues(tx, place, measured, BY);
}

function fieldsOf(goal: DemoGoal, unitId: string | null, statements: string[]) {
  const begins = monthsAgo(goal.beginsMonthsAgo);
  return {
    title: goal.title,
    why: goal.why,
    kind: goal.kind,
    perspectives: goal.perspectives,
    unitId,
    source: goal.source,
    sourceOn: goal.sourceMonthsAgo === null ? null : monthsAgo(goal.sourceMonthsAgo),
    begins,
    ends: dayAfter(begins, { months: goal.lastsMonths }),
    statements,
  };
}

const monthsAgo = (months: number): string => dayAfter(localDate(now()), { months: -months });
