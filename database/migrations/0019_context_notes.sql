-- Whether a round's results are frozen.
create function is_released(organisation int, round uuid) returns boolean
  language sql stable
  as $$ select exists (select from releases r where r.organisation_id = organisation and r.round_id = round) $$;

create table context_notes (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  node_id uuid not null,
  number int not null check (number > 0),
  text text not null check (length(text) <= 2000),
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null default now(),
  primary key (organisation_id, round_id, node_id, number),
  foreign key (organisation_id, round_id, node_id) references round_nodes (organisation_id, round_id, id) on delete cascade
);
call protect('context_notes');
-- Once there are results a wording may have been read beside them: it can be followed by another one, and not taken out.
create policy wording_stays on context_notes as restrictive for delete using (not is_released(organisation_id, round_id));
comment on table context_notes is 'What was special in a unit in the period of a round, in its leader''s own words. One wording until there are results; each later one is a row of its own. An empty text takes the note back.';
