import { m } from '#base/text.ts';
import type { AssignedRole, Role } from '../schema.ts';

const WORDS: Record<Role, () => string> = {
  hr: m.people_role_hr,
  editor: m.people_role_editor,
  management: m.people_role_management,
  med: m.people_role_med,
  leader: m.people_role_leader,
  employee: m.people_role_employee,
};
const HINTS: Record<AssignedRole, () => string> = {
  hr: m.people_role_hr_hint,
  editor: m.people_role_editor_hint,
  management: m.people_role_management_hint,
  med: m.people_role_med_hint,
};

/** What a role is called in the reader's language. */
export function roleWord(role: Role): string {
  return WORDS[role]();
}

/** What a role that is given may do. */
export function roleHint(role: AssignedRole): string {
  return HINTS[role]();
}
