create table decision_note_tellings (
  organisation_id int not null references organisations (id) on delete cascade,
  note_id uuid not null,
  id uuid not null,
  number int not null,
  kind text not null check (kind in ('shared', 'corrected')),
  units uuid[],
  known uuid[] not null,
  told_by uuid not null,
  told_by_name text not null,
  asked_at timestamptz not null default now(),
  primary key (organisation_id, note_id, id),
  foreign key (organisation_id, note_id, number) references decision_note_versions (organisation_id, note_id, number) on delete cascade
);
call protect('decision_note_tellings');
create index decision_note_tellings_number on decision_note_tellings (organisation_id, note_id, number);
comment on table decision_note_tellings is 'That those a shared wording of a note concerns are to hear of it by mail: who is in these units or below, or everybody, but not in the units that had it before. Gone when the mails are queued.';

create table hearing_tellings (
  organisation_id int not null references organisations (id) on delete cascade,
  hearing_id uuid not null,
  deadline_id uuid not null,
  asked_at timestamptz not null default now(),
  primary key (organisation_id, hearing_id, deadline_id),
  foreign key (organisation_id, hearing_id, deadline_id) references hearing_deadlines (organisation_id, hearing_id, id) on delete cascade
);
call protect('hearing_tellings');
comment on table hearing_tellings is 'That the members of the bodies asked are to hear by mail of a deadline: that the hearing has opened, or the deadline was moved. Gone when the mails are queued.';
