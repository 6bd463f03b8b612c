// The sentences for what is wrong with a file: each says where it is and what to do about it.
import { m } from '#base/text.ts';
import type { FileProblem, Table } from '../file/rules.ts';
import type { Header } from '../header/rules.ts';
import type { ColumnKey, IntakeProblem, ProblemCode } from '../schema.ts';

const FILE: Record<FileProblem, (values: { row: string }) => string> = {
  empty: m.people_file_empty,
  too_large: m.people_file_too_large,
  spreadsheet: m.people_file_spreadsheet,
  not_text: m.people_file_not_text,
  too_many_columns: m.people_file_too_many_columns,
  too_many_rows: m.people_file_too_many_rows,
  row_too_long: m.people_file_row_too_long,
  quote_open: m.people_file_quote_open,
  not_csv: m.people_file_not_csv,
};

/** The sentence for a file that cannot be read at all. */
export function fileSentence(table: Table & { ok: false }): string {
  return FILE[table.problem]({ row: String(table.row ?? 1) });
}

const HEADER: Record<(Header & { ok: false })['problem'], (values: { columns: string }) => string> = {
  columns_missing: m.people_file_columns_missing,
  column_twice: m.people_file_column_twice,
  cpr_column: m.people_file_cpr_column,
};

/** The sentence for a file whose columns cannot be used. */
export function headerSentence(header: Header & { ok: false }): string {
  return HEADER[header.problem]({ columns: header.columns.join(', ') });
}

type Sentence = (values: never) => string;

const SENTENCES: Record<ProblemCode, Sentence> = {
  unit_code_missing: m.people_problem_unit_code_missing,
  unit_name_missing: m.people_problem_unit_name_missing,
  unit_name_differs: m.people_problem_unit_name_differs,
  parent_differs: m.people_problem_parent_differs,
  parent_unknown: m.people_problem_parent_unknown,
  cycle: m.people_problem_cycle,
  number_missing: m.people_problem_number_missing,
  name_missing: m.people_problem_name_missing,
  number_twice: m.people_problem_number_twice,
  number_in_two_units: m.people_problem_number_in_two_units,
  email_invalid: m.people_problem_email_invalid,
  language_unknown: m.people_problem_language_unknown,
  leader_unit_unknown: m.people_problem_leader_unit_unknown,
  level_missing: m.people_problem_level_missing,
  level_unknown: m.people_problem_level_unknown,
  level_names_differ: m.people_problem_level_names_differ,
  two_leaders: m.people_problem_two_leaders,
  same_person_unknown: m.people_problem_same_person_unknown,
  too_long: m.people_problem_too_long,
  too_many_cells: m.people_problem_too_many_cells,
  looks_like_cpr: m.people_problem_looks_like_cpr,
  last_hr: m.people_problem_last_hr,
  row_twice: m.people_problem_row_twice,
  formula: m.people_problem_formula,
  no_leader: m.people_problem_no_leader,
  no_leader_above: m.people_problem_no_leader_above,
  email_shared: m.people_problem_email_shared,
  same_person_perhaps: m.people_problem_same_person_perhaps,
  person_differs: m.people_problem_person_differs,
  column_ignored: m.people_problem_column_ignored,
  several_tops: m.people_problem_several_tops,
};

/** The sentence for one problem, in the reader's language. */
export function problemSentence(problem: IntakeProblem): string {
  return (SENTENCES[problem.code] as (values: Record<string, string>) => string)(problem.values);
}

const COLUMN_WORDS: Record<ColumnKey, () => string> = {
  unitCode: m.people_column_unit_code,
  unitName: m.people_column_unit_name,
  parentCode: m.people_column_parent_code,
  number: m.people_column_number,
  name: m.people_column_name,
  email: m.people_column_email,
  title: m.people_column_title,
  leads: m.people_column_leads,
  level: m.people_column_level,
  language: m.people_column_language,
  samePerson: m.people_column_same_person,
};

/** What a column is called in the reader's language. */
export function columnWord(column: ColumnKey): string {
  return COLUMN_WORDS[column]();
}
