import { newId } from '#base/ids.ts';
import { dayAfter, localDate, now } from '#base/time.ts';
import { insertNote, markShared } from '#rooms/plans/decisions/write.server.ts';
import { currentStatements } from '#rooms/plans/statements/read.server.ts';
import { cast } from '../cast.ts';
import { demoDecision } from '../decision.ts';
import type { DemoOrganisation } from '../organisation.ts';
import type { LoadedFramework } from './framework.ts';
import type { LoadedOrganisation } from './organisation.ts';

/** Writes the invented decision note and shares it, with dates relative to today. */
export async function loadDecision(
  demo: DemoOrganisation,
  loaded: LoadedOrganisation,
  framework: LoadedFramework,
): Promise<void> {
  const { unitCode, decidedDaysAgo, toldDaysAgo, statements, ...words } = demoDecision;
  const unit = demo.units.findIndex((one) => one.code === unitCode);
  const by = `${cast.superior.firstName} ${cast.superior.lastName}`;
  const today = localDate(now());
  await loaded.tenant.transaction(async (tx) => {
    const known = await currentStatements(tx, loaded.slug);
    const note = { id: newId(), unitId: loaded.unitIds[unit] ?? '', unit: demo.units[unit]?.name ?? '', units: [] };
    const writer = { writtenBy: loaded.castIds.superior, writtenByName: by };
    const said = {
      ...words,
      decidedBy: by,
      decidedOn: dayAfter(today, { days: -decidedDaysAgo }),
      toldOn: dayAfter(today, { days: -toldDaysAgo }),
      restsOn: statements.flatMap((id) => {
        const statement = known.get(framework.statementIds.get(id) ?? '');
        return statement === undefined
          ? []
          : [{ statementId: statement.statementId, name: statement.name, framework: statement.framework }];
      }),
    };
    await insertNote(tx, { ...note, ...writer, reach: 'organisation' }, said);
    await markShared(tx, { ...note, reach: 'organisation' }, { ...said, number: 1 }, by);
  });
}
