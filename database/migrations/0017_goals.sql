create table goals (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  unit_id uuid,
  title text not null check (length(title) between 1 and 200),
  why text not null,
  kind text not null check (kind in ('quality', 'service_level', 'satisfaction', 'other')),
  perspectives text[] not null check (cardinality(perspectives) > 0 and perspectives <@ array['user', 'professional', 'political']),
  source text not null default '',
  source_on date,
  begins date,
  ends date check (ends >= begins),
  made_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references units (organisation_id, id) on delete cascade
);
call protect('goals');
create index goals_unit on goals (organisation_id, unit_id);
comment on table goals is 'A goal for services and their quality, of a unit or (without one) of the whole organisation. It belongs to nobody as a person.';

create table goal_states (
  organisation_id int not null references organisations (id) on delete cascade,
  goal_id uuid not null,
  number int not null,
  state text not null check (state in ('planned', 'running', 'reached', 'dropped')),
  reason text not null default '' check (reason <> '' or state not in ('reached', 'dropped')),
  said_by_name text not null,
  said_at timestamptz not null default now(),
  primary key (organisation_id, goal_id, number),
  foreign key (organisation_id, goal_id) references goals (organisation_id, id) on delete cascade
);
call protect('goal_states');
comment on table goal_states is 'How far a goal is, said by somebody with a reason. The highest number holds; the others are its history.';

create table goal_statements (
  organisation_id int not null references organisations (id) on delete cascade,
  goal_id uuid not null,
  statement_id uuid not null,
  name text not null,
  primary key (organisation_id, goal_id, statement_id),
  foreign key (organisation_id, goal_id) references goals (organisation_id, id) on delete cascade
);
call protect('goal_statements');
comment on table goal_statements is 'The statements of published frameworks that a goal rests on, each with what it was called when it was chosen.';

create table goal_indicators (
  organisation_id int not null references organisations (id) on delete cascade,
  goal_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  measure text not null default '',
  direction text not null check (direction in ('higher', 'lower', 'within')),
  baseline double precision,
  baseline_on date,
  target double precision not null,
  target_to double precision check ((direction = 'within') = (target_to is not null) and target_to >= target),
  feedback text not null check (feedback in ('citizen_survey', 'own_count', 'professional_review', 'political_decision', 'other')),
  feedback_name text not null default '',
  perspective text not null check (perspective in ('user', 'professional', 'political')),
  made_at timestamptz not null default now(),
  primary key (organisation_id, goal_id, id),
  foreign key (organisation_id, goal_id) references goals (organisation_id, id) on delete cascade
);
call protect('goal_indicators');
comment on table goal_indicators is 'What a goal is seen by: a figure with a target, from where it comes, and whose view of quality it is. target is the lower end where there are two.';

create table goal_values (
  organisation_id int not null references organisations (id) on delete cascade,
  goal_id uuid not null,
  indicator_id uuid not null,
  measured_on date not null,
  value double precision not null,
  note text not null default '',
  entered_by_name text not null,
  entered_at timestamptz not null default now(),
  primary key (organisation_id, goal_id, indicator_id, measured_on),
  foreign key (organisation_id, goal_id, indicator_id) references goal_indicators (organisation_id, goal_id, id) on delete cascade
);
call protect('goal_values');
comment on table goal_values is 'What an indicator was on a day. One figure for each day.';
