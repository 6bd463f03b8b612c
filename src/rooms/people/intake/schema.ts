/** The limits of a file. What is larger is refused at once, with a sentence that says so. */
export const LIMITS = { bytes: 20 * 1024 * 1024, rows: 200_000, columns: 100, recordBytes: 64 * 1024 } as const;

/** The columns of the file, in their order, with the names they go by. The first one is written in the template. */
export const COLUMNS = {
  unitCode: ['enhedskode', 'enhedsnummer', 'afdelingskode', 'unit code', 'unit'],
  unitName: ['enhed', 'enhedsnavn', 'afdeling', 'unit name', 'department'],
  parentCode: ['overordnet enhedskode', 'overordnet enhed', 'overordnet', 'parent unit code', 'parent code', 'parent'],
  number: ['medarbejdernummer', 'medarbejdernr', 'tjenestenummer', 'lønnummer', 'employee number', 'employee id'],
  name: ['navn', 'medarbejder', 'name'],
  email: ['mail', 'e-mail', 'email', 'mailadresse', 'arbejdsmail'],
  title: ['stilling', 'stillingsbetegnelse', 'titel', 'title', 'position'],
  leads: ['leder', 'leder af', 'leder for', 'leader', 'leads'],
  level: ['ledelsesniveau', 'niveau', 'leadership level', 'level'],
  language: ['sprog', 'language'],
  samePerson: ['samme person som', 'same person as'],
} as const;
export type ColumnKey = keyof typeof COLUMNS;
export const COLUMN_KEYS = Object.keys(COLUMNS) as ColumnKey[];
export const REQUIRED_COLUMNS: ColumnKey[] = ['unitCode', 'unitName', 'number', 'name'];

/** One row of the file as text, with the number it has in a spreadsheet. */
export type IntakeRow = { row: number } & Record<ColumnKey, string>;

/** What can stop an import. Each is settled in the file, which is then uploaded again. */
export const ERRORS = [
  'unit_code_missing',
  'unit_name_missing',
  'unit_name_differs',
  'parent_differs',
  'parent_unknown',
  'cycle',
  'number_missing',
  'name_missing',
  'number_twice',
  'number_in_two_units',
  'email_invalid',
  'language_unknown',
  'leader_unit_unknown',
  'level_missing',
  'level_unknown',
  'level_names_differ',
  'two_leaders',
  'same_person_unknown',
  'too_long',
  'too_many_cells',
  'looks_like_cpr',
  'last_hr',
] as const;
/** What is worth knowing before accepting, and stops nothing. */
export const WARNINGS = [
  'row_twice',
  'formula',
  'no_leader',
  'no_leader_above',
  'email_shared',
  'same_person_perhaps',
  'person_differs',
  'column_ignored',
  'several_tops',
] as const;
export type ProblemCode = (typeof ERRORS)[number] | (typeof WARNINGS)[number];
export type IntakeProblem = { code: ProblemCode; row: number | null; column: ColumnKey | null; values: Record<string, string> };

/** What the file says the organisation is. Everything is meant by its code or number. */
export type OrganisationPlan = {
  /** Names of leadership levels that the file gives. */
  levels: { position: number; name: string }[];
  units: { code: string; name: string; parentCode: string | null }[];
  /** A person is the numbers of the employments that belong together; the first one is the person's own. */
  persons: { numbers: string[]; name: string; email: string | null; language: 'da' | 'en' | null }[];
  employments: { number: string; unitCode: string; title: string }[];
  leaderships: { unitCode: string; number: string; level: number }[];
};

/** What an organisation holds today, what has ended included: codes and numbers are never used for something else. */
export type StandingOrganisation = {
  levels: { position: number; name: string }[];
  units: { id: string; code: string; name: string; parentId: string | null; ended: boolean }[];
  persons: { id: string; name: string; email: string | null; language: 'da' | 'en' | null; hr: boolean }[];
  employments: { id: string; personId: string; unitId: string; number: string; title: string; ended: boolean }[];
  leaderships: { unitId: string; employmentId: string; level: number }[];
};

export type ChangeKind = 'level' | 'unit' | 'employment' | 'leadership';
export type ChangeWord = 'new' | 'changed' | 'ended';
/** The fields of a change that people are shown. */
export type ChangeField = 'name' | 'parent' | 'unit' | 'title' | 'email' | 'language' | 'level' | 'person' | 'again';
export type Change = {
  kind: ChangeKind;
  change: ChangeWord;
  key: string;
  name: string;
  details: { field: ChangeField; before: string; after: string }[];
};

export type Counts = { new: number; changed: number; ended: number; unchanged: number };
/** How much an intake would change. `ended` shares are of what was live before. */
export type IntakeSummary = {
  rows: number;
  errors: number;
  warnings: number;
  counts: Record<ChangeKind, Counts> | null;
};
