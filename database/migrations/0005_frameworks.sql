create table frameworks (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  title text not null,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id)
);
call protect('frameworks');
comment on table frameworks is 'A leadership framework. What it says stands in its versions.';

create table framework_versions (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  framework_id uuid not null,
  number int not null,
  title text not null,
  issued_by text not null default '',
  dated text,
  revision int not null default 1,
  cover_revision int not null default 1,
  source_name text,
  source_text text,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, framework_id, number),
  foreign key (organisation_id, framework_id) references frameworks (organisation_id, id) on delete cascade
);
call protect('framework_versions');
comment on table framework_versions is 'A draft until published_at is set; after that it never changes. revision counts saves; cover_revision is the save that last touched title, levels or kind names.';

create table framework_levels (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  position int not null,
  name text not null,
  primary key (organisation_id, version_id, position),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade
);
call protect('framework_levels');
comment on table framework_levels is 'The leadership levels as this version names them, highest first.';

create table framework_kind_names (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  kind text not null,
  name text not null,
  primary key (organisation_id, version_id, kind),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade
);
call protect('framework_kind_names');
comment on table framework_kind_names is 'What the organisation itself calls a kind of element, for instance hjørneflag.';

create table framework_elements (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  id uuid not null,
  statement_id uuid not null,
  slug text not null,
  parent_id uuid,
  position int not null,
  kind text not null,
  level int,
  title text,
  text text,
  first_line int,
  last_line int,
  page int,
  revision int not null,
  primary key (organisation_id, version_id, id),
  unique (organisation_id, version_id, statement_id),
  unique (organisation_id, version_id, slug),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade,
  foreign key (organisation_id, version_id, parent_id) references framework_elements (organisation_id, version_id, id) on delete cascade
);
call protect('framework_elements');
create index framework_elements_parent on framework_elements (organisation_id, version_id, parent_id);
comment on table framework_elements is 'The tree of statements of one version. statement_id stays the same over versions; level is a position in framework_levels, slug its name in files, revision the save that last touched it.';

create table framework_rests (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  id uuid not null,
  position int not null,
  kind text not null check (kind in ('unplaced', 'furniture', 'repeat', 'repair', 'edit')),
  text text not null,
  repaired_to text,
  first_line int,
  last_line int,
  page int,
  primary key (organisation_id, version_id, id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade
);
call protect('framework_rests');
comment on table framework_rests is 'Every word of the source that is in no element: shown beside the draft, never dropped. Repairs and edits: text became repaired_to.';

create table framework_rest_elements (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  rest_id uuid not null,
  element_id uuid not null,
  primary key (organisation_id, version_id, rest_id),
  foreign key (organisation_id, version_id, rest_id) references framework_rests (organisation_id, version_id, id) on delete cascade,
  foreign key (organisation_id, version_id, element_id) references framework_elements (organisation_id, version_id, id) on delete cascade
);
call protect('framework_rest_elements');
create index framework_rest_elements_element on framework_rest_elements (organisation_id, version_id, element_id);
comment on table framework_rest_elements is 'Which element a repeat says again, or an edit changed. A table of its own, so that words outlive their element.';

create table framework_removals (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  id uuid not null,
  title text not null,
  elements jsonb not null,
  removed_at timestamptz not null default now(),
  primary key (organisation_id, version_id, id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade
);
call protect('framework_removals');
comment on table framework_removals is 'Elements taken out of a draft, as they were, so that it can be undone. Their words lie in framework_rests meanwhile.';

create table framework_uses (
  organisation_id int not null references organisations (id) on delete cascade,
  statement_id uuid not null,
  kind text not null check (kind in ('question', 'card', 'interview_question', 'onboarding_step', 'goal')),
  used_id text not null,
  title text not null,
  primary key (organisation_id, statement_id, kind, used_id)
);
call protect('framework_uses');
comment on table framework_uses is 'Where a statement is used. Other rooms write here through frameworks; "where used" reads only this table.';

-- What is published stands: questions, results and talks point to it. The database itself refuses to change it.
create function is_published(organisation int, version uuid) returns boolean
  language sql stable
  as $$ select exists (select from framework_versions v where v.organisation_id = organisation and v.id = version and v.published_at is not null) $$;
create policy version_stays_so on framework_versions as restrictive for update using (published_at is null) with check (true);
create policy version_stays on framework_versions as restrictive for delete using (published_at is null);
create policy framework_stays on frameworks as restrictive for delete using (not exists (
  select from framework_versions v where v.organisation_id = frameworks.organisation_id and v.framework_id = frameworks.id and v.published_at is not null));

create procedure keep_when_published(part regclass) language plpgsql as $$
begin
  execute format('create policy nothing_new on %s as restrictive for insert with check (not is_published(organisation_id, version_id))', part);
  execute format('create policy stays_so on %s as restrictive for update using (not is_published(organisation_id, version_id))', part);
  execute format('create policy stays on %s as restrictive for delete using (not is_published(organisation_id, version_id))', part);
end $$;
call keep_when_published('framework_levels');
call keep_when_published('framework_kind_names');
call keep_when_published('framework_elements');
call keep_when_published('framework_rests');
call keep_when_published('framework_rest_elements');
