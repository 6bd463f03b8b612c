create schema urn;
create schema handover;

create table urn.envelopes (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  nullifier bytea not null check (octet_length(nullifier) = 32),
  group_id uuid not null,
  token bytea not null,
  token_signature bytea not null,
  version int not null check (version > 0),
  sealed bytea not null,
  signature bytea not null,
  receipt bytea not null,
  primary key (organisation_id, round_id, nullifier)
);
call protect('urn.envelopes');
comment on table urn.envelopes is 'Sealed ballots until closing. No person, no time, no order, no address. The receipt is kept so that the same ballot gets the same receipt.';

create table handover.announcements (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  primary key (organisation_id, round_id)
);
call protect('handover.announcements');
comment on table handover.announcements is 'Register to urn: a round is being prepared, make its keys.';

create table handover.urn_keys (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  encryption_key bytea not null,
  receipt_key bytea not null,
  primary key (organisation_id, round_id)
);
call protect('handover.urn_keys');
comment on table handover.urn_keys is 'Urn to register: the public keys of a round''s urn. The private ones are files of the urn, never in a database.';

create table handover.manifests (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  head int not null,
  body text not null,
  hash bytea not null,
  signature bytea not null,
  signing_key bytea not null,
  closes_at timestamptz not null,
  primary key (organisation_id, round_id, head)
);
call protect('handover.manifests');
comment on table handover.manifests is 'Register to urn: what was frozen at launch, signed. A second head may move the closing once; groups, keys and rules stay.';

create table handover.closures (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  closed_at timestamptz not null default now(),
  reason text not null,
  primary key (organisation_id, round_id)
);
call protect('handover.closures');
comment on table handover.closures is 'Register to urn: the round is closed before its time. Never taken back.';

create table handover.openings (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  envelopes int not null,
  dropped int not null,
  unreadable int not null,
  pooled jsonb not null,
  primary key (organisation_id, round_id)
);
call protect('handover.openings');
comment on table handover.openings is 'Urn to worker: the urn was opened, once. pooled says which groups were moved because they were too small and where to (null = dropped); unreadable counts ballots whose contents were no answers.';

create table handover.opened (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  answers bytea not null,
  primary key (organisation_id, round_id, id)
);
call protect('handover.opened');
comment on table handover.opened is 'Opened ballots in random order: the group and one byte per question (0 = don''t know, 255 = prefer not to answer). Deleted when the release is frozen.';
