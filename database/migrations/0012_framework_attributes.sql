-- What a framework and its statements can say beside their words. Everything here belongs to one version and stands still with it, except
-- the strategies, which the organisation keeps for all its frameworks.
create table framework_covers (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  purposes jsonb not null,
  scope text not null default '',
  scope_units jsonb not null,
  scope_levels jsonb not null,
  binding text not null default '' check (binding in ('', 'governing', 'inspiring')),
  owner text not null default '',
  authors jsonb not null,
  contact_name text not null default '',
  contact_mail text not null default '',
  input text not null default '',
  primary key (organisation_id, version_id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade
);
call protect('framework_covers');
call keep_when_published('framework_covers');
comment on table framework_covers is 'Why a version is there, for whom, how binding it is, who owns it, who wrote it and whom to ask. Names of units, levels and bodies are kept as they were.';

create table framework_core_tasks (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  id uuid not null,
  position int not null,
  name text not null,
  primary key (organisation_id, version_id, id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade
);
call protect('framework_core_tasks');
call keep_when_published('framework_core_tasks');
comment on table framework_core_tasks is 'The core tasks that a version''s statements serve. The id stays the same over versions.';

-- The following rows name a statement and not its element: an element that is taken out and put back has kept what was said about it.
create table framework_core_task_statements (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  core_task_id uuid not null,
  statement_id uuid not null,
  primary key (organisation_id, version_id, core_task_id, statement_id),
  foreign key (organisation_id, version_id, core_task_id) references framework_core_tasks (organisation_id, version_id, id) on delete cascade
);
call protect('framework_core_task_statements');
call keep_when_published('framework_core_task_statements');
comment on table framework_core_task_statements is 'Which core task a statement serves.';

create table framework_addressees (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  statement_id uuid not null,
  addressee text not null check (addressee in ('organisation', 'leaders', 'employees', 'trio', 'citizens')),
  primary key (organisation_id, version_id, statement_id, addressee),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade
);
call protect('framework_addressees');
call keep_when_published('framework_addressees');
comment on table framework_addressees is 'To whom a statement speaks. One without a row speaks to those of the element above it.';

create table framework_value_statements (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  value_id uuid not null,
  statement_id uuid not null,
  primary key (organisation_id, version_id, value_id, statement_id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade
);
call protect('framework_value_statements');
call keep_when_published('framework_value_statements');
comment on table framework_value_statements is 'Which value a statement carries into practice. Both are statements; value_id is one of kind value.';

create table framework_weights (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  statement_id uuid not null,
  level int not null,
  weight int not null check (weight between 1 and 3),
  words text not null default '',
  primary key (organisation_id, version_id, statement_id, level),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade
);
call protect('framework_weights');
call keep_when_published('framework_weights');
comment on table framework_weights is 'How much a statement weighs at a leadership level, 3 = special weight, with the organisation''s own words for it.';

create table framework_level_rules (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  level int not null,
  definition text not null default '',
  refers_to text not null default '',
  transition text not null default '',
  positions jsonb not null,
  primary key (organisation_id, version_id, level),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade
);
call protect('framework_level_rules');
call keep_when_published('framework_level_rules');
comment on table framework_level_rules is 'Who belongs to a level, in words and as levels of the organisation''s data (positions), whom they refer to, and what is new for somebody who comes from the level below.';

create table framework_duties (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  id uuid not null,
  position int not null,
  task text not null,
  parts jsonb not null,
  primary key (organisation_id, version_id, id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade
);
call protect('framework_duties');
call keep_when_published('framework_duties');
comment on table framework_duties is 'A task in the matrix of responsibility: what each level has to do with it, and together with whom.';

create table framework_visuals (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  type text not null check (type in ('image/png', 'image/jpeg', 'image/webp')),
  bytes bytea not null check (length(bytes) <= 2097152),
  width int not null,
  height int not null,
  alt text not null check (alt <> ''),
  primary key (organisation_id, version_id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade
);
call protect('framework_visuals');
call keep_when_published('framework_visuals');
comment on table framework_visuals is 'The picture of a version, without what a camera or a program wrote into the file, and what it shows in words.';

create table strategies (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('strategy', 'vision', 'policy', 'scale')),
  name text not null,
  link text not null default '',
  about text not null default '',
  begins date,
  ends date,
  primary key (organisation_id, id),
  check (ends >= begins)
);
call protect('strategies');
comment on table strategies is 'A strategy, vision or policy of the organisation, or a scale from elsewhere, that frameworks build on. Frameworks point to it; it belongs to none.';

create table framework_strategies (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  strategy_id uuid not null,
  primary key (organisation_id, version_id, strategy_id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade,
  foreign key (organisation_id, strategy_id) references strategies (organisation_id, id) on delete cascade
);
call protect('framework_strategies');
call keep_when_published('framework_strategies');
create index framework_strategies_strategy on framework_strategies (organisation_id, strategy_id);
comment on table framework_strategies is 'A strategy that a version as a whole builds on.';

create table framework_strategy_statements (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  strategy_id uuid not null,
  statement_id uuid not null,
  primary key (organisation_id, version_id, strategy_id, statement_id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade,
  foreign key (organisation_id, strategy_id) references strategies (organisation_id, id) on delete cascade
);
call protect('framework_strategy_statements');
call keep_when_published('framework_strategy_statements');
create index framework_strategy_statements_strategy on framework_strategy_statements (organisation_id, strategy_id);
comment on table framework_strategy_statements is 'A strategy, policy or scale that a statement builds on.';

-- A published version would lose what it points to.
create policy strategy_stays on strategies as restrictive for delete using (not exists (
  select from framework_strategies s where s.organisation_id = strategies.organisation_id and s.strategy_id = strategies.id and is_published(s.organisation_id, s.version_id))
  and not exists (
  select from framework_strategy_statements s where s.organisation_id = strategies.organisation_id and s.strategy_id = strategies.id and is_published(s.organisation_id, s.version_id)));
