create table framework_uploads (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  file_name text not null,
  size int not null,
  bytes bytea,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default now(),
  attempts int not null default 0,
  began_at timestamptz,
  pictures_at timestamptz,
  pages_read int,
  pages int,
  ended_at timestamptz,
  problem text,
  problem_reason text,
  problem_item text,
  version_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, uploaded_by) references persons (organisation_id, id) on delete cascade,
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade,
  check (ended_at is null or bytes is null)
);
call protect('framework_uploads');
create index framework_uploads_version on framework_uploads (organisation_id, version_id);
comment on table framework_uploads is 'A document on its way to become a draft. bytes are wiped the moment reading has ended; pictures_at: its pages turned out to be pictures. Ended: a problem, or the version it became.';

-- How sure the reading of an element is that came from a picture of a page; null where it was text.
alter table framework_elements add column confidence real check (confidence between 0 and 1);
