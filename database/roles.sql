-- What each database role may do. Run after every migration; takes everything back first, so that this file is the whole truth.
-- {web}, {worker} and {urn} stand for the roles' names. The owner runs migrations and nothing else.
revoke all on all tables in schema public, urn, handover, pgboss from {web}, {worker}, {urn};
revoke all on all sequences in schema public, pgboss from {web}, {worker}, {urn};
revoke all on schema urn, handover, pgboss from public, {web}, {worker}, {urn};
revoke create on schema public from public;

-- Both sides may know which organisations there are, and nothing more about them.
grant select on organisations to {web}, {worker}, {urn};
grant insert (id, slug, name) on organisations to {worker};
grant select, update on operators to {web};
-- An operator makes an organisation in the browser; only the loader of invented ones may call one a demonstration.
grant insert (slug, name) on organisations to {web};
grant select, insert, update on operators to {worker};

-- Web: what people do.
grant select, insert, update on organisation_settings, persons, units, employments, intakes, sessions, sign_in_links, attempts,
  frameworks, framework_versions, framework_elements, framework_rests, rounds, round_questions, round_raters, named_answers,
  round_launches to {web};
grant select, insert, delete on leadership_levels, leaderships, role_assignments, framework_levels, framework_kind_names, framework_uses,
  framework_rest_elements, framework_removals,
  round_question_statements, round_themes, intake_changes to {web};
grant delete on sessions, sign_in_links, attempts, frameworks, framework_versions, framework_elements, framework_rests, round_questions,
  rounds, intakes to {web};
grant select, insert, delete on framework_body_rights, framework_body_members, framework_required_steps, framework_documents,
  framework_steps, framework_origins to {web};
grant select, insert, update, delete on framework_bodies, framework_reviews to {web};
grant update (ended_on) on framework_steps to {web};
grant update (kind) on framework_origins to {web};
grant select, insert on framework_statement_history to {web};
-- What a framework can say beside its words is replaced part by part.
grant select, insert, delete on framework_covers, framework_core_tasks, framework_core_task_statements, framework_addressees, framework_value_statements,
  framework_weights, framework_level_rules, framework_duties, framework_visuals, framework_strategies, framework_strategy_statements to {web};
grant select, insert, update, delete on strategies to {web};
grant update (alt) on framework_visuals to {web};
grant select on demonstrations, personas to {web};
grant select, insert, update, delete on framework_public_pages to {web}, {worker};
grant select, insert, delete on framework_frame_origins to {web};
grant select, insert, update on framework_read_counts to {web};
-- A leader's note on the period beside the results. A wording that may have been read stays: a policy keeps it.
grant select, insert, delete on context_notes to {web};
grant select, insert on trail_entries, messages, round_nodes, round_leaders, round_leader_nodes, round_groups,
  round_reminders to {web};
grant select on round_response_counts, releases, roll_visibility, release_refusals to {web};
grant select (organisation_id, release_id, round_id, id, subject, subject_id, theme, n, invited, figures) on ledger to {web};
grant select (organisation_id, round_id, group_id, public_key, sealed_private_key) on round_keys to {web};
-- A draft's own log: gone when it is published.
grant select, insert, update, delete on framework_draft_saves to {web};
grant select, insert, delete on framework_draft_sightings to {web};
grant usage on schema handover to {web};
grant select, insert on handover.manifests, handover.closures, handover.announcements to {web};
grant select on handover.urn_keys, handover.openings to {web};

-- Hearings. What was sent out stays as it was: its statements can be added with the hearing, and neither changed nor deleted.
grant select, insert on hearings, hearing_statements, hearing_deadlines, hearing_bodies to {web};
grant select, insert, update, delete on hearing_comments, hearing_body_comments, hearing_sealed_comments to {web};
grant select, insert, update on hearing_answers to {web};
grant select, insert on hearing_notes to {web};
grant select on hearing_reminders to {web};
grant update (closes_at, salt, treatment_began_at, set_opened, treated_at) on hearings to {web};
grant update (replied_at, replied_by, replied_by_name) on hearing_bodies to {web};

-- A document that was uploaded is read by the worker; web hands it in, sees how far it is, and cannot take it out again.
grant insert, delete on framework_uploads to {web};
grant select (organisation_id, id, file_name, size, uploaded_by, uploaded_at, attempts, began_at, pictures_at, pages_read, pages, ended_at,
  problem, problem_reason, problem_item, version_id, past_of) on framework_uploads to {web};

-- Frameworks above, beside and below each other: parents, translations in units, copies from elsewhere, mergers.
grant select, insert, update, delete on framework_parents, framework_supports, framework_translation_calls, framework_translations,
  framework_forks, framework_fork_statements, framework_merges, framework_merge_pairs to {web};

-- Decision notes and the year wheel. What is shared cannot be changed; a policy refuses it.
grant select, insert, delete on decision_notes, decision_note_units, activity_statements, activity_holdings to {web};
grant update (reach) on decision_notes to {web};
grant select, insert, update, delete on decision_note_versions, activities to {web};
grant select, insert on decision_note_additions, decision_note_widenings to {web};
-- Who is to hear of what by mail: web says it, the worker finds the people and writes to them.
grant insert on decision_note_tellings, hearing_tellings to {web};

-- Goals: what stands on a page can be changed and taken back; how far a goal was said to be is only added to, and goes with the goal.
grant select, insert, update, delete on goals, goal_indicators to {web};
grant select, insert, delete on goal_statements, goal_values to {web};
grant select, insert on goal_states to {web};

-- Worker: what is done in the background, for one organisation at a time.
grant select, insert, update, delete on organisation_settings, leadership_levels, persons, units, employments, leaderships,
  role_assignments, intakes, intake_changes, sessions, sign_in_links, attempts, messages, frameworks, framework_versions, framework_levels,
  framework_kind_names, framework_elements, framework_rests, framework_rest_elements, framework_removals,
  framework_uses, rounds, round_themes, round_questions,
  round_question_statements, round_nodes, round_leaders, round_leader_nodes, round_groups, round_raters, round_keys, round_launches,
  round_reminders, round_response_counts, named_answers to {worker};
grant select, insert, update, delete on framework_bodies, framework_body_rights, framework_body_members, framework_required_steps,
  framework_documents, framework_steps, framework_origins, framework_reviews to {worker};
grant select, delete on framework_draft_saves, framework_draft_sightings to {worker};
grant select, insert on framework_statement_history, framework_review_reminders to {worker};
grant select, insert, delete on framework_covers, framework_core_tasks, framework_core_task_statements, framework_addressees, framework_value_statements,
  framework_weights, framework_level_rules, framework_duties, framework_visuals, framework_strategies, framework_strategy_statements, strategies to {worker};
grant select, update, delete on framework_uploads to {worker};
-- Only the loader of invented organisations writes goals, decisions, activities and notes on a period in the background.
grant select, insert on goals, goal_states, goal_statements, goal_indicators, goal_values, context_notes to {worker};
grant select, insert on decision_notes, decision_note_versions, activities to {worker};
grant select, delete on decision_note_tellings, hearing_tellings to {worker};
grant update (shared_at, shared_by_name) on decision_note_versions to {worker};
grant select, insert, delete on activity_statements, activity_holdings to {worker};
grant select, insert on demonstrations, personas, trail_entries, releases, release_atoms, ledger, roll_visibility, release_refusals to {worker};
grant usage on schema handover to {worker};
grant select, insert on handover.manifests, handover.closures, handover.announcements to {worker};
grant select on handover.urn_keys, handover.openings to {worker};
grant select, delete on handover.opened to {worker};

-- Mails about hearings. The worker reads no comment, sealed or opened.
grant select (organisation_id, id, version_id, title, contact, closes_at, opened_at, treatment_began_at) on hearings to {worker};
grant select (organisation_id, hearing_id, id, kind, closes_at, reason) on hearing_deadlines to {worker};
grant select (organisation_id, hearing_id, body_id, name, replied_at) on hearing_bodies to {worker};
grant select, insert on hearing_reminders to {worker};

-- Urn: envelopes, and what is handed over. No right anywhere else.
grant usage on schema urn, handover to {urn};
grant select, insert, update, delete on urn.envelopes to {urn};
grant select on handover.manifests, handover.closures, handover.announcements to {urn};
grant select, insert on handover.urn_keys, handover.openings to {urn};
grant insert on handover.opened to {urn};

-- Jobs: web puts them in the queue, the worker takes them out.
grant usage on schema pgboss to {web}, {worker};
grant select, insert on all tables in schema pgboss to {web};
grant select, insert, update, delete on all tables in schema pgboss to {worker};
grant usage on all sequences in schema pgboss to {web}, {worker};
grant execute on all functions in schema pgboss to {web}, {worker};
