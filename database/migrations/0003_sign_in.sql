create table sessions (
  organisation_id int not null references organisations (id) on delete cascade,
  hash bytea not null,
  person_id uuid not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (organisation_id, hash),
  foreign key (organisation_id, person_id) references persons (organisation_id, id) on delete cascade
);
call protect('sessions');
comment on table sessions is 'Who is signed in: the hash of the secret in the cookie. Ends 8 hours after last use, 7 days at most.';

create table sign_in_links (
  organisation_id int not null references organisations (id) on delete cascade,
  hash bytea not null,
  person_id uuid not null,
  expires_at timestamptz not null,
  spent_at timestamptz,
  primary key (organisation_id, hash),
  foreign key (organisation_id, person_id) references persons (organisation_id, id) on delete cascade
);
call protect('sign_in_links');
comment on table sign_in_links is 'Links sent by mail to sign in with: 15 minutes, used once, spent by pressing a button.';

create table attempts (
  organisation_id int not null references organisations (id) on delete cascade,
  kind text not null,
  subject bytea not null,
  started_at timestamptz not null,
  count int not null,
  primary key (organisation_id, kind, subject)
);
call protect('attempts');
comment on table attempts is 'How often something secret was tried in a short time, by what was tried and never by network address: a whole town hall shares one.';
