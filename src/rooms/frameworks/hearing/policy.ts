import type { Member } from '#rooms/people/proof.server.ts';
import { mayEditFrameworks } from '../policy.ts';
import type { HearingFacts } from './schema.ts';

type Heard = Pick<HearingFacts, 'employees' | 'state'>;

/** Those who write the framework hold its hearings: they open them, answer every comment and publish the note. */
export function mayHoldHearings(member: Member): boolean {
  return mayEditFrameworks(member);
}

/** An employee may comment where employees are asked. Those who answer the comments may not: they would count themselves among k. */
export function mayAnswerAsEmployee(member: Member, hearing: Heard): boolean {
  return hearing.employees && member.has('employee') && !mayHoldHearings(member);
}

/** Who is asked may read a hearing, and when its note is published everybody may. `bodies`: those asked that the member acts for. */
export function mayReadHearing(member: Member, hearing: Heard, bodies: readonly unknown[]): boolean {
  if (mayHoldHearings(member) || bodies.length > 0 || hearing.state === 'published') return true;
  return hearing.employees && member.has('employee');
}

/** The comments and their answers: those who hold the hearing, and everybody when the note is published. */
export function mayReadNote(member: Member, hearing: Heard): boolean {
  return mayHoldHearings(member) || hearing.state === 'published';
}
