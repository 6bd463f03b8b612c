-- What editors decided about each repair of a scan; null: nobody has looked yet.
alter table framework_rests add column decided text check (decided in ('accepted', 'rejected'));

create table framework_draft_saves (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  revision int not null,
  first_revision int not null,
  person_id uuid not null,
  what text not null,
  name text not null default '',
  running boolean not null default false,
  changes jsonb not null,
  saved_at timestamptz not null default now(),
  undone_in int,
  primary key (organisation_id, version_id, revision),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references persons (organisation_id, id) on delete cascade
);
call protect('framework_draft_saves');
create index framework_draft_saves_person on framework_draft_saves (organisation_id, person_id);
comment on table framework_draft_saves is 'One save of a draft: who, and each field before and after, so that it can be undone and other editors'' pages can follow. Saves while somebody types are one row, from first_revision to revision. Gone when the version is published.';

create table framework_draft_sightings (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  place_id uuid not null,
  person_id uuid not null,
  seen_at timestamptz not null default now(),
  primary key (organisation_id, version_id, place_id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references persons (organisation_id, id) on delete cascade
);
call protect('framework_draft_sightings');
create index framework_draft_sightings_person on framework_draft_sightings (organisation_id, person_id);
comment on table framework_draft_sightings is 'A doubtful place of a draft (an element or a passage, which may be gone since) that an editor has looked at. Gone when the version is published.';
