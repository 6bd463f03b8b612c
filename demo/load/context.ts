import { daysAfter } from '#base/time.ts';
import { addWording } from '#rooms/results/context/write.server.ts';
import type { SnapshotIds } from '#rooms/rounds/snapshot/schema.ts';
import { cast } from '../cast.ts';
import { demoContext } from '../context.ts';
import type { DemoOrganisation } from '../organisation.ts';
import type { LoadedOrganisation } from './organisation.ts';

/** Writes what Mette says was special in the time of a round, before its results came. */
export async function loadContext(
  { demo, loaded }: { demo: DemoOrganisation; loaded: LoadedOrganisation },
  { roundId, ids, closedAt }: { roundId: string; ids: SnapshotIds; closedAt: Date },
): Promise<void> {
  const { unitCode, daysBeforeClosing, text } = demoContext;
  const nodeId = ids.nodes.get(loaded.unitIds[demo.units.findIndex((unit) => unit.code === unitCode)] ?? '');
  if (nodeId === undefined) return;
  const { firstName, lastName } = cast.mette;
  await loaded.tenant.transaction((tx) =>
    addWording(
      tx,
      { roundId, nodeId },
      {
        number: 1,
        text,
        writtenBy: `${firstName} ${lastName}`,
        personId: loaded.castIds.mette,
        writtenAt: daysAfter(closedAt, -daysBeforeClosing),
      },
    ),
  );
}
