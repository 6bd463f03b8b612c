create table framework_parents (
  organisation_id int not null references organisations (id) on delete cascade,
  framework_id uuid not null,
  parent_id uuid not null check (parent_id <> framework_id),
  set_by_name text not null,
  set_at timestamptz not null default now(),
  primary key (organisation_id, framework_id, parent_id),
  foreign key (organisation_id, framework_id) references frameworks (organisation_id, id) on delete cascade,
  foreign key (organisation_id, parent_id) references frameworks (organisation_id, id) on delete cascade
);
call protect('framework_parents');
create index framework_parents_parent on framework_parents (organisation_id, parent_id);
comment on table framework_parents is 'A framework that stands under another: an administration''s own under the values of the whole municipality. What stands above is not changed from below.';

create table framework_supports (
  organisation_id int not null references organisations (id) on delete cascade,
  framework_id uuid not null,
  statement_id uuid not null,
  parent_id uuid not null,
  parent_statement_id uuid not null,
  seen_version_id uuid,
  primary key (organisation_id, framework_id, statement_id, parent_statement_id),
  foreign key (organisation_id, framework_id, parent_id) references framework_parents (organisation_id, framework_id, parent_id) on delete cascade,
  foreign key (organisation_id, seen_version_id) references framework_versions (organisation_id, id) on delete set null (seen_version_id)
);
call protect('framework_supports');
create index framework_supports_version on framework_supports (organisation_id, seen_version_id);
comment on table framework_supports is 'Which statement of a framework carries out which statement above it, and the version above in which somebody last saw that one.';

create table framework_translation_calls (
  organisation_id int not null references organisations (id) on delete cascade,
  framework_id uuid not null,
  kinds text[] not null,
  due_on date,
  letter text not null default '',
  called_by_name text not null,
  called_at timestamptz not null default now(),
  primary key (organisation_id, framework_id),
  foreign key (organisation_id, framework_id) references frameworks (organisation_id, id) on delete cascade
);
call protect('framework_translation_calls');
comment on table framework_translation_calls is 'That the units are asked to say what a framework means with them: for which kinds of statements, and by which day.';

create table framework_translations (
  organisation_id int not null references organisations (id) on delete cascade,
  framework_id uuid not null,
  statement_id uuid not null,
  unit_id uuid not null,
  version_id uuid,
  text text not null check (length(text) between 1 and 10000),
  agreed_with text not null default '',
  agreed_on date,
  revision int not null default 1,
  written_by_name text not null,
  written_at timestamptz not null default now(),
  primary key (organisation_id, framework_id, statement_id, unit_id),
  foreign key (organisation_id, framework_id) references frameworks (organisation_id, id) on delete cascade,
  foreign key (organisation_id, unit_id) references units (organisation_id, id) on delete cascade,
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete set null (version_id)
);
call protect('framework_translations');
create index framework_translations_unit on framework_translations (organisation_id, unit_id);
create index framework_translations_version on framework_translations (organisation_id, version_id);
comment on table framework_translations is 'What a statement means in a unit, in the unit''s own words: with us it means. version_id is the wording it was written or last confirmed for.';

create table framework_forks (
  organisation_id int not null references organisations (id) on delete cascade,
  framework_id uuid not null,
  source_slug text not null,
  source_name text not null,
  source_address text not null,
  source_title text not null,
  source_stamp text not null default '',
  taken_by_name text not null,
  taken_at timestamptz not null default now(),
  primary key (organisation_id, framework_id),
  foreign key (organisation_id, framework_id) references frameworks (organisation_id, id) on delete cascade
);
call protect('framework_forks');
comment on table framework_forks is 'A framework that began as a copy of what another organisation has made public, and where that one is read.';

create table framework_fork_statements (
  organisation_id int not null references organisations (id) on delete cascade,
  framework_id uuid not null,
  source_statement_id uuid not null,
  statement_id uuid,
  title text,
  text text,
  primary key (organisation_id, framework_id, source_statement_id),
  foreign key (organisation_id, framework_id) references framework_forks (organisation_id, framework_id) on delete cascade
);
call protect('framework_fork_statements');
comment on table framework_fork_statements is 'The source''s statements in the wording somebody here last decided about, and ours that came of each. What differs from it now is a change at the source.';

create table framework_merges (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  first_version_id uuid,
  second_version_id uuid,
  first_name text not null,
  second_name text not null,
  made_by_name text not null,
  made_at timestamptz not null default now(),
  primary key (organisation_id, version_id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade,
  foreign key (organisation_id, first_version_id) references framework_versions (organisation_id, id) on delete set null (first_version_id),
  foreign key (organisation_id, second_version_id) references framework_versions (organisation_id, id) on delete set null (second_version_id)
);
call protect('framework_merges');
create index framework_merges_first on framework_merges (organisation_id, first_version_id);
create index framework_merges_second on framework_merges (organisation_id, second_version_id);
comment on table framework_merges is 'A version that began as two frameworks put together.';

create table framework_merge_pairs (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  id uuid not null,
  first_statement_id uuid not null,
  second_statement_id uuid not null,
  alike real not null check (alike between 0 and 1),
  decision text check (decision in ('first', 'second', 'both', 'joined')),
  decided_by_name text not null default '',
  decided_at timestamptz,
  primary key (organisation_id, version_id, id),
  foreign key (organisation_id, version_id) references framework_merges (organisation_id, version_id) on delete cascade
);
call protect('framework_merge_pairs');
comment on table framework_merge_pairs is 'Two statements of a merger that seem to say the same, and what was decided about them.';
