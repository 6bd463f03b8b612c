import type { Member } from '#rooms/people/proof.server.ts';
import type { Body } from '../bodies/schema.ts';
import { mayEditFrameworks } from '../policy.ts';
import { RIGHT_FOR, type StepKind } from './schema.ts';

/** Editors and HR write down any step. Who acts for a body takes the steps that this body has a right to. */
export function mayTakeStep(member: Member, kind: StepKind, body: Body | null): boolean {
  if (mayEditFrameworks(member)) return true;
  const right = RIGHT_FOR[kind];
  if (right === undefined || body === null || !body.rights.includes(right)) return false;
  return body.members.some(({ personId }) => personId === member.personId);
}
