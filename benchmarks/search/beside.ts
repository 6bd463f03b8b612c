// What stands around the frameworks in a large organisation: goals, indicators, notes, activities, units' own words and a big hearing.
import type { Tenant } from '#database/tenant.ts';
import { newId } from '#base/ids.ts';
import { insertPeople } from '#rooms/people/write.server.ts';
import { withOwner } from '../../tests/database.ts';

export const BESIDE = { units: 200, goals: 300, indicators: 600, notes: 300, activities: 60, unitsWords: 4000, comments: 1000 };

/** A person who works in the first of the units. */
export async function settleUnits(tenant: Tenant): Promise<string> {
  const persons = [{ id: newId(), name: 'Alma', email: null, language: null }];
  const units = Array.from({ length: BESIDE.units }, (_, at) => ({
    id: newId(),
    code: `${at}`,
    name: `Enhed ${at}`,
    parentId: null,
  }));
  const work = { personId: persons[0]?.id ?? '', unitId: units[0]?.id ?? '', number: '1', title: '' };
  await tenant.transaction((tx) => insertPeople(tx, { units, persons, employments: [{ id: newId(), ...work }] }));
  return work.personId;
}

/** Fills the rest with the words of the frameworks, so that what is common in one is common in the other. */
export async function fillBeside(ownerUrl: string, organisation: number, personId: string): Promise<void> {
  await withOwner(ownerUrl, async (client) => {
    for (const statement of [...TEXTS, ...ROWS]) await client.query(filledIn(statement, organisation, personId));
    await client.query('analyze');
  });
}

/** Only numbers and an id that this file's caller made itself. */
function filledIn(statement: string, organisation: number, personId: string): string {
  const figures: Record<string, string | number> = { ...BESIDE, organisation, personId: `'${personId}'` };
  return statement.replaceAll(/:(\w+)\b/g, (whole, name: string) => String(figures[name] ?? whole));
}

const TEXTS = [
  `create temporary table words as select row_number() over (order by version_id, position) as at, version_id, statement_id, text
   from framework_elements where organisation_id = :organisation and length(text) > 20`,
  `create temporary table places as select row_number() over (order by code) as at, id from units where organisation_id = :organisation`,
  `create temporary table heard as select v.id as version_id, v.framework_id from framework_versions v
   where v.organisation_id = :organisation and v.published_at is not null order by v.id limit 1`,
];
const ROWS = [
  `insert into goals (organisation_id, id, title, why, kind, perspectives)
   select :organisation, gen_random_uuid(), left(text, 60), text, 'quality', '{user}' from words where at % 13 = 0 limit :goals`,
  `insert into goal_indicators (organisation_id, goal_id, id, name, measure, direction, target, feedback, feedback_name, perspective)
   select :organisation, id, gen_random_uuid(), left(why, 40) || n, '%', 'higher', 90, 'own_count', title, 'user'
   from goals, generate_series(1, 2) n where organisation_id = :organisation limit :indicators`,
  `insert into decision_notes (organisation_id, id, unit_id, reach, written_by, written_by_name)
   select :organisation, gen_random_uuid(), p.id, case when n % 2 = 0 then 'organisation' else 'branch' end, :personId, 'Alma'
   from generate_series(1, :notes) n join places p on p.at = 1 + n % :units`,
  `insert into decision_note_versions (organisation_id, note_id, number, title, decision, alternatives, tradeoffs, heard, told, rests_on, written_by_name, shared_at, shared_by_name)
   select :organisation, n.id, 1, left(a.text, 80), a.text || ' ' || b.text, jsonb_build_array(jsonb_build_object('name', left(c.text, 40), 'pro', c.text, 'con', b.text)),
     b.text, a.text, c.text, '[]', 'Alma', now(), 'Alma'
   from (select id, row_number() over (order by id) as at from decision_notes where organisation_id = :organisation) n
   join words a on a.at = n.at * 7 join words b on b.at = n.at * 7 + 1 join words c on c.at = n.at * 7 + 2`,
  `insert into activities (organisation_id, id, name, kind, how, months_between, begins_year, begins_month, timing, counted_from, changed_by_name)
   select :organisation, gen_random_uuid(), left(text, 60), 'dialogue', text, 12, 2026, 3, 'month', '2026-01-01', 'Alma' from words where at % 17 = 0 limit :activities`,
  `insert into framework_translations (organisation_id, framework_id, statement_id, unit_id, text, written_by_name)
   select :organisation, h.framework_id, s.statement_id, p.id, w.text, 'Alma'
   from heard h, (select statement_id, row_number() over () as at from words join heard using (version_id) limit 20) s, places p, words w
   where w.at = 1 + (s.at * :units + p.at) * 3 limit :unitsWords`,
  `insert into hearings (organisation_id, id, version_id, title, letter, employees, k, closes_at, opened_by, opened_at, treatment_began_at, treated_at)
   select :organisation, gen_random_uuid(), version_id, 'Stor høring', '', true, 5, now() - interval '9 days', :personId, now() - interval '90 days', now() - interval '8 days', now()
   from heard`,
  `insert into hearing_comments (organisation_id, hearing_id, id, text)
   select :organisation, h.id, gen_random_uuid(), w.text from hearings h, words w where h.organisation_id = :organisation and w.at % 11 = 0 limit :comments`,
  `insert into hearing_answers (organisation_id, hearing_id, comment_id, outcome, reason, answered_by, answered_by_name)
   select :organisation, c.hearing_id, c.id, 'not', 'Det står der. ' || c.text, :personId, 'Alma' from hearing_comments c where c.organisation_id = :organisation`,
  `insert into hearing_notes (organisation_id, hearing_id, wording, published_by_name)
   select :organisation, id, '{}', 'Alma' from hearings where organisation_id = :organisation`,
];
