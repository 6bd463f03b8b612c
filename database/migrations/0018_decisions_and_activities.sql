create table decision_notes (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  unit_id uuid not null,
  reach text not null check (reach in ('branch', 'units', 'organisation')),
  written_by uuid not null,
  written_by_name text not null,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references units (organisation_id, id) on delete cascade
);
call protect('decision_notes');
create index decision_notes_unit on decision_notes (organisation_id, unit_id);
comment on table decision_notes is 'A note in which a leader stands by a decision: which unit decided, and whom it concerns. Its words stand in its versions.';

create table decision_note_units (
  organisation_id int not null references organisations (id) on delete cascade,
  note_id uuid not null,
  unit_id uuid not null,
  primary key (organisation_id, note_id, unit_id),
  foreign key (organisation_id, note_id) references decision_notes (organisation_id, id) on delete cascade,
  foreign key (organisation_id, unit_id) references units (organisation_id, id) on delete cascade
);
call protect('decision_note_units');
create index decision_note_units_unit on decision_note_units (organisation_id, unit_id);
comment on table decision_note_units is 'A unit that a decision concerns, with everything below it, where units were named.';

create table decision_note_versions (
  organisation_id int not null references organisations (id) on delete cascade,
  note_id uuid not null,
  number int not null check (number > 0),
  title text not null,
  decision text not null default '',
  alternatives jsonb not null,
  tradeoffs text not null default '',
  heard text not null default '',
  hearing_id uuid,
  told text not null default '',
  told_on date,
  decided_by text not null default '',
  decided_on date,
  explanation text not null default '',
  rests_on jsonb not null,
  reason text not null default '',
  revision int not null default 1,
  written_by_name text not null,
  written_at timestamptz not null default now(),
  shared_at timestamptz,
  shared_by_name text not null default '',
  primary key (organisation_id, note_id, number),
  foreign key (organisation_id, note_id) references decision_notes (organisation_id, id) on delete cascade,
  foreign key (organisation_id, hearing_id) references hearings (organisation_id, id) on delete set null (hearing_id)
);
call protect('decision_note_versions');
create index decision_note_versions_hearing on decision_note_versions (organisation_id, hearing_id);
create unique index decision_note_versions_draft on decision_note_versions (organisation_id, note_id) where shared_at is null;
comment on table decision_note_versions is 'One wording of a decision note: a draft until it is shared, and never changed after. A correction is the next version, with its reason.';
-- What has been shared stands: people have read it.
create policy shared_stays_so on decision_note_versions as restrictive for update using (shared_at is null) with check (true);
create policy shared_is_kept on decision_note_versions as restrictive for delete using (shared_at is null);

create table decision_note_additions (
  organisation_id int not null references organisations (id) on delete cascade,
  note_id uuid not null,
  id uuid not null,
  text text not null check (length(text) between 1 and 5000),
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamptz not null default now(),
  primary key (organisation_id, note_id, id),
  foreign key (organisation_id, note_id) references decision_notes (organisation_id, id) on delete cascade
);
call protect('decision_note_additions');
comment on table decision_note_additions is 'What was added to a shared decision note later, with its day. Never changed.';

create table activities (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('development', 'dialogue', 'follow_up', 'evaluation', 'other')),
  how text not null default '',
  responsible text not null default '',
  unit_id uuid,
  framework_id uuid,
  page text not null default '' check (page in ('', 'rounds', 'health', 'review', 'translations', 'hearings', 'goals', 'decisions', 'expectations')),
  months_between int not null check (months_between in (3, 6, 12, 24, 36, 48)),
  begins_year int not null check (begins_year between 2000 and 2199),
  begins_month int not null check (begins_month between 1 and 12),
  timing text not null check (timing in ('month', 'day', 'week')),
  day int check (day between 1 and 31),
  week int check (week between 1 and 53),
  ends_year int check (ends_year >= begins_year),
  counted_from date not null,
  revision int not null default 1,
  changed_by_name text not null,
  changed_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references units (organisation_id, id) on delete set null (unit_id),
  foreign key (organisation_id, framework_id) references frameworks (organisation_id, id) on delete set null (framework_id),
  check ((timing = 'day') = (day is not null)),
  check ((timing = 'week') = (week is not null))
);
call protect('activities');
create index activities_unit on activities (organisation_id, unit_id);
create index activities_framework on activities (organisation_id, framework_id);
comment on table activities is 'What comes round in the year wheel: an activity that keeps a framework alive, and the rule by which it comes back.';

create table activity_statements (
  organisation_id int not null references organisations (id) on delete cascade,
  activity_id uuid not null,
  statement_id uuid not null,
  primary key (organisation_id, activity_id, statement_id),
  foreign key (organisation_id, activity_id) references activities (organisation_id, id) on delete cascade
);
call protect('activity_statements');
comment on table activity_statements is 'A statement that an activity serves.';

create table activity_holdings (
  organisation_id int not null references organisations (id) on delete cascade,
  activity_id uuid not null,
  due_on date not null,
  outcome text not null check (outcome in ('held', 'left_out')),
  held_on date check ((outcome = 'held') = (held_on is not null)),
  note text not null default '',
  recorded_by_name text not null,
  recorded_at timestamptz not null default now(),
  primary key (organisation_id, activity_id, due_on),
  foreign key (organisation_id, activity_id) references activities (organisation_id, id) on delete cascade
);
call protect('activity_holdings');
comment on table activity_holdings is 'That an activity was held, or left out and why, the time it was due on that day.';

alter table framework_uses drop constraint framework_uses_kind_check;
alter table framework_uses add constraint framework_uses_kind_check
  check (kind in ('question', 'card', 'interview_question', 'onboarding_step', 'goal', 'decision_note', 'activity'));
