import type { Member } from '#rooms/people/proof.server.ts';
import { mayPlanFor, type Reach } from '../reach/policy.ts';

/** How a person stands to a note: began it, leads the unit that decided, leads a unit above it, or is among those it concerns. */
export type Standing = { wrote: boolean; leads: boolean; above: boolean; concerned: boolean };

/** May write notes for every unit. */
export function mayWriteForAll(member: Member): boolean {
  return member.has('hr');
}

/** Whoever leads the unit that decided stands by it; HR may help. Those above may read a draft, but the words are the leader's. */
export function mayWriteNote(member: Member, standing: Pick<Standing, 'leads'>): boolean {
  return mayWriteForAll(member) || standing.leads;
}

/**
 * A draft is read by its writer, those above in the line, and HR. To everybody else it does not exist. Once a note has been shared, a
 * draft is a correction: it belongs to who leads the unit now, not to who began the note.
 */
export function mayReadDraft(member: Member, standing: Standing, shared: boolean): boolean {
  return mayWriteForAll(member) || standing.leads || standing.above || (standing.wrote && !shared);
}

/** A shared note is read by all it concerns too. */
export function mayReadShared(member: Member, standing: Standing): boolean {
  return mayReadDraft(member, standing, true) || standing.wrote || standing.concerned;
}

/** A draft goes with its writer. What people have read is taken away by HR alone, and the trail says so. */
export function mayDeleteNote(member: Member, standing: Pick<Standing, 'leads'>, shared: boolean): boolean {
  return shared ? mayWriteForAll(member) : mayWriteNote(member, standing);
}

/** A mail about a note goes to those it concerns. One to everybody in the organisation is sent by who plans for it as a whole. */
export function mayTellByMail(plans: Reach, everybody: boolean): boolean {
  return !everybody || mayPlanFor(plans, null);
}
