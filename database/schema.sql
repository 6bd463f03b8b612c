-- Printed by npm run schema from a freshly migrated database. Not for editing: it is here to be read in review.

-- Register to urn: a round is being prepared, make its keys.
create table handover.announcements (
  organisation_id integer not null,
  round_id uuid not null,
  PRIMARY KEY (organisation_id, round_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on handover.announcements as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant select to urn;
grant insert, select to web;
grant insert, select to worker;

-- Register to urn: the round is closed before its time. Never taken back.
create table handover.closures (
  organisation_id integer not null,
  round_id uuid not null,
  closed_at timestamp with time zone not null default now(),
  reason text not null,
  PRIMARY KEY (organisation_id, round_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on handover.closures as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant select to urn;
grant insert, select to web;
grant insert, select to worker;

-- Register to urn: what was frozen at launch, signed. A second head may move the closing once; groups, keys and rules stay.
create table handover.manifests (
  organisation_id integer not null,
  round_id uuid not null,
  head integer not null,
  body text not null,
  hash bytea not null,
  signature bytea not null,
  signing_key bytea not null,
  closes_at timestamp with time zone not null,
  PRIMARY KEY (organisation_id, round_id, head),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on handover.manifests as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant select to urn;
grant insert, select to web;
grant insert, select to worker;

-- Opened ballots in random order: the group and one byte per question (0 = don't know, 255 = prefer not to answer). Deleted when the release is frozen.
create table handover.opened (
  organisation_id integer not null,
  round_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  answers bytea not null,
  PRIMARY KEY (organisation_id, round_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on handover.opened as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert to urn;
grant delete, select to worker;

-- Urn to worker: the urn was opened, once. pooled says which groups were moved because they were too small and where to (null = dropped); unreadable counts ballots whose contents were no answers.
create table handover.openings (
  organisation_id integer not null,
  round_id uuid not null,
  envelopes integer not null,
  dropped integer not null,
  unreadable integer not null,
  pooled jsonb not null,
  PRIMARY KEY (organisation_id, round_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on handover.openings as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to urn;
grant select to web;
grant select to worker;

-- Urn to register: the public keys of a round's urn. The private ones are files of the urn, never in a database.
create table handover.urn_keys (
  organisation_id integer not null,
  round_id uuid not null,
  encryption_key bytea not null,
  receipt_key bytea not null,
  PRIMARY KEY (organisation_id, round_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on handover.urn_keys as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to urn;
grant select to web;
grant select to worker;

-- What comes round in the year wheel: an activity that keeps a framework alive, and the rule by which it comes back.
create table public.activities (
  organisation_id integer not null,
  id uuid not null,
  name text not null,
  kind text not null,
  how text not null default ''::text,
  responsible text not null default ''::text,
  unit_id uuid,
  framework_id uuid,
  page text not null default ''::text,
  months_between integer not null,
  begins_year integer not null,
  begins_month integer not null,
  timing text not null,
  day integer,
  week integer,
  ends_year integer,
  counted_from date not null,
  revision integer not null default 1,
  changed_by_name text not null,
  changed_at timestamp with time zone not null default now(),
  search text not null generated,
  PRIMARY KEY (organisation_id, id),
  CHECK (((begins_month >= 1) AND (begins_month <= 12))),
  CHECK (((begins_year >= 2000) AND (begins_year <= 2199))),
  CHECK (((day >= 1) AND (day <= 31))),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK (((timing = 'day'::text) = (day IS NOT NULL))),
  CHECK (((timing = 'week'::text) = (week IS NOT NULL))),
  CHECK (((week >= 1) AND (week <= 53))),
  CHECK ((ends_year >= begins_year)),
  CHECK ((kind = ANY (ARRAY['development'::text, 'dialogue'::text, 'follow_up'::text, 'evaluation'::text, 'other'::text]))),
  CHECK ((months_between = ANY (ARRAY[3, 6, 12, 24, 36, 48]))),
  CHECK ((page = ANY (ARRAY[''::text, 'rounds'::text, 'health'::text, 'review'::text, 'translations'::text, 'hearings'::text, 'goals'::text, 'decisions'::text, 'expectations'::text]))),
  CHECK ((timing = ANY (ARRAY['month'::text, 'day'::text, 'week'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, framework_id) REFERENCES frameworks(organisation_id, id) ON DELETE SET NULL (framework_id),
  FOREIGN KEY (organisation_id, unit_id) REFERENCES units(organisation_id, id) ON DELETE SET NULL (unit_id)
);
-- row-level security: on, forced
create policy own_organisation on public.activities as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX activities_framework ON public.activities USING btree (organisation_id, framework_id);
CREATE INDEX activities_unit ON public.activities USING btree (organisation_id, unit_id);
grant delete, insert, select, update to web;
grant insert, select to worker;

-- That an activity was held, or left out and why, the time it was due on that day.
create table public.activity_holdings (
  organisation_id integer not null,
  activity_id uuid not null,
  due_on date not null,
  outcome text not null,
  held_on date,
  note text not null default ''::text,
  recorded_by_name text not null,
  recorded_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, activity_id, due_on),
  CHECK (((outcome = 'held'::text) = (held_on IS NOT NULL))),
  CHECK ((outcome = ANY (ARRAY['held'::text, 'left_out'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, activity_id) REFERENCES activities(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.activity_holdings as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to web;
grant delete, insert, select to worker;

-- A statement that an activity serves.
create table public.activity_statements (
  organisation_id integer not null,
  activity_id uuid not null,
  statement_id uuid not null,
  PRIMARY KEY (organisation_id, activity_id, statement_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, activity_id) REFERENCES activities(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.activity_statements as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to web;
grant delete, insert, select to worker;

-- How often something secret was tried in a short time, by what was tried and never by network address: a whole town hall shares one.
create table public.attempts (
  organisation_id integer not null,
  kind text not null,
  subject bytea not null,
  started_at timestamp with time zone not null,
  count integer not null,
  PRIMARY KEY (organisation_id, kind, subject),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.attempts as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to web;
grant delete, insert, select, update to worker;

-- What was special in a unit in the period of a round, in its leader's own words. One wording until there are results; each later one is a row of its own. An empty text takes the note back.
create table public.context_notes (
  organisation_id integer not null,
  round_id uuid not null,
  node_id uuid not null,
  number integer not null,
  text text not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, round_id, node_id, number),
  CHECK ((length(text) <= 2000)),
  CHECK ((number > 0)),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id, node_id) REFERENCES round_nodes(organisation_id, round_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.context_notes as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy wording_stays on public.context_notes as restrictive for delete using ((NOT is_released(organisation_id, round_id))) with check ();
grant delete, insert, select to web;
grant insert, select to worker;

-- What was added to a shared decision note later, with its day. Never changed.
create table public.decision_note_additions (
  organisation_id integer not null,
  note_id uuid not null,
  id uuid not null,
  text text not null,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamp with time zone not null default now(),
  search text not null generated,
  PRIMARY KEY (organisation_id, note_id, id),
  CHECK (((length(text) >= 1) AND (length(text) <= 5000))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, note_id) REFERENCES decision_notes(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.decision_note_additions as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to web;

-- That those a shared wording of a note concerns are to hear of it by mail: who is in these units or below, or everybody, but not in the units that had it before. Gone when the mails are queued.
create table public.decision_note_tellings (
  organisation_id integer not null,
  note_id uuid not null,
  id uuid not null,
  number integer not null,
  kind text not null,
  units uuid[],
  known uuid[] not null,
  told_by uuid not null,
  told_by_name text not null,
  asked_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, note_id, id),
  CHECK ((kind = ANY (ARRAY['shared'::text, 'corrected'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, note_id, number) REFERENCES decision_note_versions(organisation_id, note_id, number) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.decision_note_tellings as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX decision_note_tellings_number ON public.decision_note_tellings USING btree (organisation_id, note_id, number);
grant insert to web;
grant delete, select to worker;

-- A unit that a decision concerns, with everything below it, where units were named.
create table public.decision_note_units (
  organisation_id integer not null,
  note_id uuid not null,
  unit_id uuid not null,
  PRIMARY KEY (organisation_id, note_id, unit_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, note_id) REFERENCES decision_notes(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, unit_id) REFERENCES units(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.decision_note_units as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX decision_note_units_unit ON public.decision_note_units USING btree (organisation_id, unit_id);
grant delete, insert, select to web;

-- One wording of a decision note: a draft until it is shared, and never changed after. A correction is the next version, with its reason.
create table public.decision_note_versions (
  organisation_id integer not null,
  note_id uuid not null,
  number integer not null,
  title text not null,
  decision text not null default ''::text,
  alternatives jsonb not null,
  tradeoffs text not null default ''::text,
  heard text not null default ''::text,
  hearing_id uuid,
  told text not null default ''::text,
  told_on date,
  decided_by text not null default ''::text,
  decided_on date,
  explanation text not null default ''::text,
  rests_on jsonb not null,
  reason text not null default ''::text,
  revision integer not null default 1,
  written_by_name text not null,
  written_at timestamp with time zone not null default now(),
  shared_at timestamp with time zone,
  shared_by_name text not null default ''::text,
  search text not null generated,
  PRIMARY KEY (organisation_id, note_id, number),
  CHECK ((number > 0)),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, hearing_id) REFERENCES hearings(organisation_id, id) ON DELETE SET NULL (hearing_id),
  FOREIGN KEY (organisation_id, note_id) REFERENCES decision_notes(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.decision_note_versions as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shared_is_kept on public.decision_note_versions as restrictive for delete using ((shared_at IS NULL)) with check ();
create policy shared_stays_so on public.decision_note_versions as restrictive for update using ((shared_at IS NULL)) with check (true);
CREATE INDEX decision_note_versions_hearing ON public.decision_note_versions USING btree (organisation_id, hearing_id);
CREATE UNIQUE INDEX decision_note_versions_draft ON public.decision_note_versions USING btree (organisation_id, note_id) WHERE (shared_at IS NULL);
grant delete, insert, select, update to web;
grant insert, select to worker;
grant update (shared_at), update (shared_by_name) to worker;

-- That a shared decision note was given to more readers: units, by what they were called that day, or everybody. Never taken back.
create table public.decision_note_widenings (
  organisation_id integer not null,
  note_id uuid not null,
  id uuid not null,
  reach text not null,
  units text[] not null,
  widened_by uuid not null,
  widened_by_name text not null,
  widened_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, note_id, id),
  CHECK (((reach = 'units'::text) = (cardinality(units) > 0))),
  CHECK ((reach = ANY (ARRAY['units'::text, 'organisation'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, note_id) REFERENCES decision_notes(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.decision_note_widenings as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to web;

-- A note in which a leader stands by a decision: which unit decided, and whom it concerns. Its words stand in its versions.
create table public.decision_notes (
  organisation_id integer not null,
  id uuid not null,
  unit_id uuid not null,
  reach text not null,
  written_by uuid not null,
  written_by_name text not null,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, id),
  CHECK ((reach = ANY (ARRAY['branch'::text, 'units'::text, 'organisation'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, unit_id) REFERENCES units(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.decision_notes as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX decision_notes_unit ON public.decision_notes USING btree (organisation_id, unit_id);
grant delete, insert, select to web;
grant insert, select to worker;
grant update (reach) to web;

-- The organisation is an invented one. Written when it is made, before it has any person, and never afterwards.
create table public.demonstrations (
  organisation_id integer not null,
  seed integer not null,
  employees integer not null,
  loaded_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.demonstrations as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant select to web;
grant insert, select to worker;

-- A person's employment in a unit, kept by the employee number.
create table public.employments (
  organisation_id integer not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  number text not null,
  title text not null default ''::text,
  ended_on date,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES persons(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, unit_id) REFERENCES units(organisation_id, id) ON DELETE CASCADE,
  UNIQUE (organisation_id, number)
);
-- row-level security: on, forced
create policy own_organisation on public.employments as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX employments_person ON public.employments USING btree (organisation_id, person_id);
CREATE INDEX employments_unit ON public.employments USING btree (organisation_id, unit_id);
grant insert, select, update to web;
grant delete, insert, select, update to worker;

-- To whom a statement speaks. One without a row speaks to those of the element above it.
create table public.framework_addressees (
  organisation_id integer not null,
  version_id uuid not null,
  statement_id uuid not null,
  addressee text not null,
  PRIMARY KEY (organisation_id, version_id, statement_id, addressee),
  CHECK ((addressee = ANY (ARRAY['organisation'::text, 'leaders'::text, 'employees'::text, 'trio'::text, 'citizens'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_addressees as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_addressees as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_addressees as permissive for select using (((organisation_id = ( SELECT visited_organisation() AS visited_organisation)) AND (version_id IN ( SELECT v.id
   FROM framework_versions v
  WHERE (v.organisation_id = ( SELECT visited_organisation() AS visited_organisation)))))) with check ();
create policy stays on public.framework_addressees as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_addressees as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
grant delete, insert, select to web;
grant delete, insert, select to worker;

-- A body that has a say in frameworks: a council, a committee, a forum, a working group. Retired when it is no more; its steps stay.
create table public.framework_bodies (
  organisation_id integer not null,
  id uuid not null,
  name text not null,
  kind text not null,
  position integer not null,
  created_at timestamp with time zone not null default now(),
  retired_at timestamp with time zone,
  PRIMARY KEY (organisation_id, id),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK ((kind = ANY (ARRAY['political'::text, 'management'::text, 'med'::text, 'hr'::text, 'other'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  UNIQUE (organisation_id, name)
);
-- row-level security: on, forced
create policy asked_stays on public.framework_bodies as restrictive for delete using ((NOT was_asked(organisation_id, id))) with check ();
create policy own_organisation on public.framework_bodies as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to web;
grant delete, insert, select, update to worker;

-- Who acts for a body. They read drafts that have come to the bodies, and take the steps the body has a right to.
create table public.framework_body_members (
  organisation_id integer not null,
  body_id uuid not null,
  person_id uuid not null,
  PRIMARY KEY (organisation_id, body_id, person_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, body_id) REFERENCES framework_bodies(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES persons(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_body_members as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX framework_body_members_person ON public.framework_body_members USING btree (organisation_id, person_id);
grant delete, insert, select to web;
grant delete, insert, select, update to worker;

-- What a body may do with a draft: discuss it, answer its hearing, recommend it, approve it.
create table public.framework_body_rights (
  organisation_id integer not null,
  body_id uuid not null,
  right text not null,
  PRIMARY KEY (organisation_id, body_id, "right"),
  CHECK (("right" = ANY (ARRAY['discuss'::text, 'answer'::text, 'recommend'::text, 'approve'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, body_id) REFERENCES framework_bodies(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_body_rights as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to web;
grant delete, insert, select, update to worker;

-- Which core task a statement serves.
create table public.framework_core_task_statements (
  organisation_id integer not null,
  version_id uuid not null,
  core_task_id uuid not null,
  statement_id uuid not null,
  PRIMARY KEY (organisation_id, version_id, core_task_id, statement_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id, core_task_id) REFERENCES framework_core_tasks(organisation_id, version_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_core_task_statements as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_core_task_statements as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_core_task_statements as permissive for select using (((organisation_id = ( SELECT visited_organisation() AS visited_organisation)) AND (version_id IN ( SELECT v.id
   FROM framework_versions v
  WHERE (v.organisation_id = ( SELECT visited_organisation() AS visited_organisation)))))) with check ();
create policy stays on public.framework_core_task_statements as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_core_task_statements as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
grant delete, insert, select to web;
grant delete, insert, select to worker;

-- The core tasks that a version's statements serve. The id stays the same over versions.
create table public.framework_core_tasks (
  organisation_id integer not null,
  version_id uuid not null,
  id uuid not null,
  position integer not null,
  name text not null,
  PRIMARY KEY (organisation_id, version_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_core_tasks as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_core_tasks as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_core_tasks as permissive for select using (((organisation_id = ( SELECT visited_organisation() AS visited_organisation)) AND (version_id IN ( SELECT v.id
   FROM framework_versions v
  WHERE (v.organisation_id = ( SELECT visited_organisation() AS visited_organisation)))))) with check ();
create policy stays on public.framework_core_tasks as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_core_tasks as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
grant delete, insert, select to web;
grant delete, insert, select to worker;

-- Why a version is there, for whom, how binding it is, who owns it, who wrote it and whom to ask. Names of units, levels and bodies are kept as they were.
create table public.framework_covers (
  organisation_id integer not null,
  version_id uuid not null,
  purposes jsonb not null,
  scope text not null default ''::text,
  scope_units jsonb not null,
  scope_levels jsonb not null,
  binding text not null default ''::text,
  owner text not null default ''::text,
  authors jsonb not null,
  contact_name text not null default ''::text,
  contact_mail text not null default ''::text,
  input text not null default ''::text,
  PRIMARY KEY (organisation_id, version_id),
  CHECK ((binding = ANY (ARRAY[''::text, 'governing'::text, 'inspiring'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_covers as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_covers as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_covers as permissive for select using (((organisation_id = ( SELECT visited_organisation() AS visited_organisation)) AND (version_id IN ( SELECT v.id
   FROM framework_versions v
  WHERE (v.organisation_id = ( SELECT visited_organisation() AS visited_organisation)))))) with check ();
create policy stays on public.framework_covers as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_covers as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
grant delete, insert, select to web;
grant delete, insert, select to worker;

-- A file that documents a step: minutes, a letter, an older wording. Kept as it came.
create table public.framework_documents (
  organisation_id integer not null,
  id uuid not null,
  framework_id uuid not null,
  name text not null,
  media_type text not null,
  content bytea not null,
  added_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, id),
  CHECK ((octet_length(content) <= 20971520)),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, framework_id) REFERENCES frameworks(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_documents as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to web;
grant delete, insert, select, update to worker;

-- One save of a draft: who, and each field before and after, so that it can be undone and other editors' pages can follow. Saves while somebody types are one row, from first_revision to revision. Gone when the version is published.
create table public.framework_draft_saves (
  organisation_id integer not null,
  version_id uuid not null,
  revision integer not null,
  first_revision integer not null,
  person_id uuid not null,
  what text not null,
  name text not null default ''::text,
  running boolean not null default false,
  changes jsonb not null,
  saved_at timestamp with time zone not null default now(),
  undone_in integer,
  PRIMARY KEY (organisation_id, version_id, revision),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES persons(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_draft_saves as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX framework_draft_saves_person ON public.framework_draft_saves USING btree (organisation_id, person_id);
grant delete, insert, select, update to web;
grant delete, select to worker;

-- A doubtful place of a draft (an element or a passage, which may be gone since) that an editor has looked at. Gone when the version is published.
create table public.framework_draft_sightings (
  organisation_id integer not null,
  version_id uuid not null,
  place_id uuid not null,
  person_id uuid not null,
  seen_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, version_id, place_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES persons(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_draft_sightings as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX framework_draft_sightings_person ON public.framework_draft_sightings USING btree (organisation_id, person_id);
grant delete, insert, select to web;
grant delete, select to worker;

-- A task in the matrix of responsibility: what each level has to do with it, and together with whom.
create table public.framework_duties (
  organisation_id integer not null,
  version_id uuid not null,
  id uuid not null,
  position integer not null,
  task text not null,
  parts jsonb not null,
  PRIMARY KEY (organisation_id, version_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_duties as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_duties as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_duties as permissive for select using (((organisation_id = ( SELECT visited_organisation() AS visited_organisation)) AND (version_id IN ( SELECT v.id
   FROM framework_versions v
  WHERE (v.organisation_id = ( SELECT visited_organisation() AS visited_organisation)))))) with check ();
create policy stays on public.framework_duties as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_duties as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
grant delete, insert, select to web;
grant delete, insert, select to worker;

-- The tree of statements of one version. statement_id stays the same over versions; level is a position in framework_levels, slug its name in files, revision the save that last touched it.
create table public.framework_elements (
  organisation_id integer not null,
  version_id uuid not null,
  id uuid not null,
  statement_id uuid not null,
  slug text not null,
  parent_id uuid,
  position integer not null,
  kind text not null,
  level integer,
  title text,
  text text,
  first_line integer,
  last_line integer,
  page integer,
  revision integer not null,
  search text not null generated,
  confidence real,
  PRIMARY KEY (organisation_id, version_id, id),
  CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id, parent_id) REFERENCES framework_elements(organisation_id, version_id, id) ON DELETE CASCADE,
  UNIQUE (organisation_id, version_id, slug),
  UNIQUE (organisation_id, version_id, statement_id)
);
-- row-level security: on, forced
create policy nothing_new on public.framework_elements as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_elements as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_elements as permissive for select using (((organisation_id = ( SELECT visited_organisation() AS visited_organisation)) AND (version_id IN ( SELECT v.id
   FROM framework_versions v
  WHERE (v.organisation_id = ( SELECT visited_organisation() AS visited_organisation)))))) with check ();
create policy stays on public.framework_elements as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_elements as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
CREATE INDEX framework_elements_parent ON public.framework_elements USING btree (organisation_id, version_id, parent_id);
grant delete, insert, select, update to web;
grant delete, insert, select, update to worker;

-- The source's statements in the wording somebody here last decided about, and ours that came of each. What differs from it now is a change at the source.
create table public.framework_fork_statements (
  organisation_id integer not null,
  framework_id uuid not null,
  source_statement_id uuid not null,
  statement_id uuid,
  title text,
  text text,
  PRIMARY KEY (organisation_id, framework_id, source_statement_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, framework_id) REFERENCES framework_forks(organisation_id, framework_id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_fork_statements as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to web;

-- A framework that began as a copy of what another organisation has made public, and where that one is read.
create table public.framework_forks (
  organisation_id integer not null,
  framework_id uuid not null,
  source_slug text not null,
  source_name text not null,
  source_address text not null,
  source_title text not null,
  source_stamp text not null default ''::text,
  taken_by_name text not null,
  taken_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, framework_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, framework_id) REFERENCES frameworks(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_forks as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to web;

-- Sites, for instance the intranet, that may show the organisation's public frameworks in a frame. None means nobody may.
create table public.framework_frame_origins (
  organisation_id integer not null,
  origin text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, origin),
  CHECK ((origin ~ '^https?://[a-z0-9.-]+(:[0-9]{1,5})?$'::text)),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_frame_origins as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_frame_origins as permissive for select using ((organisation_id = ( SELECT visited_organisation() AS visited_organisation))) with check ();
grant delete, insert, select to web;

-- What the organisation itself calls a kind of element, for instance hjørneflag.
create table public.framework_kind_names (
  organisation_id integer not null,
  version_id uuid not null,
  kind text not null,
  name text not null,
  PRIMARY KEY (organisation_id, version_id, kind),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_kind_names as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_kind_names as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_kind_names as permissive for select using (((organisation_id = ( SELECT visited_organisation() AS visited_organisation)) AND (version_id IN ( SELECT v.id
   FROM framework_versions v
  WHERE (v.organisation_id = ( SELECT visited_organisation() AS visited_organisation)))))) with check ();
create policy stays on public.framework_kind_names as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_kind_names as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
grant delete, insert, select to web;
grant delete, insert, select, update to worker;

-- Who belongs to a level, in words and as levels of the organisation's data (positions), whom they refer to, and what is new for somebody who comes from the level below.
create table public.framework_level_rules (
  organisation_id integer not null,
  version_id uuid not null,
  level integer not null,
  definition text not null default ''::text,
  refers_to text not null default ''::text,
  transition text not null default ''::text,
  positions jsonb not null,
  PRIMARY KEY (organisation_id, version_id, level),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_level_rules as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_level_rules as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_level_rules as permissive for select using (((organisation_id = ( SELECT visited_organisation() AS visited_organisation)) AND (version_id IN ( SELECT v.id
   FROM framework_versions v
  WHERE (v.organisation_id = ( SELECT visited_organisation() AS visited_organisation)))))) with check ();
create policy stays on public.framework_level_rules as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_level_rules as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
grant delete, insert, select to web;
grant delete, insert, select to worker;

-- The leadership levels as this version names them, highest first.
create table public.framework_levels (
  organisation_id integer not null,
  version_id uuid not null,
  position integer not null,
  name text not null,
  search text not null generated,
  PRIMARY KEY (organisation_id, version_id, "position"),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_levels as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_levels as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_levels as permissive for select using (((organisation_id = ( SELECT visited_organisation() AS visited_organisation)) AND (version_id IN ( SELECT v.id
   FROM framework_versions v
  WHERE (v.organisation_id = ( SELECT visited_organisation() AS visited_organisation)))))) with check ();
create policy stays on public.framework_levels as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_levels as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
grant delete, insert, select to web;
grant delete, insert, select, update to worker;

-- Two statements of a merger that seem to say the same, and what was decided about them.
create table public.framework_merge_pairs (
  organisation_id integer not null,
  version_id uuid not null,
  id uuid not null,
  first_statement_id uuid not null,
  second_statement_id uuid not null,
  alike real not null,
  decision text,
  decided_by_name text not null default ''::text,
  decided_at timestamp with time zone,
  PRIMARY KEY (organisation_id, version_id, id),
  CHECK (((alike >= (0)::double precision) AND (alike <= (1)::double precision))),
  CHECK ((decision = ANY (ARRAY['first'::text, 'second'::text, 'both'::text, 'joined'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_merges(organisation_id, version_id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_merge_pairs as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to web;

-- A version that began as two frameworks put together.
create table public.framework_merges (
  organisation_id integer not null,
  version_id uuid not null,
  first_version_id uuid,
  second_version_id uuid,
  first_name text not null,
  second_name text not null,
  made_by_name text not null,
  made_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, version_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, first_version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE SET NULL (first_version_id),
  FOREIGN KEY (organisation_id, second_version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE SET NULL (second_version_id),
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_merges as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX framework_merges_first ON public.framework_merges USING btree (organisation_id, first_version_id);
CREATE INDEX framework_merges_second ON public.framework_merges USING btree (organisation_id, second_version_id);
grant delete, insert, select, update to web;

-- Where a statement of a version comes from, and whether it still means the same. Without a row it is the statement of the version before, or new.
create table public.framework_origins (
  organisation_id integer not null,
  version_id uuid not null,
  id uuid not null,
  statement_id uuid not null,
  kind text not null,
  from_version_id uuid,
  from_statement_id uuid,
  from_name text not null default ''::text,
  PRIMARY KEY (organisation_id, version_id, id),
  CHECK ((kind = ANY (ARRAY['same'::text, 'edited'::text, 'replaced'::text, 'split'::text, 'merged'::text, 'forked'::text, 'new'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_origins as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_origins as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_origins as permissive for select using (((organisation_id = ( SELECT visited_organisation() AS visited_organisation)) AND (version_id IN ( SELECT v.id
   FROM framework_versions v
  WHERE (v.organisation_id = ( SELECT visited_organisation() AS visited_organisation)))))) with check ();
create policy stays on public.framework_origins as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_origins as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
CREATE INDEX framework_origins_statement ON public.framework_origins USING btree (organisation_id, version_id, statement_id);
grant delete, insert, select to web;
grant delete, insert, select, update to worker;
grant update (kind) to web;

-- A framework that stands under another: an administration's own under the values of the whole municipality. What stands above is not changed from below.
create table public.framework_parents (
  organisation_id integer not null,
  framework_id uuid not null,
  parent_id uuid not null,
  set_by_name text not null,
  set_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, framework_id, parent_id),
  CHECK ((parent_id <> framework_id)),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, framework_id) REFERENCES frameworks(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, parent_id) REFERENCES frameworks(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_parents as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX framework_parents_parent ON public.framework_parents USING btree (organisation_id, parent_id);
grant delete, insert, select, update to web;

-- The framework can be read by anybody: who made it public and when. Deleted when it is taken back. findable_since: search engines may show it.
create table public.framework_public_pages (
  organisation_id integer not null,
  framework_id uuid not null,
  address text not null,
  contact text not null default ''::text,
  opened_by uuid not null,
  opened_at timestamp with time zone not null default now(),
  findable_since timestamp with time zone,
  PRIMARY KEY (organisation_id, framework_id),
  CHECK ((address ~ '^[a-z0-9][a-z0-9-]{0,59}$'::text)),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, framework_id) REFERENCES frameworks(organisation_id, id) ON DELETE CASCADE,
  UNIQUE (organisation_id, address)
);
-- row-level security: on, forced
create policy own_organisation on public.framework_public_pages as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_public_pages as permissive for select using ((organisation_id = ( SELECT visited_organisation() AS visited_organisation))) with check ();
grant delete, insert, select, update to web;
grant delete, insert, select, update to worker;

-- How often a framework's pages were opened by members on a day. No person, no unit, no time of day.
create table public.framework_read_counts (
  organisation_id integer not null,
  framework_id uuid not null,
  day date not null,
  page text not null,
  reads integer not null,
  PRIMARY KEY (organisation_id, framework_id, day, page),
  CHECK ((page = ANY (ARRAY['whole'::text, 'statement'::text, 'level'::text, 'comparison'::text, 'expectations'::text]))),
  CHECK ((reads > 0)),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, framework_id) REFERENCES frameworks(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_read_counts as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to web;

-- Elements taken out of a draft, as they were, so that it can be undone. Their words lie in framework_rests meanwhile.
create table public.framework_removals (
  organisation_id integer not null,
  version_id uuid not null,
  id uuid not null,
  title text not null,
  elements jsonb not null,
  removed_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, version_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_removals as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to web;
grant delete, insert, select, update to worker;

-- The organisation's rule: steps that no version may leave out. Without rows all may be left out.
create table public.framework_required_steps (
  organisation_id integer not null,
  kind text not null,
  PRIMARY KEY (organisation_id, kind),
  CHECK ((kind = ANY (ARRAY['internal_discussion'::text, 'hearing'::text, 'reworked'::text, 'recommended'::text, 'approved'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_required_steps as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to web;
grant delete, insert, select, update to worker;

-- Which element a repeat says again, or an edit changed. A table of its own, so that words outlive their element.
create table public.framework_rest_elements (
  organisation_id integer not null,
  version_id uuid not null,
  rest_id uuid not null,
  element_id uuid not null,
  PRIMARY KEY (organisation_id, version_id, rest_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id, element_id) REFERENCES framework_elements(organisation_id, version_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id, rest_id) REFERENCES framework_rests(organisation_id, version_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_rest_elements as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_rest_elements as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy stays on public.framework_rest_elements as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_rest_elements as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
CREATE INDEX framework_rest_elements_element ON public.framework_rest_elements USING btree (organisation_id, version_id, element_id);
grant delete, insert, select to web;
grant delete, insert, select, update to worker;

-- Every word of the source that is in no element: shown beside the draft, never dropped. Repairs and edits: text became repaired_to.
create table public.framework_rests (
  organisation_id integer not null,
  version_id uuid not null,
  id uuid not null,
  position integer not null,
  kind text not null,
  text text not null,
  repaired_to text,
  first_line integer,
  last_line integer,
  page integer,
  decided text,
  PRIMARY KEY (organisation_id, version_id, id),
  CHECK ((decided = ANY (ARRAY['accepted'::text, 'rejected'::text]))),
  CHECK ((kind = ANY (ARRAY['unplaced'::text, 'furniture'::text, 'repeat'::text, 'repair'::text, 'edit'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_rests as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_rests as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy stays on public.framework_rests as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_rests as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
grant delete, insert, select, update to web;
grant delete, insert, select, update to worker;

-- That the editors have had a mail about a review: once for each day it was due.
create table public.framework_review_reminders (
  organisation_id integer not null,
  framework_id uuid not null,
  due_on date not null,
  sent_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, framework_id, due_on),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, framework_id) REFERENCES frameworks(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_review_reminders as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to worker;

-- The day by which a framework is to be looked at again, where the organisation chose another than four years after its date.
create table public.framework_reviews (
  organisation_id integer not null,
  framework_id uuid not null,
  due_on date not null,
  set_by_name text not null,
  set_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, framework_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, framework_id) REFERENCES frameworks(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_reviews as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to web;
grant delete, insert, select, update to worker;

-- Every saved change of a statement in a draft: before, after, by whom. Only added to.
create table public.framework_statement_history (
  organisation_id integer not null,
  version_id uuid not null,
  id uuid not null,
  statement_id uuid not null,
  action text not null,
  before jsonb,
  after jsonb,
  author_id uuid,
  author_name text not null,
  at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, version_id, id),
  CHECK ((action = ANY (ARRAY['added'::text, 'edited'::text, 'moved'::text, 'removed'::text, 'restored'::text, 'split'::text, 'merged'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_statement_history as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX framework_statement_history_statement ON public.framework_statement_history USING btree (organisation_id, statement_id);
grant insert, select to web;
grant insert, select to worker;

-- What has happened to a version, when, in which body and with which decision. A version's state follows from these; days may lie before the product, and known_to says how exactly they are known.
create table public.framework_steps (
  organisation_id integer not null,
  version_id uuid not null,
  id uuid not null,
  kind text not null,
  body_id uuid,
  began_on date not null,
  ended_on date,
  known_to text not null default 'day'::text,
  title text not null default ''::text,
  decision text not null default ''::text,
  document_name text not null default ''::text,
  document_link text not null default ''::text,
  document_id uuid,
  recorded_by uuid,
  recorded_by_name text not null,
  recorded_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, id),
  CHECK ((ended_on >= began_on)),
  CHECK ((kind = ANY (ARRAY['draft'::text, 'internal_discussion'::text, 'hearing'::text, 'reworked'::text, 'recommended'::text, 'approved'::text, 'published'::text, 'superseded'::text]))),
  CHECK ((known_to = ANY (ARRAY['day'::text, 'month'::text, 'year'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, body_id) REFERENCES framework_bodies(organisation_id, id) ON DELETE RESTRICT,
  FOREIGN KEY (organisation_id, document_id) REFERENCES framework_documents(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_steps as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy publication_stays on public.framework_steps as restrictive for delete using ((kind <> ALL (ARRAY['published'::text, 'superseded'::text]))) with check ();
CREATE INDEX framework_steps_version ON public.framework_steps USING btree (organisation_id, version_id);
CREATE UNIQUE INDEX framework_steps_once ON public.framework_steps USING btree (organisation_id, version_id, kind) WHERE (kind = ANY (ARRAY['published'::text, 'superseded'::text]));
grant delete, insert, select to web;
grant delete, insert, select, update to worker;
grant update (ended_on) to web;

-- A strategy that a version as a whole builds on.
create table public.framework_strategies (
  organisation_id integer not null,
  version_id uuid not null,
  strategy_id uuid not null,
  PRIMARY KEY (organisation_id, version_id, strategy_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, strategy_id) REFERENCES strategies(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_strategies as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_strategies as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy stays on public.framework_strategies as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_strategies as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
CREATE INDEX framework_strategies_strategy ON public.framework_strategies USING btree (organisation_id, strategy_id);
grant delete, insert, select to web;
grant delete, insert, select to worker;

-- A strategy, policy or scale that a statement builds on.
create table public.framework_strategy_statements (
  organisation_id integer not null,
  version_id uuid not null,
  strategy_id uuid not null,
  statement_id uuid not null,
  PRIMARY KEY (organisation_id, version_id, strategy_id, statement_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, strategy_id) REFERENCES strategies(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_strategy_statements as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_strategy_statements as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy stays on public.framework_strategy_statements as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_strategy_statements as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
CREATE INDEX framework_strategy_statements_strategy ON public.framework_strategy_statements USING btree (organisation_id, strategy_id);
grant delete, insert, select to web;
grant delete, insert, select to worker;

-- Which statement of a framework carries out which statement above it, and the version above in which somebody last saw that one.
create table public.framework_supports (
  organisation_id integer not null,
  framework_id uuid not null,
  statement_id uuid not null,
  parent_id uuid not null,
  parent_statement_id uuid not null,
  seen_version_id uuid,
  PRIMARY KEY (organisation_id, framework_id, statement_id, parent_statement_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, framework_id, parent_id) REFERENCES framework_parents(organisation_id, framework_id, parent_id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, seen_version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE SET NULL (seen_version_id)
);
-- row-level security: on, forced
create policy own_organisation on public.framework_supports as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX framework_supports_version ON public.framework_supports USING btree (organisation_id, seen_version_id);
grant delete, insert, select, update to web;

-- That the units are asked to say what a framework means with them: for which kinds of statements, and by which day.
create table public.framework_translation_calls (
  organisation_id integer not null,
  framework_id uuid not null,
  kinds text[] not null,
  due_on date,
  letter text not null default ''::text,
  called_by_name text not null,
  called_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, framework_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, framework_id) REFERENCES frameworks(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_translation_calls as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to web;

-- What a statement means in a unit, in the unit's own words: with us it means. version_id is the wording it was written or last confirmed for.
create table public.framework_translations (
  organisation_id integer not null,
  framework_id uuid not null,
  statement_id uuid not null,
  unit_id uuid not null,
  version_id uuid,
  text text not null,
  agreed_with text not null default ''::text,
  agreed_on date,
  revision integer not null default 1,
  written_by_name text not null,
  written_at timestamp with time zone not null default now(),
  search text not null generated,
  PRIMARY KEY (organisation_id, framework_id, statement_id, unit_id),
  CHECK (((length(text) >= 1) AND (length(text) <= 10000))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, framework_id) REFERENCES frameworks(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, unit_id) REFERENCES units(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE SET NULL (version_id)
);
-- row-level security: on, forced
create policy own_organisation on public.framework_translations as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX framework_translations_unit ON public.framework_translations USING btree (organisation_id, unit_id);
CREATE INDEX framework_translations_version ON public.framework_translations USING btree (organisation_id, version_id);
grant delete, insert, select, update to web;

-- A document on its way to become a draft. bytes are wiped the moment reading has ended; pictures_at: its pages turned out to be pictures. Ended: a problem, or the version it became.
create table public.framework_uploads (
  organisation_id integer not null,
  id uuid not null,
  file_name text not null,
  size integer not null,
  bytes bytea,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null default now(),
  attempts integer not null default 0,
  began_at timestamp with time zone,
  pictures_at timestamp with time zone,
  pages_read integer,
  pages integer,
  ended_at timestamp with time zone,
  problem text,
  problem_reason text,
  problem_item text,
  version_id uuid,
  past_of uuid,
  PRIMARY KEY (organisation_id, id),
  CHECK (((ended_at IS NULL) OR (bytes IS NULL))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, past_of) REFERENCES frameworks(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, uploaded_by) REFERENCES persons(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_uploads as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX framework_uploads_past ON public.framework_uploads USING btree (organisation_id, past_of);
CREATE INDEX framework_uploads_version ON public.framework_uploads USING btree (organisation_id, version_id);
grant delete, insert to web;
grant delete, select, update to worker;
grant select (attempts), select (began_at), select (ended_at), select (file_name), select (id), select (organisation_id), select (pages), select (pages_read), select (past_of), select (pictures_at), select (problem), select (problem_item), select (problem_reason), select (size), select (uploaded_at), select (uploaded_by), select (version_id) to web;

-- Where a statement is used. Other rooms write here through frameworks; "where used" reads only this table.
create table public.framework_uses (
  organisation_id integer not null,
  statement_id uuid not null,
  kind text not null,
  used_id text not null,
  title text not null,
  PRIMARY KEY (organisation_id, statement_id, kind, used_id),
  CHECK ((kind = ANY (ARRAY['question'::text, 'card'::text, 'interview_question'::text, 'onboarding_step'::text, 'goal'::text, 'decision_note'::text, 'activity'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.framework_uses as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to web;
grant delete, insert, select, update to worker;

-- Which value a statement carries into practice. Both are statements; value_id is one of kind value.
create table public.framework_value_statements (
  organisation_id integer not null,
  version_id uuid not null,
  value_id uuid not null,
  statement_id uuid not null,
  PRIMARY KEY (organisation_id, version_id, value_id, statement_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_value_statements as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_value_statements as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_value_statements as permissive for select using (((organisation_id = ( SELECT visited_organisation() AS visited_organisation)) AND (version_id IN ( SELECT v.id
   FROM framework_versions v
  WHERE (v.organisation_id = ( SELECT visited_organisation() AS visited_organisation)))))) with check ();
create policy stays on public.framework_value_statements as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_value_statements as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
grant delete, insert, select to web;
grant delete, insert, select to worker;

-- A draft until published_at is set; after that it never changes. revision counts saves; cover_revision is the save that last touched title, levels or kind names.
create table public.framework_versions (
  organisation_id integer not null,
  id uuid not null,
  framework_id uuid not null,
  number integer not null,
  title text not null,
  issued_by text not null default ''::text,
  dated text,
  revision integer not null default 1,
  cover_revision integer not null default 1,
  source_name text,
  source_text text,
  created_at timestamp with time zone not null default now(),
  published_at timestamp with time zone,
  search text not null generated,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, framework_id) REFERENCES frameworks(organisation_id, id) ON DELETE CASCADE,
  UNIQUE (organisation_id, framework_id, number)
);
-- row-level security: on, forced
create policy heard_stays on public.framework_versions as restrictive for delete using ((NOT has_hearing(organisation_id, id))) with check ();
create policy own_organisation on public.framework_versions as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_versions as permissive for select using (((organisation_id = ( SELECT visited_organisation() AS visited_organisation)) AND (published_at IS NOT NULL) AND (EXISTS ( SELECT
   FROM framework_public_pages p
  WHERE ((p.organisation_id = framework_versions.organisation_id) AND (p.framework_id = framework_versions.framework_id)))))) with check ();
create policy superseded_stays_so on public.framework_versions as restrictive for update using ((NOT is_superseded(organisation_id, id))) with check (true);
create policy version_stays on public.framework_versions as restrictive for delete using (((published_at IS NULL) OR (published_at < created_at))) with check ();
create policy version_stays_so on public.framework_versions as restrictive for update using ((published_at IS NULL)) with check (true);
grant delete, insert, select, update to web;
grant delete, insert, select, update to worker;

-- The picture of a version, without what a camera or a program wrote into the file, and what it shows in words.
create table public.framework_visuals (
  organisation_id integer not null,
  version_id uuid not null,
  type text not null,
  bytes bytea not null,
  width integer not null,
  height integer not null,
  alt text not null,
  PRIMARY KEY (organisation_id, version_id),
  CHECK ((alt <> ''::text)),
  CHECK ((length(bytes) <= 2097152)),
  CHECK ((type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/webp'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_visuals as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_visuals as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_visuals as permissive for select using (((organisation_id = ( SELECT visited_organisation() AS visited_organisation)) AND (version_id IN ( SELECT v.id
   FROM framework_versions v
  WHERE (v.organisation_id = ( SELECT visited_organisation() AS visited_organisation)))))) with check ();
create policy stays on public.framework_visuals as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_visuals as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
grant delete, insert, select to web;
grant delete, insert, select to worker;
grant update (alt) to web;

-- How much a statement weighs at a leadership level, 3 = special weight, with the organisation's own words for it.
create table public.framework_weights (
  organisation_id integer not null,
  version_id uuid not null,
  statement_id uuid not null,
  level integer not null,
  weight integer not null,
  words text not null default ''::text,
  PRIMARY KEY (organisation_id, version_id, statement_id, level),
  CHECK (((weight >= 1) AND (weight <= 3))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy nothing_new on public.framework_weights as restrictive for insert using () with check ((NOT is_published(organisation_id, version_id)));
create policy own_organisation on public.framework_weights as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.framework_weights as permissive for select using (((organisation_id = ( SELECT visited_organisation() AS visited_organisation)) AND (version_id IN ( SELECT v.id
   FROM framework_versions v
  WHERE (v.organisation_id = ( SELECT visited_organisation() AS visited_organisation)))))) with check ();
create policy stays on public.framework_weights as restrictive for delete using ((NOT is_published(organisation_id, version_id))) with check ();
create policy stays_so on public.framework_weights as restrictive for update using ((NOT is_published(organisation_id, version_id))) with check ();
grant delete, insert, select to web;
grant delete, insert, select to worker;

-- A leadership framework. What it says stands in its versions.
create table public.frameworks (
  organisation_id integer not null,
  id uuid not null,
  title text not null,
  created_at timestamp with time zone not null default now(),
  first_number integer not null default 1,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy framework_stays on public.frameworks as restrictive for delete using ((NOT (EXISTS ( SELECT
   FROM framework_versions v
  WHERE ((v.organisation_id = frameworks.organisation_id) AND (v.framework_id = frameworks.id) AND (v.published_at IS NOT NULL)))))) with check ();
create policy own_organisation on public.frameworks as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.frameworks as permissive for select using (((organisation_id = ( SELECT visited_organisation() AS visited_organisation)) AND (EXISTS ( SELECT
   FROM framework_public_pages p
  WHERE ((p.organisation_id = frameworks.organisation_id) AND (p.framework_id = frameworks.id)))))) with check ();
grant delete, insert, select, update to web;
grant delete, insert, select, update to worker;

-- What a goal is seen by: a figure with a target, from where it comes, and whose view of quality it is. target is the lower end where there are two.
create table public.goal_indicators (
  organisation_id integer not null,
  goal_id uuid not null,
  id uuid not null,
  name text not null,
  measure text not null default ''::text,
  direction text not null,
  baseline double precision,
  baseline_on date,
  target double precision not null,
  target_to double precision,
  feedback text not null,
  feedback_name text not null default ''::text,
  perspective text not null,
  made_at timestamp with time zone not null default now(),
  search text not null generated,
  PRIMARY KEY (organisation_id, goal_id, id),
  CHECK ((((direction = 'within'::text) = (target_to IS NOT NULL)) AND (target_to >= target))),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK ((direction = ANY (ARRAY['higher'::text, 'lower'::text, 'within'::text]))),
  CHECK ((feedback = ANY (ARRAY['citizen_survey'::text, 'own_count'::text, 'professional_review'::text, 'political_decision'::text, 'other'::text]))),
  CHECK ((perspective = ANY (ARRAY['user'::text, 'professional'::text, 'political'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, goal_id) REFERENCES goals(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.goal_indicators as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to web;
grant insert, select to worker;

-- The statements of published frameworks that a goal rests on, each with what it was called when it was chosen.
create table public.goal_statements (
  organisation_id integer not null,
  goal_id uuid not null,
  statement_id uuid not null,
  name text not null,
  PRIMARY KEY (organisation_id, goal_id, statement_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, goal_id) REFERENCES goals(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.goal_statements as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to web;
grant insert, select to worker;

-- How far a goal is, said by somebody with a reason. The highest number holds; the others are its history.
create table public.goal_states (
  organisation_id integer not null,
  goal_id uuid not null,
  number integer not null,
  state text not null,
  reason text not null default ''::text,
  said_by_name text not null,
  said_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, goal_id, number),
  CHECK (((reason <> ''::text) OR (state <> ALL (ARRAY['reached'::text, 'dropped'::text])))),
  CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'reached'::text, 'dropped'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, goal_id) REFERENCES goals(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.goal_states as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to web;
grant insert, select to worker;

-- What an indicator was on a day. One figure for each day.
create table public.goal_values (
  organisation_id integer not null,
  goal_id uuid not null,
  indicator_id uuid not null,
  measured_on date not null,
  value double precision not null,
  note text not null default ''::text,
  entered_by_name text not null,
  entered_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, goal_id, indicator_id, measured_on),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, goal_id, indicator_id) REFERENCES goal_indicators(organisation_id, goal_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.goal_values as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to web;
grant insert, select to worker;

-- A goal for services and their quality, of a unit or (without one) of the whole organisation. It belongs to nobody as a person.
create table public.goals (
  organisation_id integer not null,
  id uuid not null,
  unit_id uuid,
  title text not null,
  why text not null,
  kind text not null,
  perspectives text[] not null,
  source text not null default ''::text,
  source_on date,
  begins date,
  ends date,
  made_at timestamp with time zone not null default now(),
  search text not null generated,
  PRIMARY KEY (organisation_id, id),
  CHECK (((cardinality(perspectives) > 0) AND (perspectives <@ ARRAY['user'::text, 'professional'::text, 'political'::text]))),
  CHECK (((length(title) >= 1) AND (length(title) <= 200))),
  CHECK ((ends >= begins)),
  CHECK ((kind = ANY (ARRAY['quality'::text, 'service_level'::text, 'satisfaction'::text, 'other'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, unit_id) REFERENCES units(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.goals as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX goals_unit ON public.goals USING btree (organisation_id, unit_id);
grant delete, insert, select, update to web;
grant insert, select to worker;

-- What became of a comment, and why. changed_statement_id is the statement whose wording it changed; null when it changed none.
create table public.hearing_answers (
  organisation_id integer not null,
  hearing_id uuid not null,
  comment_id uuid not null,
  outcome text not null,
  reason text not null,
  changed_statement_id uuid,
  revision integer not null default 1,
  answered_by uuid not null,
  answered_by_name text not null,
  answered_at timestamp with time zone not null default now(),
  search text not null generated,
  PRIMARY KEY (organisation_id, hearing_id, comment_id),
  CHECK (((length(reason) >= 1) AND (length(reason) <= 4000))),
  CHECK ((outcome = ANY (ARRAY['taken_in'::text, 'partly'::text, 'not'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, hearing_id, comment_id) REFERENCES hearing_comments(organisation_id, hearing_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy answer_stays_so on public.hearing_answers as restrictive for update using ((NOT is_treated(organisation_id, hearing_id))) with check ();
create policy no_new_answer on public.hearing_answers as restrictive for insert using () with check ((NOT is_treated(organisation_id, hearing_id)));
create policy own_organisation on public.hearing_answers as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX hearing_answers_statement ON public.hearing_answers USING btree (organisation_id, changed_statement_id);
grant insert, select, update to web;

-- A body asked to answer, by the name it had then, and when somebody in it sent the answer. Until then its comments are drafts.
create table public.hearing_bodies (
  organisation_id integer not null,
  hearing_id uuid not null,
  body_id uuid not null,
  name text not null,
  replied_at timestamp with time zone,
  replied_by uuid,
  replied_by_name text,
  PRIMARY KEY (organisation_id, hearing_id, body_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, body_id) REFERENCES framework_bodies(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, hearing_id) REFERENCES hearings(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.hearing_bodies as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to web;
grant update (replied_at), update (replied_by), update (replied_by_name) to web;
grant select (body_id), select (hearing_id), select (name), select (organisation_id), select (replied_at) to worker;

-- Which body a comment comes from, and who in the body last wrote on it. Only the body sees who.
create table public.hearing_body_comments (
  organisation_id integer not null,
  hearing_id uuid not null,
  comment_id uuid not null,
  body_id uuid not null,
  revision integer not null default 1,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, hearing_id, comment_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, hearing_id, body_id) REFERENCES hearing_bodies(organisation_id, hearing_id, body_id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, hearing_id, comment_id) REFERENCES hearing_comments(organisation_id, hearing_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.hearing_body_comments as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX hearing_body_comments_body ON public.hearing_body_comments USING btree (organisation_id, hearing_id, body_id);
grant delete, insert, select, update to web;

-- What was said about a statement, or about the whole (statement_id null). No person, no time, and ids that tell no order: a comment without a row in hearing_body_comments came from an employee.
create table public.hearing_comments (
  organisation_id integer not null,
  hearing_id uuid not null,
  id uuid not null,
  statement_id uuid,
  text text not null,
  search text not null generated,
  PRIMARY KEY (organisation_id, hearing_id, id),
  CHECK (((length(text) >= 1) AND (length(text) <= 20000))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, hearing_id) REFERENCES hearings(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, hearing_id, statement_id) REFERENCES hearing_statements(organisation_id, hearing_id, statement_id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy comment_stays on public.hearing_comments as restrictive for delete using ((NOT treatment_began(organisation_id, hearing_id))) with check ();
create policy comment_stays_so on public.hearing_comments as restrictive for update using ((NOT treatment_began(organisation_id, hearing_id))) with check ();
create policy no_new_comment on public.hearing_comments as restrictive for insert using () with check ((NOT treatment_began(organisation_id, hearing_id)));
create policy own_organisation on public.hearing_comments as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to web;

-- Each time a deadline was set: at the opening, moved to later, or closed before time with a reason.
create table public.hearing_deadlines (
  organisation_id integer not null,
  hearing_id uuid not null,
  id uuid not null,
  kind text not null,
  closes_at timestamp with time zone not null,
  reason text not null default ''::text,
  set_by uuid not null,
  set_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, hearing_id, id),
  CHECK ((kind = ANY (ARRAY['opened'::text, 'extended'::text, 'closed'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, hearing_id) REFERENCES hearings(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.hearing_deadlines as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to web;
grant select (closes_at), select (hearing_id), select (id), select (kind), select (organisation_id), select (reason) to worker;

-- The hearing note, published to everybody in the organisation, with the wording that the hearing led to as it was then.
create table public.hearing_notes (
  organisation_id integer not null,
  hearing_id uuid not null,
  wording jsonb not null,
  published_by_name text not null,
  published_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, hearing_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, hearing_id) REFERENCES hearings(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.hearing_notes as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to web;

-- A body was reminded of a deadline: a week before it, or the day before. Each once.
create table public.hearing_reminders (
  organisation_id integer not null,
  hearing_id uuid not null,
  body_id uuid not null,
  kind text not null,
  closes_at timestamp with time zone not null,
  sent_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, hearing_id, body_id, kind, closes_at),
  CHECK ((kind = ANY (ARRAY['week'::text, 'day'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, hearing_id, body_id) REFERENCES hearing_bodies(organisation_id, hearing_id, body_id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.hearing_reminders as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant select to web;
grant insert, select to worker;

-- An employee's comment before it is opened: encrypted, padded, no time, no person. author_mark is a keyed fingerprint; its key is half in the secrets folder, half in hearings.salt.
create table public.hearing_sealed_comments (
  organisation_id integer not null,
  hearing_id uuid not null,
  id uuid not null,
  author_mark bytea not null,
  sealed bytea not null,
  PRIMARY KEY (organisation_id, hearing_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, hearing_id) REFERENCES hearings(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.hearing_sealed_comments as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX hearing_sealed_comments_author ON public.hearing_sealed_comments USING btree (organisation_id, hearing_id, author_mark);
grant delete, insert, select, update to web;

-- The text that is heard, as it stood when the hearing opened. What happens to the draft afterwards does not touch it.
create table public.hearing_statements (
  organisation_id integer not null,
  hearing_id uuid not null,
  statement_id uuid not null,
  position integer not null,
  kind text not null,
  statement jsonb not null,
  PRIMARY KEY (organisation_id, hearing_id, statement_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, hearing_id) REFERENCES hearings(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.hearing_statements as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to web;

-- That the members of the bodies asked are to hear by mail of a deadline: that the hearing has opened, or the deadline was moved. Gone when the mails are queued.
create table public.hearing_tellings (
  organisation_id integer not null,
  hearing_id uuid not null,
  deadline_id uuid not null,
  asked_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, hearing_id, deadline_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, hearing_id, deadline_id) REFERENCES hearing_deadlines(organisation_id, hearing_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.hearing_tellings as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert to web;
grant delete, select to worker;

-- A version of a framework sent out to be commented on; step_id is the step it is in the version's history. salt is half of the key to employees' sealed comments and is wiped when they have been opened or thrown away; set_opened says which.
create table public.hearings (
  organisation_id integer not null,
  id uuid not null,
  version_id uuid not null,
  title text not null,
  letter text not null,
  contact text not null default ''::text,
  employees boolean not null,
  k integer not null,
  closes_at timestamp with time zone not null,
  step_id uuid,
  opened_by uuid not null,
  opened_at timestamp with time zone not null default now(),
  salt bytea,
  treatment_began_at timestamp with time zone,
  set_opened boolean,
  treated_at timestamp with time zone,
  PRIMARY KEY (organisation_id, id),
  CHECK ((k >= 5)),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.hearings as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX hearings_version ON public.hearings USING btree (organisation_id, version_id);
grant insert, select to web;
grant update (closes_at), update (salt), update (set_opened), update (treated_at), update (treatment_began_at) to web;
grant select (closes_at), select (contact), select (id), select (opened_at), select (organisation_id), select (title), select (treatment_began_at), select (version_id) to worker;

-- What accepting an intake would change, as it is shown before anybody decides. Wiped when it is accepted.
create table public.intake_changes (
  organisation_id integer not null,
  intake_id uuid not null,
  position integer not null,
  kind text not null,
  change text not null,
  key text not null,
  name text not null,
  details jsonb not null,
  PRIMARY KEY (organisation_id, intake_id, "position"),
  CHECK ((change = ANY (ARRAY['new'::text, 'changed'::text, 'ended'::text]))),
  CHECK ((kind = ANY (ARRAY['level'::text, 'unit'::text, 'employment'::text, 'leadership'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, intake_id) REFERENCES intakes(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.intake_changes as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to web;
grant delete, insert, select, update to worker;

-- An uploaded file of units, employments and leaders: a preview until it is accepted. Its rows are wiped when it is.
create table public.intakes (
  organisation_id integer not null,
  id uuid not null,
  file_name text not null,
  rows jsonb not null,
  problems jsonb not null,
  summary jsonb not null,
  fingerprint text not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null default now(),
  accepted_by uuid,
  accepted_at timestamp with time zone,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, accepted_by) REFERENCES persons(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, uploaded_by) REFERENCES persons(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.intakes as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to web;
grant delete, insert, select, update to worker;

-- The organisation's leadership levels, highest first.
create table public.leadership_levels (
  organisation_id integer not null,
  position integer not null,
  name text not null,
  PRIMARY KEY (organisation_id, "position"),
  CHECK ((("position" >= 1) AND ("position" <= 9))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.leadership_levels as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to web;
grant delete, insert, select, update to worker;

-- Who leads which unit, and at which leadership level.
create table public.leaderships (
  organisation_id integer not null,
  unit_id uuid not null,
  employment_id uuid not null,
  level integer not null,
  PRIMARY KEY (organisation_id, unit_id, employment_id),
  CHECK (((level >= 1) AND (level <= 9))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, employment_id) REFERENCES employments(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, unit_id) REFERENCES units(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.leaderships as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX leaderships_employment ON public.leaderships USING btree (organisation_id, employment_id);
grant delete, insert, select to web;
grant delete, insert, select, update to worker;

-- Every figure ever shown, as shown. Only added to. Every page, PDF, file and API reads these rows and nothing else. members (the groups it is made of) and sums (the exact numbers behind what is shown, no finer) are for audits; the web role cannot read them.
create table public.ledger (
  organisation_id integer not null,
  release_id uuid not null,
  round_id uuid not null,
  id uuid not null,
  subject text not null,
  subject_id uuid not null,
  theme text not null,
  n integer not null,
  invited integer not null,
  figures jsonb not null,
  members jsonb not null,
  sums jsonb not null,
  PRIMARY KEY (organisation_id, id),
  CHECK ((subject = ANY (ARRAY['own'::text, 'roll'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, release_id) REFERENCES releases(organisation_id, id) ON DELETE CASCADE,
  UNIQUE (organisation_id, release_id, subject, subject_id, theme)
);
-- row-level security: on, forced
create policy own_organisation on public.ledger as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX ledger_round ON public.ledger USING btree (organisation_id, round_id, subject, subject_id);
grant insert, select to worker;
grant select (figures), select (id), select (invited), select (n), select (organisation_id), select (release_id), select (round_id), select (subject), select (subject_id), select (theme) to web;

-- Mail to send. Its parameters (links, codes) are wiped when it is sent; kept means: no mail server is set, so it waits in the outbox.
create table public.messages (
  organisation_id integer not null,
  id uuid not null,
  template text not null,
  address text not null,
  language text not null,
  parameters jsonb,
  queued_at timestamp with time zone not null default now(),
  attempts integer not null default 0,
  sent_at timestamp with time zone,
  kept_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  PRIMARY KEY (organisation_id, id),
  CHECK ((language = ANY (ARRAY['da'::text, 'en'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.messages as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX messages_waiting ON public.messages USING btree (organisation_id, queued_at) WHERE ((sent_at IS NULL) AND (kept_at IS NULL) AND (failed_at IS NULL));
grant insert, select to web;
grant delete, insert, select, update to worker;

-- Answers given with a name: the leader's own and the superior's. Only the author can read them before closing; they never enter a mean with others.
create table public.named_answers (
  organisation_id integer not null,
  round_id uuid not null,
  leader_id uuid not null,
  relation text not null,
  author_id uuid not null,
  answers jsonb not null,
  saved_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, round_id, leader_id, relation),
  CHECK ((relation = ANY (ARRAY['self'::text, 'superior'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id, leader_id) REFERENCES round_leaders(organisation_id, round_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.named_answers as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to web;
grant delete, insert, select, update to worker;

-- Who runs the installation. They belong to no organisation and can read none of its content.
create table public.operators (
  id uuid not null,
  email text not null,
  name text not null,
  link_hash bytea,
  link_expires timestamp with time zone,
  session_hash bytea,
  session_expires timestamp with time zone,
  PRIMARY KEY (id),
  UNIQUE (email),
  UNIQUE (session_hash)
);
-- row-level security: off, not forced
grant select, update to web;
grant insert, select, update to worker;

-- What an organisation has chosen for itself.
create table public.organisation_settings (
  organisation_id integer not null,
  language text not null default 'da'::text,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id),
  CHECK ((language = ANY (ARRAY['da'::text, 'en'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.organisation_settings as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy shown_to_visitors on public.organisation_settings as permissive for select using ((organisation_id = ( SELECT visited_organisation() AS visited_organisation))) with check ();
grant insert, select, update to web;
grant delete, insert, select, update to worker;

-- Reference: the organisations of this installation. Readable by all, so that an address can name one.
create table public.organisations (
  id integer not null generated,
  slug text not null,
  name text not null,
  PRIMARY KEY (id),
  CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{1,59}$'::text)),
  UNIQUE (slug)
);
-- row-level security: off, not forced
grant select to urn;
grant select to web;
grant select to worker;
grant insert (name), insert (slug) to web;
grant insert (id), insert (name), insert (slug) to worker;

-- People of an invented organisation whom a visitor can be with one click. Read only where the installation was started as a demo.
create table public.personas (
  organisation_id integer not null,
  person_id uuid not null,
  position integer not null,
  description jsonb not null,
  PRIMARY KEY (organisation_id, person_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES persons(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.personas as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant select to web;
grant insert, select to worker;

-- The people of an organisation.
create table public.persons (
  organisation_id integer not null,
  id uuid not null,
  name text not null,
  email text,
  language text,
  PRIMARY KEY (organisation_id, id),
  CHECK ((language = ANY (ARRAY['da'::text, 'en'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.persons as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX persons_email ON public.persons USING btree (organisation_id, lower(email));
grant insert, select, update to web;
grant delete, insert, select, update to worker;

-- How many answered in each group after opening, and each question: numbers of people, never answers. For audits; no page reads it.
create table public.release_atoms (
  organisation_id integer not null,
  release_id uuid not null,
  group_id uuid not null,
  answers integer not null,
  items jsonb not null,
  PRIMARY KEY (organisation_id, release_id, group_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, release_id) REFERENCES releases(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.release_atoms as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to worker;

-- A release the auditor refused, with how it would have leaked. Nothing of it is shown to anyone but operators of the release.
create table public.release_refusals (
  organisation_id integer not null,
  round_id uuid not null,
  id uuid not null,
  refused_at timestamp with time zone not null default now(),
  leaks jsonb not null,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.release_refusals as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant select to web;
grant insert, select to worker;

-- A round's results, computed and frozen once. audit holds what the auditor found; a release that leaks is never written.
create table public.releases (
  organisation_id integer not null,
  round_id uuid not null,
  id uuid not null,
  frozen_at timestamp with time zone not null default now(),
  audit jsonb not null,
  unused integer not null,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, id) ON DELETE CASCADE,
  UNIQUE (organisation_id, round_id)
);
-- row-level security: on, forced
create policy own_organisation on public.releases as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant select to web;
grant insert, select to worker;

-- Roles that do not follow from organisation data.
create table public.role_assignments (
  organisation_id integer not null,
  person_id uuid not null,
  role text not null,
  PRIMARY KEY (organisation_id, person_id, role),
  CHECK ((role = ANY (ARRAY['hr'::text, 'editor'::text, 'management'::text, 'med'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES persons(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.role_assignments as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to web;
grant delete, insert, select, update to worker;

-- Which roll-ups may be shown to roles that may not read leaders' reports: chosen once, at release, so that no leader can be computed.
create table public.roll_visibility (
  organisation_id integer not null,
  release_id uuid not null,
  node_id uuid not null,
  shown boolean not null,
  PRIMARY KEY (organisation_id, release_id, node_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, release_id) REFERENCES releases(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.roll_visibility as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant select to web;
grant insert, select to worker;

-- Who answers together: one group per leader (relation: employees), and one pool per node that belongs to no leader (leader_id null).
create table public.round_groups (
  organisation_id integer not null,
  round_id uuid not null,
  id uuid not null,
  node_id uuid not null,
  leader_id uuid,
  invited integer not null,
  PRIMARY KEY (organisation_id, round_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id, leader_id) REFERENCES round_leaders(organisation_id, round_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id, node_id) REFERENCES round_nodes(organisation_id, round_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.round_groups as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to web;
grant delete, insert, select, update to worker;

-- One RSA key pair per group. The private part is encrypted with a key from the secrets folder and wiped at closing.
create table public.round_keys (
  organisation_id integer not null,
  round_id uuid not null,
  group_id uuid not null,
  public_key bytea not null,
  sealed_private_key bytea,
  PRIMARY KEY (organisation_id, round_id, group_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id, group_id) REFERENCES round_groups(organisation_id, round_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.round_keys as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to worker;
grant select (group_id), select (organisation_id), select (public_key), select (round_id), select (sealed_private_key) to web;

-- A round that was launched: the snapshot is taken at once, ready_at is set when all keys are made and the manifest is signed.
create table public.round_launches (
  organisation_id integer not null,
  round_id uuid not null,
  launched_by uuid not null,
  requested_at timestamp with time zone not null default now(),
  ready_at timestamp with time zone,
  failure text,
  PRIMARY KEY (organisation_id, round_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.round_launches as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select, update to web;
grant delete, insert, select, update to worker;

-- The units each leader led at launch. A leader of several units has one group, under the nearest unit above all of them.
create table public.round_leader_nodes (
  organisation_id integer not null,
  round_id uuid not null,
  leader_id uuid not null,
  node_id uuid not null,
  PRIMARY KEY (organisation_id, round_id, leader_id, node_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id, leader_id) REFERENCES round_leaders(organisation_id, round_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id, node_id) REFERENCES round_nodes(organisation_id, round_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.round_leader_nodes as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to web;
grant delete, insert, select, update to worker;

-- The leaders asked about, as they were at launch. superior_id is the person who is their nearest leader.
create table public.round_leaders (
  organisation_id integer not null,
  round_id uuid not null,
  id uuid not null,
  node_id uuid not null,
  person_id uuid not null,
  superior_id uuid,
  name text not null,
  title text not null,
  level integer not null,
  PRIMARY KEY (organisation_id, round_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id, node_id) REFERENCES round_nodes(organisation_id, round_id, id) ON DELETE CASCADE,
  UNIQUE (organisation_id, round_id, person_id)
);
-- row-level security: on, forced
create policy own_organisation on public.round_leaders as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to web;
grant delete, insert, select, update to worker;

-- The tree of units as it was at launch. Nothing of the round reads the live organisation afterwards. Ids are random.
create table public.round_nodes (
  organisation_id integer not null,
  round_id uuid not null,
  id uuid not null,
  parent_id uuid,
  unit_code text not null,
  name text not null,
  depth integer not null,
  PRIMARY KEY (organisation_id, round_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id, parent_id) REFERENCES round_nodes(organisation_id, round_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.round_nodes as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to web;
grant delete, insert, select, update to worker;

-- Which statements of the framework a question asks about; each question has at least one.
create table public.round_question_statements (
  organisation_id integer not null,
  round_id uuid not null,
  code text not null,
  statement_id uuid not null,
  PRIMARY KEY (organisation_id, round_id, code, statement_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id, code) REFERENCES round_questions(organisation_id, round_id, code) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy no_new_statement on public.round_question_statements as restrictive for insert using () with check ((NOT is_launched(organisation_id, round_id)));
create policy own_organisation on public.round_question_statements as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy statement_stays on public.round_question_statements as restrictive for delete using ((NOT is_launched(organisation_id, round_id))) with check ();
grant delete, insert, select to web;
grant delete, insert, select, update to worker;

-- The questions of a round, with their wording by language and relation. theme is a statement id or a key of the item bank.
create table public.round_questions (
  organisation_id integer not null,
  round_id uuid not null,
  code text not null,
  position integer not null,
  theme text not null,
  theme_name jsonb not null,
  wording jsonb not null,
  item_id text,
  PRIMARY KEY (organisation_id, round_id, code),
  CHECK ((code ~ '^q[0-9]{1,3}$'::text)),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy no_new_question on public.round_questions as restrictive for insert using () with check ((NOT is_launched(organisation_id, round_id)));
create policy own_organisation on public.round_questions as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy question_stays on public.round_questions as restrictive for delete using ((NOT is_launched(organisation_id, round_id))) with check ();
create policy question_stays_so on public.round_questions as restrictive for update using ((NOT is_launched(organisation_id, round_id))) with check ();
grant delete, insert, select, update to web;
grant delete, insert, select, update to worker;

-- The register: who is invited to answer about whom. issued carries no date, and no page of HR or leaders shows it.
create table public.round_raters (
  organisation_id integer not null,
  round_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  leader_id uuid not null,
  person_id uuid not null,
  name text not null,
  email text,
  language text not null,
  unit_name text not null,
  link_hash bytea,
  code_hash bytea,
  issued boolean not null default false,
  blinded_hash bytea,
  blind_signature bytea,
  PRIMARY KEY (organisation_id, round_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id, group_id) REFERENCES round_groups(organisation_id, round_id, id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id, leader_id) REFERENCES round_leaders(organisation_id, round_id, id) ON DELETE CASCADE,
  UNIQUE (organisation_id, round_id, person_id)
);
-- row-level security: on, forced
create policy own_organisation on public.round_raters as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX round_raters_code ON public.round_raters USING btree (organisation_id, code_hash);
CREATE INDEX round_raters_link ON public.round_raters USING btree (organisation_id, link_hash);
grant insert, select, update to web;
grant delete, insert, select, update to worker;

-- A reminder to those who have not answered; the last one goes to all. How many got it is known in steps of five, never who.
create table public.round_reminders (
  organisation_id integer not null,
  round_id uuid not null,
  id uuid not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null default now(),
  last boolean not null default false,
  done_at timestamp with time zone,
  sent integer,
  PRIMARY KEY (organisation_id, round_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.round_reminders as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant insert, select to web;
grant delete, insert, select, update to worker;

-- How many have answered below a node, rounded down to fives and renewed once a day, so that no single answer can be seen arriving.
create table public.round_response_counts (
  organisation_id integer not null,
  round_id uuid not null,
  node_id uuid not null,
  counted_on date not null,
  steps_of_five integer not null,
  PRIMARY KEY (organisation_id, round_id, node_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id, node_id) REFERENCES round_nodes(organisation_id, round_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.round_response_counts as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant select to web;
grant delete, insert, select, update to worker;

-- Which parts of the framework a round is to be about: the competences that its questions have to cover.
create table public.round_themes (
  organisation_id integer not null,
  round_id uuid not null,
  statement_id uuid not null,
  PRIMARY KEY (organisation_id, round_id, statement_id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, round_id) REFERENCES rounds(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.round_themes as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select to web;
grant delete, insert, select, update to worker;

-- A bearing. Its rules can be changed until it is launched and never after; what was launched stands in the manifest.
create table public.rounds (
  organisation_id integer not null,
  id uuid not null,
  version_id uuid not null,
  title text not null,
  purpose text not null default ''::text,
  legal_basis text not null default ''::text,
  contact text not null default ''::text,
  recipients text not null default ''::text,
  retention text not null default ''::text,
  categories text not null default ''::text,
  med_hearing text not null default ''::text,
  k integer not null default 5,
  middle text not null default 'mean'::text,
  closes_at timestamp with time zone,
  asks_superior boolean not null default true,
  superior_sees boolean not null default true,
  hr_sees boolean not null default false,
  employees_see boolean not null default true,
  revision integer not null default 1,
  created_by uuid not null,
  created_at timestamp with time zone not null default now(),
  PRIMARY KEY (organisation_id, id),
  CHECK (((k >= 5) AND (k <= 20))),
  CHECK ((middle = ANY (ARRAY['mean'::text, 'shares'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, version_id) REFERENCES framework_versions(organisation_id, id) ON DELETE RESTRICT
);
-- row-level security: on, forced
create policy own_organisation on public.rounds as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy round_stays on public.rounds as restrictive for delete using ((NOT is_launched(organisation_id, id))) with check ();
create policy rules_stay on public.rounds as restrictive for update using ((NOT is_launched(organisation_id, id))) with check ();
grant delete, insert, select, update to web;
grant delete, insert, select, update to worker;

-- Who is signed in: the hash of the secret in the cookie. Ends 8 hours after last use, 7 days at most.
create table public.sessions (
  organisation_id integer not null,
  hash bytea not null,
  person_id uuid not null,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  PRIMARY KEY (organisation_id, hash),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES persons(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.sessions as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to web;
grant delete, insert, select, update to worker;

-- Links sent by mail to sign in with: 15 minutes, used once, spent by pressing a button.
create table public.sign_in_links (
  organisation_id integer not null,
  hash bytea not null,
  person_id uuid not null,
  expires_at timestamp with time zone not null,
  spent_at timestamp with time zone,
  PRIMARY KEY (organisation_id, hash),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, person_id) REFERENCES persons(organisation_id, id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.sign_in_links as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to web;
grant delete, insert, select, update to worker;

-- A strategy, vision or policy of the organisation, or a scale from elsewhere, that frameworks build on. Frameworks point to it; it belongs to none.
create table public.strategies (
  organisation_id integer not null,
  id uuid not null,
  kind text not null,
  name text not null,
  link text not null default ''::text,
  about text not null default ''::text,
  begins date,
  ends date,
  PRIMARY KEY (organisation_id, id),
  CHECK ((ends >= begins)),
  CHECK ((kind = ANY (ARRAY['strategy'::text, 'vision'::text, 'policy'::text, 'scale'::text]))),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.strategies as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
create policy strategy_stays on public.strategies as restrictive for delete using (((NOT (EXISTS ( SELECT
   FROM framework_strategies s
  WHERE ((s.organisation_id = strategies.organisation_id) AND (s.strategy_id = strategies.id) AND is_published(s.organisation_id, s.version_id))))) AND (NOT (EXISTS ( SELECT
   FROM framework_strategy_statements s
  WHERE ((s.organisation_id = strategies.organisation_id) AND (s.strategy_id = strategies.id) AND is_published(s.organisation_id, s.version_id))))))) with check ();
grant delete, insert, select, update to web;
grant delete, insert, select to worker;

-- Who did what, and about whom. Only added to; names are kept as they were, so the trail outlives the person row.
create table public.trail_entries (
  organisation_id integer not null,
  id uuid not null,
  at timestamp with time zone not null default now(),
  actor_id uuid,
  actor_name text not null,
  action text not null,
  object_kind text not null,
  object_id text not null,
  object_name text not null default ''::text,
  about_id uuid,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on public.trail_entries as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX trail_entries_about ON public.trail_entries USING btree (organisation_id, about_id);
CREATE INDEX trail_entries_object ON public.trail_entries USING btree (organisation_id, object_kind, object_id);
grant insert, select to web;
grant insert, select to worker;

-- The tree of units, kept by their code in the source of organisation data.
create table public.units (
  organisation_id integer not null,
  id uuid not null,
  code text not null,
  name text not null,
  parent_id uuid,
  ended_on date,
  PRIMARY KEY (organisation_id, id),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  FOREIGN KEY (organisation_id, parent_id) REFERENCES units(organisation_id, id) ON DELETE CASCADE,
  UNIQUE (organisation_id, code)
);
-- row-level security: on, forced
create policy own_organisation on public.units as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
CREATE INDEX units_parent ON public.units USING btree (organisation_id, parent_id);
grant insert, select, update to web;
grant delete, insert, select, update to worker;

-- Sealed ballots until closing. No person, no time, no order, no address. The receipt is kept so that the same ballot gets the same receipt.
create table urn.envelopes (
  organisation_id integer not null,
  round_id uuid not null,
  nullifier bytea not null,
  group_id uuid not null,
  token bytea not null,
  token_signature bytea not null,
  version integer not null,
  sealed bytea not null,
  signature bytea not null,
  receipt bytea not null,
  PRIMARY KEY (organisation_id, round_id, nullifier),
  CHECK ((octet_length(nullifier) = 32)),
  CHECK ((version > 0)),
  FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
-- row-level security: on, forced
create policy own_organisation on urn.envelopes as permissive for all using ((organisation_id = ( SELECT current_organisation() AS current_organisation))) with check ((organisation_id = ( SELECT current_organisation() AS current_organisation)));
grant delete, insert, select, update to urn;
