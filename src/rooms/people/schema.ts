import type { Locale } from '#base/text.ts';

/** What a person may be in an organisation. 'leader' and 'employee' follow from organisation data; the others are assigned. */
export const ROLES = ['hr', 'editor', 'management', 'med', 'leader', 'employee'] as const;
export type Role = (typeof ROLES)[number];
export const ASSIGNED_ROLES = ['hr', 'editor', 'management', 'med'] as const;
export type AssignedRole = (typeof ASSIGNED_ROLES)[number];

/** Rows of a whole organisation with ids made by the caller. Levels are names, highest first. Dates as 2026-11-30; without one it is live. */
export type PeopleRows = {
  levels: string[];
  units: { id: string; code: string; name: string; parentId: string | null; endedOn?: string | null }[];
  persons: { id: string; name: string; email: string | null; language: Locale | null }[];
  employments: { id: string; personId: string; unitId: string; number: string; title: string; endedOn?: string | null }[];
  leaderships: { unitId: string; employmentId: string; level: number }[];
};

/** The organisation as it is today: only units and employments that have not ended. */
export type LiveOrganisation = {
  units: { id: string; code: string; name: string; parentId: string | null }[];
  employments: { id: string; personId: string; unitId: string; number: string; title: string }[];
  leaderships: { personId: string; unitId: string; employmentId: string; level: number }[];
  persons: { id: string; name: string; email: string | null; language: Locale }[];
};
