create table releases (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  id uuid not null,
  frozen_at timestamptz not null default now(),
  audit jsonb not null,
  unused int not null,
  primary key (organisation_id, id),
  unique (organisation_id, round_id),
  foreign key (organisation_id, round_id) references rounds (organisation_id, id) on delete cascade
);
call protect('releases');
comment on table releases is 'A round''s results, computed and frozen once. audit holds what the auditor found; a release that leaks is never written.';

create table release_atoms (
  organisation_id int not null references organisations (id) on delete cascade,
  release_id uuid not null,
  group_id uuid not null,
  answers int not null,
  items jsonb not null,
  primary key (organisation_id, release_id, group_id),
  foreign key (organisation_id, release_id) references releases (organisation_id, id) on delete cascade
);
call protect('release_atoms');
comment on table release_atoms is 'How many answered in each group after opening, and each question: numbers of people, never answers. For audits; no page reads it.';

create table ledger (
  organisation_id int not null references organisations (id) on delete cascade,
  release_id uuid not null,
  round_id uuid not null,
  id uuid not null,
  subject text not null check (subject in ('own', 'roll')),
  subject_id uuid not null,
  theme text not null,
  n int not null,
  invited int not null,
  figures jsonb not null,
  members jsonb not null,
  sums jsonb not null,
  primary key (organisation_id, id),
  unique (organisation_id, release_id, subject, subject_id, theme),
  foreign key (organisation_id, release_id) references releases (organisation_id, id) on delete cascade
);
call protect('ledger');
create index ledger_round on ledger (organisation_id, round_id, subject, subject_id);
comment on table ledger is 'Every figure ever shown, as shown. Only added to. Every page, PDF, file and API reads these rows and nothing else. members (the groups it is made of) and sums (the exact numbers behind what is shown, no finer) are for audits; the web role cannot read them.';

create table roll_visibility (
  organisation_id int not null references organisations (id) on delete cascade,
  release_id uuid not null,
  node_id uuid not null,
  shown boolean not null,
  primary key (organisation_id, release_id, node_id),
  foreign key (organisation_id, release_id) references releases (organisation_id, id) on delete cascade
);
call protect('roll_visibility');
comment on table roll_visibility is 'Which roll-ups may be shown to roles that may not read leaders'' reports: chosen once, at release, so that no leader can be computed.';

create table release_refusals (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  id uuid not null,
  refused_at timestamptz not null default now(),
  leaks jsonb not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, round_id) references rounds (organisation_id, id) on delete cascade
);
call protect('release_refusals');
comment on table release_refusals is 'A release the auditor refused, with how it would have leaked. Nothing of it is shown to anyone but operators of the release.';
