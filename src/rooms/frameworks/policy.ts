import type { Member } from '#rooms/people/proof.server.ts';

/** Editors and HR import, edit and publish the organisation's frameworks. Only they see a draft; what is published every member reads. */
export function mayEditFrameworks(member: Member): boolean {
  return member.has('editor', 'hr');
}
