import type { Member } from '#rooms/people/proof.server.ts';

/** How a person stands to a note: wrote it, leads the unit that decided, leads a unit above it, or is among those it concerns. */
export type Standing = { wrote: boolean; leads: boolean; above: boolean; concerned: boolean };

/** May write notes for every unit. */
export function mayWriteForAll(member: Member): boolean {
  return member.has('hr');
}

/** Whoever leads the unit that decided stands by it; HR may help. Those above may read a draft, but the words are the leader's. */
export function mayWriteNote(member: Member, standing: Pick<Standing, 'leads'>): boolean {
  return mayWriteForAll(member) || standing.leads;
}

/** A draft is read by its writer, those above in the line, and HR. To everybody else it does not exist. */
export function mayReadDraft(member: Member, standing: Standing): boolean {
  return mayWriteForAll(member) || standing.wrote || standing.leads || standing.above;
}

/** A shared note is read by all it concerns too. */
export function mayReadShared(member: Member, standing: Standing): boolean {
  return mayReadDraft(member, standing) || standing.concerned;
}

/** A draft goes with its writer. What people have read is taken away by HR alone, and the trail says so. */
export function mayDeleteNote(member: Member, standing: Pick<Standing, 'leads'>, shared: boolean): boolean {
  return shared ? mayWriteForAll(member) : mayWriteNote(member, standing);
}
