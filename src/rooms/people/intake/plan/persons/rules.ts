// The persons and employments that the rows describe. A number is one employment; the column "samme person som" ties two to one person.
import type { IntakeProblem, IntakeRow, OrganisationPlan } from '../../schema.ts';
import { languageOf } from '../cells/rules.ts';

type Person = OrganisationPlan['persons'][number];
type Employment = OrganisationPlan['employments'][number];
export type PersonsPlan = {
  persons: Person[];
  employments: Employment[];
  /** Each number's row: the first one, where a row is repeated. */
  rowOf: Map<string, IntakeRow>;
  /** Each number's own number of the person. */
  personOf: Map<string, string>;
  problems: IntakeProblem[];
};

/** The persons and employments of the rows that have a number. */
export function planPersons(rows: IntakeRow[]): PersonsPlan {
  const problems: IntakeProblem[] = [];
  const rowOf = firstRows(rows, problems);
  const personOf = tie(rowOf, problems);
  const grouped = new Map<string, IntakeRow[]>();
  for (const [number, own] of personOf) {
    const row = rowOf.get(number);
    if (row === undefined) continue;
    const known = grouped.get(own);
    if (known === undefined) grouped.set(own, [row]);
    else known.push(row);
  }
  const persons = [...grouped].map(([own, theirs]) => personOfRows(own, theirs, problems));
  problems.push(...sharedMails(persons, rowOf));
  const employments = [...rowOf.values()].map((row) => ({ number: row.number, unitCode: row.unitCode, title: row.title }));
  return { persons, employments, rowOf, personOf, problems };
}

function firstRows(rows: IntakeRow[], problems: IntakeProblem[]): Map<string, IntakeRow> {
  const rowOf = new Map<string, IntakeRow>();
  for (const row of rows) {
    if (row.number === '') continue;
    const first = rowOf.get(row.number);
    if (first === undefined) rowOf.set(row.number, row);
    else
      problems.push({
        code: repeated(first, row),
        row: row.row,
        column: 'number',
        values: { number: row.number, name: row.name, other: first.name, otherRow: String(first.row) },
      });
  }
  return rowOf;
}

function repeated(first: IntakeRow, again: IntakeRow): 'number_twice' | 'number_in_two_units' | 'row_twice' {
  if (first.name !== again.name) return 'number_twice';
  const same = (['unitCode', 'email', 'title', 'leads', 'level', 'language', 'samePerson'] as const).every(
    (key) => first[key] === again[key],
  );
  return same ? 'row_twice' : 'number_in_two_units';
}

/** Follows "samme person som" to the number it ends at. A ring of them ends at its first number. */
function tie(rowOf: Map<string, IntakeRow>, problems: IntakeProblem[]): Map<string, string> {
  const personOf = new Map<string, string>();
  for (const [number, row] of rowOf) {
    if (row.samePerson !== '' && !rowOf.has(row.samePerson))
      problems.push({
        code: 'same_person_unknown',
        row: row.row,
        column: 'samePerson',
        values: { number, other: row.samePerson },
      });
    const path = new Set<string>();
    let own = number;
    while (!path.has(own)) {
      path.add(own);
      const next = rowOf.get(own)?.samePerson ?? '';
      if (next === '' || !rowOf.has(next)) break;
      own = next;
    }
    const ring = personOf.get(own) ?? own;
    for (const seen of path) if (!personOf.has(seen)) personOf.set(seen, ring);
  }
  return personOf;
}

function personOfRows(own: string, rows: IntakeRow[], problems: IntakeProblem[]): Person {
  const main = rows.find((row) => row.number === own) ?? rows[0];
  if (main === undefined) throw new Error('a person has at least one row');
  for (const row of rows) {
    if (row.name !== main.name)
      problems.push({
        code: 'number_twice',
        row: row.row,
        column: 'name',
        values: { number: row.number, name: row.name, other: main.name, otherRow: String(main.row) },
      });
    else if (row.email !== '' && main.email !== '' && row.email !== main.email)
      problems.push({
        code: 'person_differs',
        row: row.row,
        column: 'email',
        values: { name: main.name, used: main.email, other: row.email },
      });
  }
  const first = (key: 'email' | 'language') => main[key] || (rows.find((row) => row[key] !== '')?.[key] ?? '');
  const numbers = [own, ...rows.map((row) => row.number).filter((number) => number !== own)];
  return { numbers, name: main.name, email: first('email') || null, language: languageOf(first('language')) };
}

/** Two persons with one address cannot sign in with it; with the same name too they are perhaps one person. */
function sharedMails(persons: Person[], rowOf: Map<string, IntakeRow>): IntakeProblem[] {
  const problems: IntakeProblem[] = [];
  const firstOf = new Map<string, Person>();
  for (const person of persons) {
    if (person.email === null) continue;
    const address = person.email.toLowerCase();
    const first = firstOf.get(address);
    if (first === undefined) {
      firstOf.set(address, person);
      continue;
    }
    const row = rowOf.get(person.numbers[0] ?? '');
    problems.push({
      code: first.name === person.name ? 'same_person_perhaps' : 'email_shared',
      row: row?.row ?? null,
      column: first.name === person.name ? 'samePerson' : 'email',
      values: {
        name: person.name,
        other: first.name,
        number: person.numbers[0] ?? '',
        otherNumber: first.numbers[0] ?? '',
        email: person.email,
      },
    });
  }
  return problems;
}
