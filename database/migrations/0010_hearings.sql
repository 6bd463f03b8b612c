create table hearings (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  version_id uuid not null,
  title text not null,
  letter text not null,
  contact text not null default '',
  employees boolean not null,
  k int not null check (k >= 5),
  closes_at timestamptz not null,
  step_id uuid,
  opened_by uuid not null,
  opened_at timestamptz not null default now(),
  salt bytea,
  treatment_began_at timestamptz,
  set_opened boolean,
  treated_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete cascade
);
call protect('hearings');
create index hearings_version on hearings (organisation_id, version_id);
comment on table hearings is 'A version of a framework sent out to be commented on; step_id is the step it is in the version''s history. salt is half of the key to employees'' sealed comments and is wiped when they have been opened or thrown away; set_opened says which.';

create table hearing_statements (
  organisation_id int not null references organisations (id) on delete cascade,
  hearing_id uuid not null,
  statement_id uuid not null,
  position int not null,
  kind text not null,
  statement jsonb not null,
  primary key (organisation_id, hearing_id, statement_id),
  foreign key (organisation_id, hearing_id) references hearings (organisation_id, id) on delete cascade
);
call protect('hearing_statements');
comment on table hearing_statements is 'The text that is heard, as it stood when the hearing opened. What happens to the draft afterwards does not touch it.';

create table hearing_bodies (
  organisation_id int not null references organisations (id) on delete cascade,
  hearing_id uuid not null,
  body_id uuid not null,
  name text not null,
  replied_at timestamptz,
  replied_by uuid,
  replied_by_name text,
  primary key (organisation_id, hearing_id, body_id),
  foreign key (organisation_id, hearing_id) references hearings (organisation_id, id) on delete cascade,
  foreign key (organisation_id, body_id) references framework_bodies (organisation_id, id) on delete cascade
);
call protect('hearing_bodies');
comment on table hearing_bodies is 'A body asked to answer, by the name it had then, and when somebody in it sent the answer. Until then its comments are drafts.';

create table hearing_deadlines (
  organisation_id int not null references organisations (id) on delete cascade,
  hearing_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('opened', 'extended', 'closed')),
  closes_at timestamptz not null,
  reason text not null default '',
  set_by uuid not null,
  set_at timestamptz not null default now(),
  primary key (organisation_id, hearing_id, id),
  foreign key (organisation_id, hearing_id) references hearings (organisation_id, id) on delete cascade
);
call protect('hearing_deadlines');
comment on table hearing_deadlines is 'Each time a deadline was set: at the opening, moved to later, or closed before time with a reason.';

create table hearing_reminders (
  organisation_id int not null references organisations (id) on delete cascade,
  hearing_id uuid not null,
  body_id uuid not null,
  kind text not null check (kind in ('week', 'day')),
  closes_at timestamptz not null,
  sent_at timestamptz not null default now(),
  primary key (organisation_id, hearing_id, body_id, kind, closes_at),
  foreign key (organisation_id, hearing_id, body_id) references hearing_bodies (organisation_id, hearing_id, body_id) on delete cascade
);
call protect('hearing_reminders');
comment on table hearing_reminders is 'A body was reminded of a deadline: a week before it, or the day before. Each once.';

create table hearing_comments (
  organisation_id int not null references organisations (id) on delete cascade,
  hearing_id uuid not null,
  id uuid not null,
  statement_id uuid,
  text text not null check (length(text) between 1 and 20000),
  primary key (organisation_id, hearing_id, id),
  foreign key (organisation_id, hearing_id) references hearings (organisation_id, id) on delete cascade,
  foreign key (organisation_id, hearing_id, statement_id) references hearing_statements (organisation_id, hearing_id, statement_id) on delete cascade
);
call protect('hearing_comments');
comment on table hearing_comments is 'What was said about a statement, or about the whole (statement_id null). No person, no time, and ids that tell no order: a comment without a row in hearing_body_comments came from an employee.';

create table hearing_body_comments (
  organisation_id int not null references organisations (id) on delete cascade,
  hearing_id uuid not null,
  comment_id uuid not null,
  body_id uuid not null,
  revision int not null default 1,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamptz not null default now(),
  primary key (organisation_id, hearing_id, comment_id),
  foreign key (organisation_id, hearing_id, comment_id) references hearing_comments (organisation_id, hearing_id, id) on delete cascade,
  foreign key (organisation_id, hearing_id, body_id) references hearing_bodies (organisation_id, hearing_id, body_id) on delete cascade
);
call protect('hearing_body_comments');
create index hearing_body_comments_body on hearing_body_comments (organisation_id, hearing_id, body_id);
comment on table hearing_body_comments is 'Which body a comment comes from, and who in the body last wrote on it. Only the body sees who.';

create table hearing_sealed_comments (
  organisation_id int not null references organisations (id) on delete cascade,
  hearing_id uuid not null,
  id uuid not null,
  author_mark bytea not null,
  sealed bytea not null,
  primary key (organisation_id, hearing_id, id),
  foreign key (organisation_id, hearing_id) references hearings (organisation_id, id) on delete cascade
);
call protect('hearing_sealed_comments');
create index hearing_sealed_comments_author on hearing_sealed_comments (organisation_id, hearing_id, author_mark);
comment on table hearing_sealed_comments is 'An employee''s comment before it is opened: encrypted, padded, no time, no person. author_mark is a keyed fingerprint; its key is half in the secrets folder, half in hearings.salt.';

create table hearing_answers (
  organisation_id int not null references organisations (id) on delete cascade,
  hearing_id uuid not null,
  comment_id uuid not null,
  outcome text not null check (outcome in ('taken_in', 'partly', 'not')),
  reason text not null check (length(reason) between 1 and 4000),
  changed_statement_id uuid,
  revision int not null default 1,
  answered_by uuid not null,
  answered_by_name text not null,
  answered_at timestamptz not null default now(),
  primary key (organisation_id, hearing_id, comment_id),
  foreign key (organisation_id, hearing_id, comment_id) references hearing_comments (organisation_id, hearing_id, id) on delete cascade
);
call protect('hearing_answers');
create index hearing_answers_statement on hearing_answers (organisation_id, changed_statement_id);
comment on table hearing_answers is 'What became of a comment, and why. changed_statement_id is the statement whose wording it changed; null when it changed none.';

create table hearing_notes (
  organisation_id int not null references organisations (id) on delete cascade,
  hearing_id uuid not null,
  wording jsonb not null,
  published_by_name text not null,
  published_at timestamptz not null default now(),
  primary key (organisation_id, hearing_id),
  foreign key (organisation_id, hearing_id) references hearings (organisation_id, id) on delete cascade
);
call protect('hearing_notes');
comment on table hearing_notes is 'The hearing note, published to everybody in the organisation, with the wording that the hearing led to as it was then.';

-- A hearing that has been held is kept: neither its version nor a body that was asked can be deleted from under it.
create function has_hearing(organisation int, version uuid) returns boolean
  language sql stable
  as $$ select exists (select from hearings h where h.organisation_id = organisation and h.version_id = version) $$;
create policy heard_stays on framework_versions as restrictive for delete using (not has_hearing(organisation_id, id));
create function was_asked(organisation int, body uuid) returns boolean
  language sql stable
  as $$ select exists (select from hearing_bodies b where b.organisation_id = organisation and b.body_id = body) $$;
create policy asked_stays on framework_bodies as restrictive for delete using (not was_asked(organisation_id, id));

-- What has been treated stays as it was answered, and what is being treated stays as it was said.
create function is_treated(organisation int, hearing uuid) returns boolean
  language sql stable
  as $$ select exists (select from hearings h where h.organisation_id = organisation and h.id = hearing and h.treated_at is not null) $$;
create function treatment_began(organisation int, hearing uuid) returns boolean
  language sql stable
  as $$ select exists (select from hearings h where h.organisation_id = organisation and h.id = hearing and h.treatment_began_at is not null) $$;
create policy no_new_answer on hearing_answers as restrictive for insert with check (not is_treated(organisation_id, hearing_id));
create policy answer_stays_so on hearing_answers as restrictive for update using (not is_treated(organisation_id, hearing_id));
create policy no_new_comment on hearing_comments as restrictive for insert with check (not treatment_began(organisation_id, hearing_id));
create policy comment_stays_so on hearing_comments as restrictive for update using (not treatment_began(organisation_id, hearing_id));
create policy comment_stays on hearing_comments as restrictive for delete using (not treatment_began(organisation_id, hearing_id));
