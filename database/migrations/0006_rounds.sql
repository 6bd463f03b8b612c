create table rounds (
  organisation_id int not null references organisations (id) on delete cascade,
  id uuid not null,
  version_id uuid not null,
  title text not null,
  purpose text not null default '',
  legal_basis text not null default '',
  contact text not null default '',
  recipients text not null default '',
  retention text not null default '',
  categories text not null default '',
  med_hearing text not null default '',
  k int not null default 5 check (k between 5 and 20),
  middle text not null default 'mean' check (middle in ('mean', 'shares')),
  closes_at timestamptz,
  asks_superior boolean not null default true,
  superior_sees boolean not null default true,
  hr_sees boolean not null default false,
  employees_see boolean not null default true,
  revision int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (organisation_id, id),
  foreign key (organisation_id, version_id) references framework_versions (organisation_id, id) on delete restrict
);
call protect('rounds');
comment on table rounds is 'A bearing. Its rules can be changed until it is launched and never after; what was launched stands in the manifest.';

create table round_themes (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  statement_id uuid not null,
  primary key (organisation_id, round_id, statement_id),
  foreign key (organisation_id, round_id) references rounds (organisation_id, id) on delete cascade
);
call protect('round_themes');
comment on table round_themes is 'Which parts of the framework a round is to be about: the competences that its questions have to cover.';

create table round_questions (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  code text not null check (code ~ '^q[0-9]{1,3}$'),
  position int not null,
  theme text not null,
  theme_name jsonb not null,
  wording jsonb not null,
  item_id text,
  primary key (organisation_id, round_id, code),
  foreign key (organisation_id, round_id) references rounds (organisation_id, id) on delete cascade
);
call protect('round_questions');
comment on table round_questions is 'The questions of a round, with their wording by language and relation. theme is a statement id or a key of the item bank.';

create table round_question_statements (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  code text not null,
  statement_id uuid not null,
  primary key (organisation_id, round_id, code, statement_id),
  foreign key (organisation_id, round_id, code) references round_questions (organisation_id, round_id, code) on delete cascade
);
call protect('round_question_statements');
comment on table round_question_statements is 'Which statements of the framework a question asks about; each question has at least one.';

create table round_nodes (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  id uuid not null,
  parent_id uuid,
  unit_code text not null,
  name text not null,
  depth int not null,
  primary key (organisation_id, round_id, id),
  foreign key (organisation_id, round_id) references rounds (organisation_id, id) on delete cascade,
  foreign key (organisation_id, round_id, parent_id) references round_nodes (organisation_id, round_id, id) on delete cascade
);
call protect('round_nodes');
comment on table round_nodes is 'The tree of units as it was at launch. Nothing of the round reads the live organisation afterwards. Ids are random.';

create table round_leaders (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  id uuid not null,
  node_id uuid not null,
  person_id uuid not null,
  superior_id uuid,
  name text not null,
  title text not null,
  level int not null,
  primary key (organisation_id, round_id, id),
  unique (organisation_id, round_id, person_id),
  foreign key (organisation_id, round_id, node_id) references round_nodes (organisation_id, round_id, id) on delete cascade
);
call protect('round_leaders');
comment on table round_leaders is 'The leaders asked about, as they were at launch. superior_id is the person who is their nearest leader.';

create table round_leader_nodes (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  leader_id uuid not null,
  node_id uuid not null,
  primary key (organisation_id, round_id, leader_id, node_id),
  foreign key (organisation_id, round_id, leader_id) references round_leaders (organisation_id, round_id, id) on delete cascade,
  foreign key (organisation_id, round_id, node_id) references round_nodes (organisation_id, round_id, id) on delete cascade
);
call protect('round_leader_nodes');
comment on table round_leader_nodes is 'The units each leader led at launch. A leader of several units has one group, under the nearest unit above all of them.';

create table round_groups (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  id uuid not null,
  node_id uuid not null,
  leader_id uuid,
  invited int not null,
  primary key (organisation_id, round_id, id),
  foreign key (organisation_id, round_id, node_id) references round_nodes (organisation_id, round_id, id) on delete cascade,
  foreign key (organisation_id, round_id, leader_id) references round_leaders (organisation_id, round_id, id) on delete cascade
);
call protect('round_groups');
comment on table round_groups is 'Who answers together: one group per leader (relation: employees), and one pool per node that belongs to no leader (leader_id null).';

create table round_raters (
  organisation_id int not null references organisations (id) on delete cascade,
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
  primary key (organisation_id, round_id, id),
  unique (organisation_id, round_id, person_id),
  foreign key (organisation_id, round_id, group_id) references round_groups (organisation_id, round_id, id) on delete cascade,
  foreign key (organisation_id, round_id, leader_id) references round_leaders (organisation_id, round_id, id) on delete cascade
);
call protect('round_raters');
create index round_raters_link on round_raters (organisation_id, link_hash);
create index round_raters_code on round_raters (organisation_id, code_hash);
comment on table round_raters is 'The register: who is invited to answer about whom. issued carries no date, and no page of HR or leaders shows it.';

create table round_keys (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  group_id uuid not null,
  public_key bytea not null,
  sealed_private_key bytea,
  primary key (organisation_id, round_id, group_id),
  foreign key (organisation_id, round_id, group_id) references round_groups (organisation_id, round_id, id) on delete cascade
);
call protect('round_keys');
comment on table round_keys is 'One RSA key pair per group. The private part is encrypted with a key from the secrets folder and wiped at closing.';

create table round_launches (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  launched_by uuid not null,
  requested_at timestamptz not null default now(),
  ready_at timestamptz,
  failure text,
  primary key (organisation_id, round_id),
  foreign key (organisation_id, round_id) references rounds (organisation_id, id) on delete cascade
);
call protect('round_launches');
comment on table round_launches is 'A round that was launched: the snapshot is taken at once, ready_at is set when all keys are made and the manifest is signed.';

-- What is launched stays as it was promised to those who answer: the database itself refuses to change or delete it.
create function is_launched(organisation int, round uuid) returns boolean
  language sql stable
  as $$ select exists (select from round_launches l where l.organisation_id = organisation and l.round_id = round) $$;
create policy rules_stay on rounds as restrictive for update using (not is_launched(organisation_id, id));
create policy round_stays on rounds as restrictive for delete using (not is_launched(organisation_id, id));
create policy no_new_question on round_questions as restrictive for insert with check (not is_launched(organisation_id, round_id));
create policy question_stays_so on round_questions as restrictive for update using (not is_launched(organisation_id, round_id));
create policy question_stays on round_questions as restrictive for delete using (not is_launched(organisation_id, round_id));
create policy no_new_statement on round_question_statements as restrictive for insert with check (not is_launched(organisation_id, round_id));
create policy statement_stays on round_question_statements as restrictive for delete using (not is_launched(organisation_id, round_id));

create table round_reminders (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  last boolean not null default false,
  done_at timestamptz,
  sent int,
  primary key (organisation_id, round_id, id),
  foreign key (organisation_id, round_id) references rounds (organisation_id, id) on delete cascade
);
call protect('round_reminders');
comment on table round_reminders is 'A reminder to those who have not answered; the last one goes to all. How many got it is known in steps of five, never who.';

create table round_response_counts (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  node_id uuid not null,
  counted_on date not null,
  steps_of_five int not null,
  primary key (organisation_id, round_id, node_id),
  foreign key (organisation_id, round_id, node_id) references round_nodes (organisation_id, round_id, id) on delete cascade
);
call protect('round_response_counts');
comment on table round_response_counts is 'How many have answered below a node, rounded down to fives and renewed once a day, so that no single answer can be seen arriving.';

create table named_answers (
  organisation_id int not null references organisations (id) on delete cascade,
  round_id uuid not null,
  leader_id uuid not null,
  relation text not null check (relation in ('self', 'superior')),
  author_id uuid not null,
  answers jsonb not null,
  saved_at timestamptz not null default now(),
  primary key (organisation_id, round_id, leader_id, relation),
  foreign key (organisation_id, round_id, leader_id) references round_leaders (organisation_id, round_id, id) on delete cascade
);
call protect('named_answers');
comment on table named_answers is 'Answers given with a name: the leader''s own and the superior''s. Only the author can read them before closing; they never enter a mean with others.';
