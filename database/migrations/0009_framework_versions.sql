create table framework_bodies (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('political', 'management', 'med', 'hr', 'other')),
  position int not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, name)
);
call protect('framework_bodies');
comment on table framework_bodies is 'A body that has a say in frameworks: a council, a committee, a forum, a working group. Retired when it is no more; its steps stay.';

create table framework_body_rights (
  organisation_id int not null references organisations (id) on delete cascade,
  body_id uuid not null,
  "right" text not null check ("right" in ('discuss', 'answer', 'recommend', 'approve')),
  primary key (organisation_id, body_id, "right"),
  foreign key (organisation_id, body_id) references framework_bodies (organisation_id, id) on delete cascade
);
call protect('framework_body_rights');
comment on table framework_body_rights is 'What a body may do with a draft: discuss it, answer its hearing, recommend it, approve it.';

create table framework_body_members (
  organisation_id int not null references organisations (id) on delete cascade,
  body_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, body_id, person_id),
  foreign key (organisation_id, body_id) references framework_bodies (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references persons (organisation_id, id) on delete cascade
);
call protect('framework_body_members');
create index framework_body_members_person on framework_body_members (organisation_id, person_id);
comment on table framework_body_members is 'Who acts for a body. They read drafts that have come to the bodies, and take the steps the body has a right to.';

create table framework_required_steps (
  organisation_id int not null references organisations (id) on delete cascade,
  kind text not null check (kind in ('internal_discussion', 'hearing', 'reworked', 'recommended', 'approved')),
  primary key (organisation_id, kind)
);
call protect('framework_required_steps');
comment on table framework_required_steps is 'The organisation''s rule: steps that no version may leave out. Without rows all may be left out.';

create table framework_documents (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  framework_id uuid not null,
  name text not null,
  media_type text not null,
  content bytea not null check (octet_length(content) <= 20971520),
  added_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, framework_id) references frameworks (organisation_id, id) on delete cascade
);
call protect('framework_documents');
comment on table framework_documents is 'A file that documents a step: minutes, a letter, an older wording. Kept as it came.';

create table framework_steps (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('draft', 'internal_discussion', 'hearing', 'reworked', 'recommended', 'approved', 'published', 'superseded')),
  body_id uuid,
  began_on date not null,
  ended_on date check (ended_on >= began_on),
  known_to text not null default 'day' check (known_to in ('day', 'month', 'year')),
  title text not null default '',
  decision text not null default '',
  document_name text not null default '',
  document_link text not null default '',
  document_id uuid,
  recorded_by uuid,
  recorded_by_name text not null,
  recorded_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade,
  foreign key (organisation_id, body_id) references framework_bodies (organisation_id, id) on delete restrict,
  foreign key (organisation_id, document_id) references framework_documents (organisation_id, id) on delete cascade
);
call protect('framework_steps');
create index framework_steps_version on framework_steps (organisation_id, version_id);
create unique index framework_steps_once on framework_steps (organisation_id, version_id, kind) where kind in ('published', 'superseded');
comment on table framework_steps is 'What has happened to a version, when, in which body and with which decision. A version''s state follows from these; days may lie before the product, and known_to says how exactly they are known.';

create table framework_origins (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  id uuid not null,
  statement_id uuid not null,
  kind text not null check (kind in ('same', 'edited', 'replaced', 'split', 'merged', 'forked', 'new')),
  from_version_id uuid,
  from_statement_id uuid,
  from_name text not null default '',
  primary key (organisation_id, version_id, id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade
);
call protect('framework_origins');
create index framework_origins_statement on framework_origins (organisation_id, version_id, statement_id);
comment on table framework_origins is 'Where a statement of a version comes from, and whether it still means the same. Without a row it is the statement of the version before, or new.';

create table framework_statement_history (
  organisation_id int not null references organisations (id) on delete cascade,
  version_id uuid not null,
  id uuid not null,
  statement_id uuid not null,
  action text not null check (action in ('added', 'edited', 'moved', 'removed', 'restored', 'split', 'merged')),
  before jsonb,
  after jsonb,
  author_id uuid,
  author_name text not null,
  at timestamptz not null default now(),
  primary key (organisation_id, version_id, id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade
);
call protect('framework_statement_history');
create index framework_statement_history_statement on framework_statement_history (organisation_id, statement_id);
comment on table framework_statement_history is 'Every saved change of a statement in a draft: before, after, by whom. Only added to.';

create table framework_reviews (
  organisation_id int not null references organisations (id) on delete cascade,
  framework_id uuid not null,
  due_on date not null,
  set_by_name text not null,
  set_at timestamptz not null default now(),
  primary key (organisation_id, framework_id),
  foreign key (organisation_id, framework_id) references frameworks (organisation_id, id) on delete cascade
);
call protect('framework_reviews');
comment on table framework_reviews is 'The day by which a framework is to be looked at again, where the organisation chose another than four years after its date.';

create table framework_review_reminders (
  organisation_id int not null references organisations (id) on delete cascade,
  framework_id uuid not null,
  due_on date not null,
  sent_at timestamptz not null default now(),
  primary key (organisation_id, framework_id, due_on),
  foreign key (organisation_id, framework_id) references frameworks (organisation_id, id) on delete cascade
);
call protect('framework_review_reminders');
comment on table framework_review_reminders is 'That the editors have had a mail about a review: once for each day it was due.';

-- A version that another has taken the place of stands as well, also where it was never published.
create function is_superseded(organisation int, version uuid) returns boolean
  language sql stable
  as $$ select exists (select from framework_steps s where s.organisation_id = organisation and s.version_id = version and s.kind = 'superseded') $$;
create or replace function is_published(organisation int, version uuid) returns boolean
  language sql stable
  as $$ select is_superseded(organisation, version) or exists (select from framework_versions v where v.organisation_id = organisation and v.id = version and v.published_at is not null) $$;
create policy superseded_stays_so on framework_versions as restrictive for update using (not is_superseded(organisation_id, id)) with check (true);
-- What was published before it came here is history that somebody typed in: a mistake in it can be taken away again.
drop policy version_stays on framework_versions;
create policy version_stays on framework_versions as restrictive for delete using (published_at is null or published_at < created_at);
-- Publication is no step that can be taken back.
create policy publication_stays on framework_steps as restrictive for delete using (kind not in ('published', 'superseded'));
call keep_when_published('framework_origins');

-- Versions are counted from the oldest that is known; older ones that are added later get lower numbers, also below one.
alter table frameworks add column first_number int not null default 1;
