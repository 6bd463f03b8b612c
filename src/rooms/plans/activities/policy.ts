import type { Member } from '#rooms/people/proof.server.ts';
import { mayPlanForAll } from '../policy.ts';

/** HR and editors keep the year wheel; everybody reads it. */
export function mayKeepYear(member: Member): boolean {
  return mayPlanForAll(member);
}

/** Whether it was held is said by those who keep the wheel, and by the leader of the unit that has it in hand. */
export function mayRecordHolding(member: Member, leadsItsUnit: boolean): boolean {
  return mayKeepYear(member) || leadsItsUnit;
}
