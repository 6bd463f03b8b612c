import { newId } from '#base/ids.ts';
import { dayAfter, localDate, now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { insertActivity, putHolding } from '#rooms/plans/activities/write.server.ts';
import { timesOf } from '#rooms/plans/activities/read.server.ts';
import type { DemoOrganisation } from '../organisation.ts';
import { demoYear, type DemoActivity } from '../year.ts';
import type { LoadedFramework } from './framework.ts';
import type { LoadedOrganisation } from './organisation.ts';

const BY = 'Lene Kragh';

/** Writes the invented year wheel, begun two years ago, with what has been held since. */
export async function loadYear(demo: DemoOrganisation, loaded: LoadedOrganisation, framework: LoadedFramework): Promise<void> {
  const today = localDate(now());
  const unitId = (code: string | null) => loaded.unitIds[demo.units.findIndex((unit) => unit.code === code)] ?? null;
  await loaded.tenant.transaction(async (tx) => {
    for (const activity of demoYear) {
      const id = newId();
      const statements = activity.statements.flatMap((name) => framework.statementIds.get(name) ?? []);
      const { day, week } = { day: null, week: null, ...activity.timing };
      const input = {
        ...activity,
        timing: activity.timing.kind,
        ...{ day, week, statements },
        unit: unitId(activity.unitCode),
        framework: framework.frameworkId,
        beginsYear: Number(today.slice(0, 4)) - 2,
        endsYear: null,
        revision: 0,
      };
      await insertActivity(tx, { id, countedFrom: dayAfter(today, { months: -18 }), by: BY }, input);
      await loadHoldings(tx, id, activity, today);
    }
  });
}

/** It was held each time of the last eighteen months; what was forgotten, was forgotten the last time. */
async function loadHoldings(tx: Tx, id: string, { note }: DemoActivity, today: string): Promise<void> {
  const past = (await timesOf(tx, id, dayAfter(today, { months: -18 }), today)).filter((time) => time.to < today);
  const held = note === null ? past.slice(0, -1) : past;
  for (const [at, { from, to }] of held.entries()) {
    const later = dayAfter(from, { days: 4 });
    const said = at === held.length - 1 ? (note ?? '') : '';
    await putHolding(tx, id, { dueOn: from, outcome: 'held', heldOn: later < to ? later : to, note: said }, BY);
  }
}
