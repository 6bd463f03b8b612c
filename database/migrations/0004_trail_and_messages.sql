create table trail_entries (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  at timestamptz not null default now(),
  actor_id uuid,
  actor_name text not null,
  action text not null,
  object_kind text not null,
  object_id text not null,
  object_name text not null default '',
  about_id uuid,
  primary key (organisation_id, id)
);
call protect('trail_entries');
create index trail_entries_about on trail_entries (organisation_id, about_id);
create index trail_entries_object on trail_entries (organisation_id, object_kind, object_id);
comment on table trail_entries is 'Who did what, and about whom. Only added to; names are kept as they were, so the trail outlives the person row.';

create table messages (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  template text not null,
  address text not null,
  language text not null check (language in ('da', 'en')),
  parameters jsonb,
  queued_at timestamptz not null default now(),
  attempts int not null default 0,
  sent_at timestamptz,
  kept_at timestamptz,
  failed_at timestamptz,
  failure text,
  primary key (organisation_id, id)
);
call protect('messages');
create index messages_waiting on messages (organisation_id, queued_at) where sent_at is null and kept_at is null and failed_at is null;
comment on table messages is 'Mail to send. Its parameters (links, codes) are wiped when it is sent; kept means: no mail server is set, so it waits in the outbox.';
