import type { Tx } from '#database/tenant.ts';
import { unitsOfToday } from '../reach/read.server.ts';
import { offerUnits } from './rules.ts';
import type { OfferedUnits } from './schema.ts';

/** Of all units of today what a form offers: all when they are few, else those chosen and those searched for. */
export async function allUnits(tx: Tx, asked: { chosen: string[]; search: string }): Promise<OfferedUnits> {
  return offerUnits(await unitsOfToday(tx), () => true, asked);
}
