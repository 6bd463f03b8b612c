-- Search beyond the frameworks: what goals, indicators, decision notes, activities, units' own words and hearings can be found by. As with
-- the frameworks (0014) the database makes it from the row's own words, so that nothing that writes a row can forget it.

alter table goals add column search text not null
  generated always as (searchable(title, true) || searchable(why, false) || searchable(source, false)) stored;
alter table goal_indicators add column search text not null
  generated always as (searchable(name, true) || searchable(measure, false) || searchable(feedback_name, false)) stored;

-- The alternatives are JSON, in whose text a new line is written as a letter. A note is long, and looked
-- through faster when it is not packed.
alter table decision_note_versions add column search text storage external not null generated always as (
  searchable(title, true) || searchable(decision, false) || searchable(regexp_replace(jsonb_path_query_array(alternatives, '$[*].*')::text, '\\[nrt]', ' ', 'g'), false)
    || searchable(tradeoffs, false) || searchable(heard, false) || searchable(told, false) || searchable(explanation, false)
) stored;
alter table decision_note_additions add column search text not null generated always as (searchable(text, false)) stored;

alter table activities add column search text not null
  generated always as (searchable(name, true) || searchable(how, false) || searchable(responsible, false)) stored;

alter table framework_translations add column search text not null generated always as (searchable(text, false)) stored;

alter table hearing_comments add column search text not null generated always as (searchable(text, false)) stored;
alter table hearing_answers add column search text not null generated always as (searchable(reason, false)) stored;
