create table framework_public_pages (
  organisation_id int not null references organisations (id) on delete cascade,
  framework_id uuid not null,
  address text not null check (address ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  contact text not null default '',
  opened_by uuid not null,
  opened_at timestamptz not null default now(),
  findable_since timestamptz,
  primary key (organisation_id, framework_id),
  unique (organisation_id, address),
  foreign key (organisation_id, framework_id) references frameworks (organisation_id, id) on delete cascade
);
call protect('framework_public_pages');
comment on table framework_public_pages is 'The framework can be read by anybody: who made it public and when. Deleted when it is taken back. findable_since: search engines may show it.';

create table framework_frame_origins (
  organisation_id int not null references organisations (id) on delete cascade,
  origin text not null check (origin ~ '^https?://[a-z0-9.-]+(:[0-9]{1,5})?$'),
  added_by uuid not null,
  added_at timestamptz not null default now(),
  primary key (organisation_id, origin)
);
call protect('framework_frame_origins');
comment on table framework_frame_origins is 'Sites, for instance the intranet, that may show the organisation''s public frameworks in a frame. None means nobody may.';

create table framework_read_counts (
  organisation_id int not null references organisations (id) on delete cascade,
  framework_id uuid not null,
  day date not null,
  page text not null check (page in ('whole', 'statement', 'level', 'comparison', 'expectations')),
  reads int not null check (reads > 0),
  primary key (organisation_id, framework_id, day, page),
  foreign key (organisation_id, framework_id) references frameworks (organisation_id, id) on delete cascade
);
call protect('framework_read_counts');
comment on table framework_read_counts is 'How often a framework''s pages were opened by members on a day. No person, no unit, no time of day.';

-- A visitor's transaction is in no organisation: current_organisation() is null there, so every table is empty but those shown here.
create function visited_organisation() returns int
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.visited', true), '')::int $$;

create policy shown_to_visitors on framework_public_pages for select using (organisation_id = (select visited_organisation()));
create policy shown_to_visitors on framework_frame_origins for select using (organisation_id = (select visited_organisation()));
create policy shown_to_visitors on frameworks for select using (organisation_id = (select visited_organisation())
  and exists (select from framework_public_pages p where p.organisation_id = frameworks.organisation_id and p.framework_id = frameworks.id));
create policy shown_to_visitors on framework_versions for select using (organisation_id = (select visited_organisation()) and published_at is not null
  and exists (select from framework_public_pages p
    where p.organisation_id = framework_versions.organisation_id and p.framework_id = framework_versions.framework_id));

-- A part of a version is shown where the version itself is: for a visitor, framework_versions holds nothing else.
create procedure show_to_visitors(part regclass) language plpgsql as $$
begin
  execute format('create policy shown_to_visitors on %s for select using (organisation_id = (select visited_organisation())
    and version_id in (select v.id from framework_versions v where v.organisation_id = (select visited_organisation())))', part);
end $$;
call show_to_visitors('framework_levels');
call show_to_visitors('framework_kind_names');
call show_to_visitors('framework_elements');
call show_to_visitors('framework_covers');
call show_to_visitors('framework_addressees');
call show_to_visitors('framework_core_tasks');
call show_to_visitors('framework_core_task_statements');
call show_to_visitors('framework_value_statements');
call show_to_visitors('framework_weights');
call show_to_visitors('framework_level_rules');
call show_to_visitors('framework_duties');
call show_to_visitors('framework_visuals');
call show_to_visitors('framework_origins');
create policy shown_to_visitors on organisation_settings for select using (organisation_id = (select visited_organisation()));
