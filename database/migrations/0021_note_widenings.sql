create table decision_note_widenings (
  organisation_id int not null references organisations (id) on delete cascade,
  note_id uuid not null,
  id uuid not null,
  reach text not null check (reach in ('units', 'organisation')),
  units text[] not null check ((reach = 'units') = (cardinality(units) > 0)),
  widened_by uuid not null,
  widened_by_name text not null,
  widened_at timestamptz not null default now(),
  primary key (organisation_id, note_id, id),
  foreign key (organisation_id, note_id) references decision_notes (organisation_id, id) on delete cascade
);
call protect('decision_note_widenings');
comment on table decision_note_widenings is 'That a shared decision note was given to more readers: units, by what they were called that day, or everybody. Never taken back.';
