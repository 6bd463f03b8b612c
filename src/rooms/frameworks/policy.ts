import type { Member } from '#rooms/people/proof.server.ts';

/** The roles that edit frameworks. */
export const EDITING_ROLES = ['editor', 'hr'] as const;

/** Editors and HR import, edit and publish the organisation's frameworks. Only they see a draft; what is published every member reads. */
export function mayEditFrameworks(member: Member): boolean {
  return member.has(...EDITING_ROLES);
}
