import type { Tx } from '#database/tenant.ts';
import { bodiesOf } from '../../bodies/read.server.ts';
import type { Body } from '../../bodies/schema.ts';

/** The bodies that can be asked: those with the right to answer a hearing. */
export async function bodiesToAsk(tx: Tx): Promise<Body[]> {
  return (await bodiesOf(tx)).filter((body) => body.rights.includes('answer'));
}
