-- Search. Everything is found by generated columns, so that no way of writing a framework can forget to keep it up to date.

-- Words as they are compared: small letters, æ ø å and their written-out forms as one letter, other accents off.
create function folded(words text) returns text
  language sql immutable parallel safe
  return replace(replace(replace(translate(lower(words), 'æøåäöüéèêëáàâíìîóòôúùûñç', 'aoaaoueeeeaaaiiiooouuunc'), 'ae', 'a'), 'oe', 'o'), 'aa', 'a');

-- What a text can be found by, each with a mark that tells how:
--   =stem    a word in any form of it            (the Danish stemmer of PostgreSQL)
--   ^word    the start of a word                 (medarbejder finds medarbejderudvikling)
--   ~inside  a later part of a long word         (grundlag finds ledelsesgrundlag)
-- A part begins after at least three letters with a vowel among them: what stands before it could be a word too.
create function searchable(words text, mark text) returns tsvector
  language sql immutable parallel safe
  return (
    with word as (select distinct part from regexp_split_to_table(folded(left(coalesce(words, ''), 20000)), '[^a-z0-9]+') as part
                  where length(part) between 2 and 60)
    select array_to_tsvector(coalesce(array_agg(distinct entry), '{}'))
    from (
      select mark || '=' || coalesce((ts_lexize('danish_stem', part))[1], part) as entry from word
      union all select mark || '^' || part from word
      union all select mark || '~' || substr(part, at) from word, generate_series(4, least(length(part) - 2, 40)) as at
        where length(part) >= 6 and substr(part, 1, at - 1) ~ '[aeiouy]'
    ) as entries
  );

alter table framework_elements add column search tsvector generated always as (searchable(title, '!') || searchable(text, '')) stored;
alter table framework_versions add column search tsvector generated always as (searchable(title, '!') || searchable(issued_by, '')) stored;
alter table framework_levels add column search tsvector generated always as (searchable(name, '!')) stored;
