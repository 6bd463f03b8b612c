create table persons (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  name text not null,
  email text,
  language text check (language in ('da', 'en')),
  primary key (organisation_id, id)
);
call protect('persons');
create index persons_email on persons (organisation_id, lower(email));
comment on table persons is 'The people of an organisation.';

create table units (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  code text not null,
  name text not null,
  parent_id uuid,
  ended_on date,
  primary key (organisation_id, id),
  unique (organisation_id, code),
  foreign key (organisation_id, parent_id) references units (organisation_id, id) on delete cascade
);
call protect('units');
create index units_parent on units (organisation_id, parent_id);
comment on table units is 'The tree of units, kept by their code in the source of organisation data.';

create table employments (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  number text not null,
  title text not null default '',
  ended_on date,
  primary key (organisation_id, id),
  unique (organisation_id, number),
  foreign key (organisation_id, person_id) references persons (organisation_id, id) on delete cascade,
  foreign key (organisation_id, unit_id) references units (organisation_id, id) on delete cascade
);
call protect('employments');
create index employments_unit on employments (organisation_id, unit_id);
create index employments_person on employments (organisation_id, person_id);
comment on table employments is 'A person''s employment in a unit, kept by the employee number.';

create table leaderships (
  organisation_id int not null references organisations (id) on delete cascade,
  unit_id uuid not null,
  employment_id uuid not null,
  level int not null check (level between 1 and 9),
  primary key (organisation_id, unit_id, employment_id),
  foreign key (organisation_id, unit_id) references units (organisation_id, id) on delete cascade,
  foreign key (organisation_id, employment_id) references employments (organisation_id, id) on delete cascade
);
call protect('leaderships');
create index leaderships_employment on leaderships (organisation_id, employment_id);
comment on table leaderships is 'Who leads which unit, and at which leadership level.';

create table role_assignments (
  organisation_id int not null references organisations (id) on delete cascade,
  person_id uuid not null,
  role text not null check (role in ('hr', 'editor', 'management', 'med')),
  primary key (organisation_id, person_id, role),
  foreign key (organisation_id, person_id) references persons (organisation_id, id) on delete cascade
);
call protect('role_assignments');
comment on table role_assignments is 'Roles that do not follow from organisation data.';

create table intakes (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  file_name text not null,
  rows jsonb not null,
  problems jsonb not null,
  summary jsonb not null,
  fingerprint text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default now(),
  accepted_by uuid,
  accepted_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, uploaded_by) references persons (organisation_id, id) on delete cascade,
  foreign key (organisation_id, accepted_by) references persons (organisation_id, id) on delete cascade
);
call protect('intakes');
comment on table intakes is 'An uploaded file of units, employments and leaders: a preview until it is accepted. Its rows are wiped when it is.';

create table intake_changes (
  organisation_id int not null references organisations (id) on delete cascade,
  intake_id uuid not null,
  position int not null,
  kind text not null check (kind in ('level', 'unit', 'employment', 'leadership')),
  change text not null check (change in ('new', 'changed', 'ended')),
  key text not null,
  name text not null,
  details jsonb not null,
  primary key (organisation_id, intake_id, position),
  foreign key (organisation_id, intake_id) references intakes (organisation_id, id) on delete cascade
);
call protect('intake_changes');
comment on table intake_changes is 'What accepting an intake would change, as it is shown before anybody decides. Wiped when it is accepted.';

create table personas (
  organisation_id int not null references organisations (id) on delete cascade,
  person_id uuid not null,
  position int not null,
  description jsonb not null,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references persons (organisation_id, id) on delete cascade
);
call protect('personas');
comment on table personas is 'People of an invented organisation whom a visitor can be with one click. Read only where the installation was started as a demo.';
