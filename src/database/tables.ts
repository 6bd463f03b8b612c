// Printed by npm run schema from a freshly migrated database. Not for editing.
import type { ColumnType, Generated } from 'kysely';

/** A JSON column: read as a value, written as JSON text. */
export type Json = ColumnType<unknown, string, string>;

export type HandoverAnnouncementsTable = {
  organisation_id: number;
  round_id: string;
};

export type HandoverClosuresTable = {
  organisation_id: number;
  round_id: string;
  closed_at: Generated<Date>;
  reason: string;
};

export type HandoverManifestsTable = {
  organisation_id: number;
  round_id: string;
  head: number;
  body: string;
  hash: Buffer;
  signature: Buffer;
  signing_key: Buffer;
  closes_at: Date;
};

export type HandoverOpenedTable = {
  organisation_id: number;
  round_id: string;
  id: string;
  group_id: string;
  answers: Buffer;
};

export type HandoverOpeningsTable = {
  organisation_id: number;
  round_id: string;
  envelopes: number;
  dropped: number;
  unreadable: number;
  pooled: Json;
};

export type HandoverUrnKeysTable = {
  organisation_id: number;
  round_id: string;
  encryption_key: Buffer;
  receipt_key: Buffer;
};

export type ActivitiesTable = {
  organisation_id: number;
  id: string;
  name: string;
  kind: string;
  how: Generated<string>;
  responsible: Generated<string>;
  unit_id: string | null;
  framework_id: string | null;
  page: Generated<string>;
  months_between: number;
  begins_year: number;
  begins_month: number;
  timing: string;
  day: number | null;
  week: number | null;
  ends_year: number | null;
  counted_from: string;
  revision: Generated<number>;
  changed_by_name: string;
  changed_at: Generated<Date>;
  search: Generated<string>;
};

export type ActivityHoldingsTable = {
  organisation_id: number;
  activity_id: string;
  due_on: string;
  outcome: string;
  held_on: string | null;
  note: Generated<string>;
  recorded_by_name: string;
  recorded_at: Generated<Date>;
};

export type ActivityStatementsTable = {
  organisation_id: number;
  activity_id: string;
  statement_id: string;
};

export type AttemptsTable = {
  organisation_id: number;
  kind: string;
  subject: Buffer;
  started_at: Date;
  count: number;
};

export type ContextNotesTable = {
  organisation_id: number;
  round_id: string;
  node_id: string;
  number: number;
  text: string;
  written_by: string;
  written_by_name: string;
  written_at: Generated<Date>;
};

export type DecisionNoteAdditionsTable = {
  organisation_id: number;
  note_id: string;
  id: string;
  text: string;
  added_by: string;
  added_by_name: string;
  added_at: Generated<Date>;
  search: Generated<string>;
};

export type DecisionNoteTellingsTable = {
  organisation_id: number;
  note_id: string;
  id: string;
  number: number;
  kind: string;
  units: string[] | null;
  known: string[];
  told_by: string;
  told_by_name: string;
  asked_at: Generated<Date>;
};

export type DecisionNoteUnitsTable = {
  organisation_id: number;
  note_id: string;
  unit_id: string;
};

export type DecisionNoteVersionsTable = {
  organisation_id: number;
  note_id: string;
  number: number;
  title: string;
  decision: Generated<string>;
  alternatives: Json;
  tradeoffs: Generated<string>;
  heard: Generated<string>;
  hearing_id: string | null;
  told: Generated<string>;
  told_on: string | null;
  decided_by: Generated<string>;
  decided_on: string | null;
  explanation: Generated<string>;
  rests_on: Json;
  reason: Generated<string>;
  revision: Generated<number>;
  written_by_name: string;
  written_at: Generated<Date>;
  shared_at: Date | null;
  shared_by_name: Generated<string>;
  search: Generated<string>;
};

export type DecisionNoteWideningsTable = {
  organisation_id: number;
  note_id: string;
  id: string;
  reach: string;
  units: string[];
  widened_by: string;
  widened_by_name: string;
  widened_at: Generated<Date>;
};

export type DecisionNotesTable = {
  organisation_id: number;
  id: string;
  unit_id: string;
  reach: string;
  written_by: string;
  written_by_name: string;
  created_at: Generated<Date>;
};

export type DemonstrationsTable = {
  organisation_id: number;
  seed: number;
  employees: number;
  loaded_at: Generated<Date>;
};

export type EmploymentsTable = {
  organisation_id: number;
  id: string;
  person_id: string;
  unit_id: string;
  number: string;
  title: Generated<string>;
  ended_on: string | null;
};

export type FrameworkAddresseesTable = {
  organisation_id: number;
  version_id: string;
  statement_id: string;
  addressee: string;
};

export type FrameworkBodiesTable = {
  organisation_id: number;
  id: string;
  name: string;
  kind: string;
  position: number;
  created_at: Generated<Date>;
  retired_at: Date | null;
};

export type FrameworkBodyMembersTable = {
  organisation_id: number;
  body_id: string;
  person_id: string;
};

export type FrameworkBodyRightsTable = {
  organisation_id: number;
  body_id: string;
  right: string;
};

export type FrameworkCoreTaskStatementsTable = {
  organisation_id: number;
  version_id: string;
  core_task_id: string;
  statement_id: string;
};

export type FrameworkCoreTasksTable = {
  organisation_id: number;
  version_id: string;
  id: string;
  position: number;
  name: string;
};

export type FrameworkCoversTable = {
  organisation_id: number;
  version_id: string;
  purposes: Json;
  scope: Generated<string>;
  scope_units: Json;
  scope_levels: Json;
  binding: Generated<string>;
  owner: Generated<string>;
  authors: Json;
  contact_name: Generated<string>;
  contact_mail: Generated<string>;
  input: Generated<string>;
};

export type FrameworkDocumentsTable = {
  organisation_id: number;
  id: string;
  framework_id: string;
  name: string;
  media_type: string;
  content: Buffer;
  added_at: Generated<Date>;
};

export type FrameworkDraftSavesTable = {
  organisation_id: number;
  version_id: string;
  revision: number;
  first_revision: number;
  person_id: string;
  what: string;
  name: Generated<string>;
  running: Generated<boolean>;
  changes: Json;
  saved_at: Generated<Date>;
  undone_in: number | null;
};

export type FrameworkDraftSightingsTable = {
  organisation_id: number;
  version_id: string;
  place_id: string;
  person_id: string;
  seen_at: Generated<Date>;
};

export type FrameworkDutiesTable = {
  organisation_id: number;
  version_id: string;
  id: string;
  position: number;
  task: string;
  parts: Json;
};

export type FrameworkElementsTable = {
  organisation_id: number;
  version_id: string;
  id: string;
  statement_id: string;
  slug: string;
  parent_id: string | null;
  position: number;
  kind: string;
  level: number | null;
  title: string | null;
  text: string | null;
  first_line: number | null;
  last_line: number | null;
  page: number | null;
  revision: number;
  search: Generated<string>;
  confidence: number | null;
};

export type FrameworkForkStatementsTable = {
  organisation_id: number;
  framework_id: string;
  source_statement_id: string;
  statement_id: string | null;
  title: string | null;
  text: string | null;
};

export type FrameworkForksTable = {
  organisation_id: number;
  framework_id: string;
  source_slug: string;
  source_name: string;
  source_address: string;
  source_title: string;
  source_stamp: Generated<string>;
  taken_by_name: string;
  taken_at: Generated<Date>;
};

export type FrameworkFrameOriginsTable = {
  organisation_id: number;
  origin: string;
  added_by: string;
  added_at: Generated<Date>;
};

export type FrameworkKindNamesTable = {
  organisation_id: number;
  version_id: string;
  kind: string;
  name: string;
};

export type FrameworkLevelRulesTable = {
  organisation_id: number;
  version_id: string;
  level: number;
  definition: Generated<string>;
  refers_to: Generated<string>;
  transition: Generated<string>;
  positions: Json;
};

export type FrameworkLevelsTable = {
  organisation_id: number;
  version_id: string;
  position: number;
  name: string;
  search: Generated<string>;
};

export type FrameworkMergePairsTable = {
  organisation_id: number;
  version_id: string;
  id: string;
  first_statement_id: string;
  second_statement_id: string;
  alike: number;
  decision: string | null;
  decided_by_name: Generated<string>;
  decided_at: Date | null;
};

export type FrameworkMergesTable = {
  organisation_id: number;
  version_id: string;
  first_version_id: string | null;
  second_version_id: string | null;
  first_name: string;
  second_name: string;
  made_by_name: string;
  made_at: Generated<Date>;
};

export type FrameworkOriginsTable = {
  organisation_id: number;
  version_id: string;
  id: string;
  statement_id: string;
  kind: string;
  from_version_id: string | null;
  from_statement_id: string | null;
  from_name: Generated<string>;
};

export type FrameworkParentsTable = {
  organisation_id: number;
  framework_id: string;
  parent_id: string;
  set_by_name: string;
  set_at: Generated<Date>;
};

export type FrameworkPublicPagesTable = {
  organisation_id: number;
  framework_id: string;
  address: string;
  contact: Generated<string>;
  opened_by: string;
  opened_at: Generated<Date>;
  findable_since: Date | null;
};

export type FrameworkReadCountsTable = {
  organisation_id: number;
  framework_id: string;
  day: string;
  page: string;
  reads: number;
};

export type FrameworkRemovalsTable = {
  organisation_id: number;
  version_id: string;
  id: string;
  title: string;
  elements: Json;
  removed_at: Generated<Date>;
};

export type FrameworkRequiredStepsTable = {
  organisation_id: number;
  kind: string;
};

export type FrameworkRestElementsTable = {
  organisation_id: number;
  version_id: string;
  rest_id: string;
  element_id: string;
};

export type FrameworkRestsTable = {
  organisation_id: number;
  version_id: string;
  id: string;
  position: number;
  kind: string;
  text: string;
  repaired_to: string | null;
  first_line: number | null;
  last_line: number | null;
  page: number | null;
  decided: string | null;
};

export type FrameworkReviewRemindersTable = {
  organisation_id: number;
  framework_id: string;
  due_on: string;
  sent_at: Generated<Date>;
};

export type FrameworkReviewsTable = {
  organisation_id: number;
  framework_id: string;
  due_on: string;
  set_by_name: string;
  set_at: Generated<Date>;
};

export type FrameworkStatementHistoryTable = {
  organisation_id: number;
  version_id: string;
  id: string;
  statement_id: string;
  action: string;
  before: ColumnType<unknown, string | null | undefined, string | null>;
  after: ColumnType<unknown, string | null | undefined, string | null>;
  author_id: string | null;
  author_name: string;
  at: Generated<Date>;
};

export type FrameworkStepsTable = {
  organisation_id: number;
  version_id: string;
  id: string;
  kind: string;
  body_id: string | null;
  began_on: string;
  ended_on: string | null;
  known_to: Generated<string>;
  title: Generated<string>;
  decision: Generated<string>;
  document_name: Generated<string>;
  document_link: Generated<string>;
  document_id: string | null;
  recorded_by: string | null;
  recorded_by_name: string;
  recorded_at: Generated<Date>;
};

export type FrameworkStrategiesTable = {
  organisation_id: number;
  version_id: string;
  strategy_id: string;
};

export type FrameworkStrategyStatementsTable = {
  organisation_id: number;
  version_id: string;
  strategy_id: string;
  statement_id: string;
};

export type FrameworkSupportsTable = {
  organisation_id: number;
  framework_id: string;
  statement_id: string;
  parent_id: string;
  parent_statement_id: string;
  seen_version_id: string | null;
};

export type FrameworkTranslationCallsTable = {
  organisation_id: number;
  framework_id: string;
  kinds: string[];
  due_on: string | null;
  letter: Generated<string>;
  called_by_name: string;
  called_at: Generated<Date>;
};

export type FrameworkTranslationsTable = {
  organisation_id: number;
  framework_id: string;
  statement_id: string;
  unit_id: string;
  version_id: string | null;
  text: string;
  agreed_with: Generated<string>;
  agreed_on: string | null;
  revision: Generated<number>;
  written_by_name: string;
  written_at: Generated<Date>;
  search: Generated<string>;
};

export type FrameworkUploadsTable = {
  organisation_id: number;
  id: string;
  file_name: string;
  size: number;
  bytes: Buffer | null;
  uploaded_by: string;
  uploaded_at: Generated<Date>;
  attempts: Generated<number>;
  began_at: Date | null;
  pictures_at: Date | null;
  pages_read: number | null;
  pages: number | null;
  ended_at: Date | null;
  problem: string | null;
  problem_reason: string | null;
  problem_item: string | null;
  version_id: string | null;
  past_of: string | null;
};

export type FrameworkUsesTable = {
  organisation_id: number;
  statement_id: string;
  kind: string;
  used_id: string;
  title: string;
};

export type FrameworkValueStatementsTable = {
  organisation_id: number;
  version_id: string;
  value_id: string;
  statement_id: string;
};

export type FrameworkVersionsTable = {
  organisation_id: number;
  id: string;
  framework_id: string;
  number: number;
  title: string;
  issued_by: Generated<string>;
  dated: string | null;
  revision: Generated<number>;
  cover_revision: Generated<number>;
  source_name: string | null;
  source_text: string | null;
  created_at: Generated<Date>;
  published_at: Date | null;
  search: Generated<string>;
};

export type FrameworkVisualsTable = {
  organisation_id: number;
  version_id: string;
  type: string;
  bytes: Buffer;
  width: number;
  height: number;
  alt: string;
};

export type FrameworkWeightsTable = {
  organisation_id: number;
  version_id: string;
  statement_id: string;
  level: number;
  weight: number;
  words: Generated<string>;
};

export type FrameworksTable = {
  organisation_id: number;
  id: string;
  title: string;
  created_at: Generated<Date>;
  first_number: Generated<number>;
};

export type GoalIndicatorsTable = {
  organisation_id: number;
  goal_id: string;
  id: string;
  name: string;
  measure: Generated<string>;
  direction: string;
  baseline: number | null;
  baseline_on: string | null;
  target: number;
  target_to: number | null;
  feedback: string;
  feedback_name: Generated<string>;
  perspective: string;
  made_at: Generated<Date>;
  search: Generated<string>;
};

export type GoalStatementsTable = {
  organisation_id: number;
  goal_id: string;
  statement_id: string;
  name: string;
};

export type GoalStatesTable = {
  organisation_id: number;
  goal_id: string;
  number: number;
  state: string;
  reason: Generated<string>;
  said_by_name: string;
  said_at: Generated<Date>;
};

export type GoalValuesTable = {
  organisation_id: number;
  goal_id: string;
  indicator_id: string;
  measured_on: string;
  value: number;
  note: Generated<string>;
  entered_by_name: string;
  entered_at: Generated<Date>;
};

export type GoalsTable = {
  organisation_id: number;
  id: string;
  unit_id: string | null;
  title: string;
  why: string;
  kind: string;
  perspectives: string[];
  source: Generated<string>;
  source_on: string | null;
  begins: string | null;
  ends: string | null;
  made_at: Generated<Date>;
  search: Generated<string>;
};

export type HearingAnswersTable = {
  organisation_id: number;
  hearing_id: string;
  comment_id: string;
  outcome: string;
  reason: string;
  changed_statement_id: string | null;
  revision: Generated<number>;
  answered_by: string;
  answered_by_name: string;
  answered_at: Generated<Date>;
  search: Generated<string>;
};

export type HearingBodiesTable = {
  organisation_id: number;
  hearing_id: string;
  body_id: string;
  name: string;
  replied_at: Date | null;
  replied_by: string | null;
  replied_by_name: string | null;
};

export type HearingBodyCommentsTable = {
  organisation_id: number;
  hearing_id: string;
  comment_id: string;
  body_id: string;
  revision: Generated<number>;
  written_by: string;
  written_by_name: string;
  written_at: Generated<Date>;
};

export type HearingCommentsTable = {
  organisation_id: number;
  hearing_id: string;
  id: string;
  statement_id: string | null;
  text: string;
  search: Generated<string>;
};

export type HearingDeadlinesTable = {
  organisation_id: number;
  hearing_id: string;
  id: string;
  kind: string;
  closes_at: Date;
  reason: Generated<string>;
  set_by: string;
  set_at: Generated<Date>;
};

export type HearingNotesTable = {
  organisation_id: number;
  hearing_id: string;
  wording: Json;
  published_by_name: string;
  published_at: Generated<Date>;
};

export type HearingRemindersTable = {
  organisation_id: number;
  hearing_id: string;
  body_id: string;
  kind: string;
  closes_at: Date;
  sent_at: Generated<Date>;
};

export type HearingSealedCommentsTable = {
  organisation_id: number;
  hearing_id: string;
  id: string;
  author_mark: Buffer;
  sealed: Buffer;
};

export type HearingStatementsTable = {
  organisation_id: number;
  hearing_id: string;
  statement_id: string;
  position: number;
  kind: string;
  statement: Json;
};

export type HearingTellingsTable = {
  organisation_id: number;
  hearing_id: string;
  deadline_id: string;
  asked_at: Generated<Date>;
};

export type HearingsTable = {
  organisation_id: number;
  id: string;
  version_id: string;
  title: string;
  letter: string;
  contact: Generated<string>;
  employees: boolean;
  k: number;
  closes_at: Date;
  step_id: string | null;
  opened_by: string;
  opened_at: Generated<Date>;
  salt: Buffer | null;
  treatment_began_at: Date | null;
  set_opened: boolean | null;
  treated_at: Date | null;
};

export type IntakeChangesTable = {
  organisation_id: number;
  intake_id: string;
  position: number;
  kind: string;
  change: string;
  key: string;
  name: string;
  details: Json;
};

export type IntakesTable = {
  organisation_id: number;
  id: string;
  file_name: string;
  rows: Json;
  problems: Json;
  summary: Json;
  fingerprint: string;
  uploaded_by: string;
  uploaded_at: Generated<Date>;
  accepted_by: string | null;
  accepted_at: Date | null;
};

export type LeadershipLevelsTable = {
  organisation_id: number;
  position: number;
  name: string;
};

export type LeadershipsTable = {
  organisation_id: number;
  unit_id: string;
  employment_id: string;
  level: number;
};

export type LedgerTable = {
  organisation_id: number;
  release_id: string;
  round_id: string;
  id: string;
  subject: string;
  subject_id: string;
  theme: string;
  n: number;
  invited: number;
  figures: Json;
  members: Json;
  sums: Json;
};

export type MessagesTable = {
  organisation_id: number;
  id: string;
  template: string;
  address: string;
  language: string;
  parameters: ColumnType<unknown, string | null | undefined, string | null>;
  queued_at: Generated<Date>;
  attempts: Generated<number>;
  sent_at: Date | null;
  kept_at: Date | null;
  failed_at: Date | null;
  failure: string | null;
};

export type NamedAnswersTable = {
  organisation_id: number;
  round_id: string;
  leader_id: string;
  relation: string;
  author_id: string;
  answers: Json;
  saved_at: Generated<Date>;
};

export type OperatorsTable = {
  id: string;
  email: string;
  name: string;
  link_hash: Buffer | null;
  link_expires: Date | null;
  session_hash: Buffer | null;
  session_expires: Date | null;
};

export type OrganisationSettingsTable = {
  organisation_id: number;
  language: Generated<string>;
  created_at: Generated<Date>;
};

export type OrganisationsTable = {
  id: Generated<number>;
  slug: string;
  name: string;
};

export type PersonasTable = {
  organisation_id: number;
  person_id: string;
  position: number;
  description: Json;
};

export type PersonsTable = {
  organisation_id: number;
  id: string;
  name: string;
  email: string | null;
  language: string | null;
};

export type ReleaseAtomsTable = {
  organisation_id: number;
  release_id: string;
  group_id: string;
  answers: number;
  items: Json;
};

export type ReleaseRefusalsTable = {
  organisation_id: number;
  round_id: string;
  id: string;
  refused_at: Generated<Date>;
  leaks: Json;
};

export type ReleasesTable = {
  organisation_id: number;
  round_id: string;
  id: string;
  frozen_at: Generated<Date>;
  audit: Json;
  unused: number;
};

export type RoleAssignmentsTable = {
  organisation_id: number;
  person_id: string;
  role: string;
};

export type RollVisibilityTable = {
  organisation_id: number;
  release_id: string;
  node_id: string;
  shown: boolean;
};

export type RoundGroupsTable = {
  organisation_id: number;
  round_id: string;
  id: string;
  node_id: string;
  leader_id: string | null;
  invited: number;
};

export type RoundKeysTable = {
  organisation_id: number;
  round_id: string;
  group_id: string;
  public_key: Buffer;
  sealed_private_key: Buffer | null;
};

export type RoundLaunchesTable = {
  organisation_id: number;
  round_id: string;
  launched_by: string;
  requested_at: Generated<Date>;
  ready_at: Date | null;
  failure: string | null;
};

export type RoundLeaderNodesTable = {
  organisation_id: number;
  round_id: string;
  leader_id: string;
  node_id: string;
};

export type RoundLeadersTable = {
  organisation_id: number;
  round_id: string;
  id: string;
  node_id: string;
  person_id: string;
  superior_id: string | null;
  name: string;
  title: string;
  level: number;
};

export type RoundNodesTable = {
  organisation_id: number;
  round_id: string;
  id: string;
  parent_id: string | null;
  unit_code: string;
  name: string;
  depth: number;
};

export type RoundQuestionStatementsTable = {
  organisation_id: number;
  round_id: string;
  code: string;
  statement_id: string;
};

export type RoundQuestionsTable = {
  organisation_id: number;
  round_id: string;
  code: string;
  position: number;
  theme: string;
  theme_name: Json;
  wording: Json;
  item_id: string | null;
};

export type RoundRatersTable = {
  organisation_id: number;
  round_id: string;
  id: string;
  group_id: string;
  leader_id: string;
  person_id: string;
  name: string;
  email: string | null;
  language: string;
  unit_name: string;
  link_hash: Buffer | null;
  code_hash: Buffer | null;
  issued: Generated<boolean>;
  blinded_hash: Buffer | null;
  blind_signature: Buffer | null;
};

export type RoundRemindersTable = {
  organisation_id: number;
  round_id: string;
  id: string;
  asked_by: string;
  asked_at: Generated<Date>;
  last: Generated<boolean>;
  done_at: Date | null;
  sent: number | null;
};

export type RoundResponseCountsTable = {
  organisation_id: number;
  round_id: string;
  node_id: string;
  counted_on: string;
  steps_of_five: number;
};

export type RoundThemesTable = {
  organisation_id: number;
  round_id: string;
  statement_id: string;
};

export type RoundsTable = {
  organisation_id: number;
  id: string;
  version_id: string;
  title: string;
  purpose: Generated<string>;
  legal_basis: Generated<string>;
  contact: Generated<string>;
  recipients: Generated<string>;
  retention: Generated<string>;
  categories: Generated<string>;
  med_hearing: Generated<string>;
  k: Generated<number>;
  middle: Generated<string>;
  closes_at: Date | null;
  asks_superior: Generated<boolean>;
  superior_sees: Generated<boolean>;
  hr_sees: Generated<boolean>;
  employees_see: Generated<boolean>;
  revision: Generated<number>;
  created_by: string;
  created_at: Generated<Date>;
};

export type SessionsTable = {
  organisation_id: number;
  hash: Buffer;
  person_id: string;
  created_at: Generated<Date>;
  last_seen_at: Generated<Date>;
  expires_at: Date;
};

export type SignInLinksTable = {
  organisation_id: number;
  hash: Buffer;
  person_id: string;
  expires_at: Date;
  spent_at: Date | null;
};

export type StrategiesTable = {
  organisation_id: number;
  id: string;
  kind: string;
  name: string;
  link: Generated<string>;
  about: Generated<string>;
  begins: string | null;
  ends: string | null;
};

export type TrailEntriesTable = {
  organisation_id: number;
  id: string;
  at: Generated<Date>;
  actor_id: string | null;
  actor_name: string;
  action: string;
  object_kind: string;
  object_id: string;
  object_name: Generated<string>;
  about_id: string | null;
};

export type UnitsTable = {
  organisation_id: number;
  id: string;
  code: string;
  name: string;
  parent_id: string | null;
  ended_on: string | null;
};

export type UrnEnvelopesTable = {
  organisation_id: number;
  round_id: string;
  nullifier: Buffer;
  group_id: string;
  token: Buffer;
  token_signature: Buffer;
  version: number;
  sealed: Buffer;
  signature: Buffer;
  receipt: Buffer;
};

export type Tables = {
  'handover.announcements': HandoverAnnouncementsTable;
  'handover.closures': HandoverClosuresTable;
  'handover.manifests': HandoverManifestsTable;
  'handover.opened': HandoverOpenedTable;
  'handover.openings': HandoverOpeningsTable;
  'handover.urn_keys': HandoverUrnKeysTable;
  activities: ActivitiesTable;
  activity_holdings: ActivityHoldingsTable;
  activity_statements: ActivityStatementsTable;
  attempts: AttemptsTable;
  context_notes: ContextNotesTable;
  decision_note_additions: DecisionNoteAdditionsTable;
  decision_note_tellings: DecisionNoteTellingsTable;
  decision_note_units: DecisionNoteUnitsTable;
  decision_note_versions: DecisionNoteVersionsTable;
  decision_note_widenings: DecisionNoteWideningsTable;
  decision_notes: DecisionNotesTable;
  demonstrations: DemonstrationsTable;
  employments: EmploymentsTable;
  framework_addressees: FrameworkAddresseesTable;
  framework_bodies: FrameworkBodiesTable;
  framework_body_members: FrameworkBodyMembersTable;
  framework_body_rights: FrameworkBodyRightsTable;
  framework_core_task_statements: FrameworkCoreTaskStatementsTable;
  framework_core_tasks: FrameworkCoreTasksTable;
  framework_covers: FrameworkCoversTable;
  framework_documents: FrameworkDocumentsTable;
  framework_draft_saves: FrameworkDraftSavesTable;
  framework_draft_sightings: FrameworkDraftSightingsTable;
  framework_duties: FrameworkDutiesTable;
  framework_elements: FrameworkElementsTable;
  framework_fork_statements: FrameworkForkStatementsTable;
  framework_forks: FrameworkForksTable;
  framework_frame_origins: FrameworkFrameOriginsTable;
  framework_kind_names: FrameworkKindNamesTable;
  framework_level_rules: FrameworkLevelRulesTable;
  framework_levels: FrameworkLevelsTable;
  framework_merge_pairs: FrameworkMergePairsTable;
  framework_merges: FrameworkMergesTable;
  framework_origins: FrameworkOriginsTable;
  framework_parents: FrameworkParentsTable;
  framework_public_pages: FrameworkPublicPagesTable;
  framework_read_counts: FrameworkReadCountsTable;
  framework_removals: FrameworkRemovalsTable;
  framework_required_steps: FrameworkRequiredStepsTable;
  framework_rest_elements: FrameworkRestElementsTable;
  framework_rests: FrameworkRestsTable;
  framework_review_reminders: FrameworkReviewRemindersTable;
  framework_reviews: FrameworkReviewsTable;
  framework_statement_history: FrameworkStatementHistoryTable;
  framework_steps: FrameworkStepsTable;
  framework_strategies: FrameworkStrategiesTable;
  framework_strategy_statements: FrameworkStrategyStatementsTable;
  framework_supports: FrameworkSupportsTable;
  framework_translation_calls: FrameworkTranslationCallsTable;
  framework_translations: FrameworkTranslationsTable;
  framework_uploads: FrameworkUploadsTable;
  framework_uses: FrameworkUsesTable;
  framework_value_statements: FrameworkValueStatementsTable;
  framework_versions: FrameworkVersionsTable;
  framework_visuals: FrameworkVisualsTable;
  framework_weights: FrameworkWeightsTable;
  frameworks: FrameworksTable;
  goal_indicators: GoalIndicatorsTable;
  goal_statements: GoalStatementsTable;
  goal_states: GoalStatesTable;
  goal_values: GoalValuesTable;
  goals: GoalsTable;
  hearing_answers: HearingAnswersTable;
  hearing_bodies: HearingBodiesTable;
  hearing_body_comments: HearingBodyCommentsTable;
  hearing_comments: HearingCommentsTable;
  hearing_deadlines: HearingDeadlinesTable;
  hearing_notes: HearingNotesTable;
  hearing_reminders: HearingRemindersTable;
  hearing_sealed_comments: HearingSealedCommentsTable;
  hearing_statements: HearingStatementsTable;
  hearing_tellings: HearingTellingsTable;
  hearings: HearingsTable;
  intake_changes: IntakeChangesTable;
  intakes: IntakesTable;
  leadership_levels: LeadershipLevelsTable;
  leaderships: LeadershipsTable;
  ledger: LedgerTable;
  messages: MessagesTable;
  named_answers: NamedAnswersTable;
  operators: OperatorsTable;
  organisation_settings: OrganisationSettingsTable;
  organisations: OrganisationsTable;
  personas: PersonasTable;
  persons: PersonsTable;
  release_atoms: ReleaseAtomsTable;
  release_refusals: ReleaseRefusalsTable;
  releases: ReleasesTable;
  role_assignments: RoleAssignmentsTable;
  roll_visibility: RollVisibilityTable;
  round_groups: RoundGroupsTable;
  round_keys: RoundKeysTable;
  round_launches: RoundLaunchesTable;
  round_leader_nodes: RoundLeaderNodesTable;
  round_leaders: RoundLeadersTable;
  round_nodes: RoundNodesTable;
  round_question_statements: RoundQuestionStatementsTable;
  round_questions: RoundQuestionsTable;
  round_raters: RoundRatersTable;
  round_reminders: RoundRemindersTable;
  round_response_counts: RoundResponseCountsTable;
  round_themes: RoundThemesTable;
  rounds: RoundsTable;
  sessions: SessionsTable;
  sign_in_links: SignInLinksTable;
  strategies: StrategiesTable;
  trail_entries: TrailEntriesTable;
  units: UnitsTable;
  'urn.envelopes': UrnEnvelopesTable;
};
