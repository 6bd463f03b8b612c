-- Search. Everything is found by generated columns, so that no way of writing a framework can forget to keep it up to date.

-- Words as they are compared: small letters, æ ø å and their written-out forms as one letter, other accents off.
create function folded(words text) returns text
  language sql immutable parallel safe
  return replace(replace(replace(translate(lower(words), 'æøåäöüéèêëáàâíìîóòôúùûñç', 'aoaaoueeeeaaaiiiooouuunc'), 'ae', 'a'), 'oe', 'o'), 'aa', 'a');

-- What a text can be found by: its words and their stems (PostgreSQL's Danish stemmer), each word once, as ^word=stem; or, in a title,
-- as <word>stem; so that a form of a word, the start of a word and a part of a long word are all found by looking for a few letters.
create function searchable(words text, in_title boolean) returns text
  language sql immutable parallel safe
  return (
    select coalesce(string_agg(case when in_title then '<' else '^' end || part || case when in_title then '>' else '=' end
      || coalesce((ts_lexize('danish_stem', part))[1], part) || ';', ''), '')
    from (select distinct part from regexp_split_to_table(folded(left(coalesce(words, ''), 20000)), '[^a-z0-9]+') as part) as word
    where length(part) between 2 and 60
  );

alter table framework_elements add column search text not null generated always as (searchable(title, true) || searchable(text, false)) stored;
alter table framework_versions add column search text not null generated always as (searchable(title, true) || searchable(issued_by, false)) stored;
alter table framework_levels add column search text not null generated always as (searchable(name, true)) stored;
