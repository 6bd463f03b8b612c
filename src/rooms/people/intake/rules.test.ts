import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from './schema.ts';
import type { IntakeProblem, OrganisationPlan } from './schema.ts';
import { csvOf, TEMPLATE_ROWS } from './csv/rules.ts';
import { readTable, type FileProblem } from './file/rules.ts';
import { readHeader, readRows } from './header/rules.ts';
import { planOrganisation } from './plan/rules.ts';
import { isError } from './rules.ts';

const HEAD =
  'enhedskode;enhed;overordnet enhedskode;medarbejdernummer;navn;mail;stilling;leder;ledelsesniveau;sprog;samme person som';

function read(text: string | Uint8Array): { plan: OrganisationPlan; problems: IntakeProblem[] } {
  const table = readTable(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  assert.ok(table.ok, table.ok ? '' : table.problem);
  const header = readHeader(table.rows[0]?.cells ?? []);
  assert.ok(header.ok, header.ok ? '' : header.problem);
  const { rows, problems } = readRows(header, table);
  const planned = planOrganisation(rows, []);
  return { plan: planned.plan, problems: [...problems, ...planned.problems] };
}

function refused(bytes: Uint8Array | string): { problem: FileProblem; row: number | null } {
  const table = readTable(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  assert.ok(!table.ok);
  return table;
}

/** The problems of a file with these rows, as code@row. */
function codes(...rows: string[]): string[] {
  return read([HEAD, ...rows].join('\n')).problems.map((problem) => `${problem.code}@${problem.row}`);
}

test('the template reads as an organisation: a leader of two units, a unit without employees, one person with two employments', () => {
  const { plan, problems } = read(csvOf(TEMPLATE_ROWS));
  assert.deepEqual(problems.filter(isError), []);
  assert.deepEqual(
    plan.units.map((unit) => [unit.code, unit.parentCode]),
    [
      ['1', null],
      ['20', '1'],
      ['21', '20'],
      ['22', '20'],
    ],
  );
  assert.deepEqual(plan.leaderships, [
    { unitCode: '1', number: '1001', level: 1 },
    { unitCode: '21', number: '1002', level: 3 },
    { unitCode: '22', number: '1002', level: 3 },
  ]);
  assert.deepEqual(plan.levels, [
    { position: 1, name: 'Direktør' },
    { position: 3, name: 'Leder' },
  ]);
  assert.deepEqual(plan.persons.find((person) => person.name.startsWith('Signe'))?.numbers, ['1003', '1004']);
});

test('the same organisation is read from UTF-8 and windows-1252, with semicolons, commas, tabs, a sep line and Windows line ends', () => {
  const rows = [HEAD, '1;Skolen på Åen;;7;Søren Ågård;;Lærer;;;;'];
  const expected = read(rows.join('\n')).plan;
  const text = rows.join('\r\n');
  assert.deepEqual(read('\uFEFF' + text).plan, expected);
  assert.deepEqual(read(Uint8Array.from(text, (letter) => letter.charCodeAt(0))).plan, expected);
  for (const delimiter of [',', '\t']) assert.deepEqual(read(text.replaceAll(';', delimiter)).plan, expected);
  assert.deepEqual(read(`sep=;\r\n${text}`).plan, expected);
  assert.equal(expected.units[0]?.name, 'Skolen på Åen');
});

test('English names of columns are understood, in any case and order', () => {
  const { plan } = read('Name,EMPLOYEE NUMBER,Unit name,unit_code,Leader,Leadership level\nAnna Dahl,5,Library,9,yes,2');
  assert.deepEqual(plan.leaderships, [{ unitCode: '9', number: '5', level: 2 }]);
});

test('what cannot be a file of an organisation is refused with the reason', () => {
  assert.equal(refused('').problem, 'empty');
  assert.equal(refused(HEAD).problem, 'empty');
  assert.equal(refused('PK\u0003\u0004').problem, 'spreadsheet');
  assert.equal(refused(`${HEAD}\n1;a\0b`).problem, 'not_text');
  assert.deepEqual(refused(`${HEAD}\n1;"Skolen;;7;Ole`), { ok: false, problem: 'quote_open', row: 2 });
  assert.equal(refused(new Uint8Array(LIMITS.bytes + 1)).problem, 'too_large');
  assert.equal(refused(`${HEAD}\n1;${'x'.repeat(70_000)}`).problem, 'row_too_long');
  assert.equal(refused(`${HEAD}\n${'1;A\n'.repeat(LIMITS.rows + 1)}`).problem, 'too_many_rows');
});

test('a million columns are refused as such, in the header and in any other row', () => {
  assert.equal(refused(`a${';'.repeat(1_000_000)}\n1`).problem, 'too_many_columns');
  assert.deepEqual(refused(`${HEAD}\n1;A\n1${';x'.repeat(150)}`), { ok: false, problem: 'too_many_columns', row: 3 });
});

test('a column of civil registration numbers is refused, and a number that looks like one is never repeated', () => {
  assert.deepEqual(readHeader(['Enhedskode', 'CPR-nr.']), { ok: false, problem: 'cpr_column', columns: ['CPR-nr.'] });
  const { problems } = read([HEAD, '1;A;;010203-1234;Ole;;;;;;'].join('\n'));
  assert.deepEqual(problems.filter(isError), [{ code: 'looks_like_cpr', row: 2, column: 'number', values: {} }]);
});

test('missing and repeated columns are named', () => {
  assert.deepEqual(readHeader(['enhedskode', 'navn']), {
    ok: false,
    problem: 'columns_missing',
    columns: ['enhed', 'medarbejdernummer'],
  });
  assert.deepEqual(readHeader(['navn', 'Name']), { ok: false, problem: 'column_twice', columns: ['navn'] });
});

test('each mistake is told with the row of the spreadsheet it stands in', () => {
  assert.deepEqual(codes('1;A;;;;;;;;;', ';B;;;;;;;;;'), ['unit_code_missing@3']);
  assert.deepEqual(codes('1;A;;;;;;;;;', '1;B;;;;;;;;;'), ['unit_name_differs@3']);
  assert.deepEqual(codes('1;A;;;;;;;;;', '2;B;9;;;;;;;;'), ['parent_unknown@3']);
  assert.deepEqual(codes('1;A;2;;;;;;;;', '2;B;3;;;;;;;;', '3;C;1;;;;;;;;'), ['cycle@2']);
  assert.deepEqual(codes('1;A;1;;;;;;;;'), ['cycle@2']);
  assert.deepEqual(codes('1;A;;;Ole;;;;;;').slice(0, 1), ['number_missing@2']);
  assert.deepEqual(codes('1;A;;7;;;;ja;1;;'), ['name_missing@2']);
  assert.deepEqual(codes('1;A;;7;Ole;;;ja;;;')[0], 'level_missing@2');
  assert.deepEqual(codes('1;A;;7;Ole;;;ja;øverst;;')[0], 'level_unknown@2');
  assert.deepEqual(codes('1;A;;7;Ole;ole(at)fjordby;;ja;1;;'), ['email_invalid@2']);
  assert.deepEqual(codes('1;A;;7;Ole;;;ja;1;fransk;'), ['language_unknown@2']);
  assert.deepEqual(codes('1;A;;7;Ole;;;ja;1;;', '1;;;8;Eva;;;B7;2;;'), ['leader_unit_unknown@3']);
  assert.deepEqual(codes('1;A;;7;Ole;;;ja;1;;', '1;;;8;Eva;;;ja;1;;'), ['two_leaders@3']);
  assert.deepEqual(codes('1;A;;7;Ole;;;ja;1;;', '1;;;7;Eva;;;;;;'), ['number_twice@3']);
  assert.deepEqual(codes('1;A;;7;Ole;;;ja;1;;', '2;B;1;7;Ole;;;;;;'), ['number_in_two_units@3']);
  assert.deepEqual(codes('1;A;;7;Ole;;;ja;1;;', '1;;;8;Eva;;;;;;99'), ['same_person_unknown@3']);
  assert.deepEqual(codes('1;A;;7;Ole;;;ja;1;;;forkert'), ['too_many_cells@2']);
});

test('blank lines do not move the numbers of the rows', () => {
  assert.deepEqual(codes('1;A;;;;;;;;;', '', ';;;;;;;;;;', '2;B;9;;;;;;;;'), ['parent_unknown@5']);
});

test('what is only worth knowing stops nothing', () => {
  const { problems } = read(
    [
      HEAD + ';bil',
      '1;A;;7;Ole;fælles@fjordby.dk;;ja;1;;',
      '2;=SUM(A1);1;8;Eva;fælles@fjordby.dk;;;;;',
      '2;;;8;Eva;fælles@fjordby.dk;;;;;',
      '3;C;;9;Kim;;;;;;',
    ].join('\n'),
  );
  assert.deepEqual(problems.filter(isError), []);
  assert.deepEqual(problems.map((problem) => problem.code).sort(), [
    'column_ignored',
    'email_shared',
    'formula',
    'no_leader',
    'no_leader_above',
    'row_twice',
    'several_tops',
  ]);
  assert.equal(problems.find((problem) => problem.code === 'no_leader')?.values['leader'], 'Ole');
});

test('a cell that a spreadsheet would take for a formula is never written as one', () => {
  const csv = csvOf([{ unitCode: '=1+1', unitName: '@SUM(A1)', name: '+45 12', title: 'a"b;c' }]);
  assert.match(csv, /^\uFEFFenhedskode;/);
  assert.match(csv, /'=1\+1;'@SUM\(A1\);/);
  assert.match(csv, /;'\+45 12;/);
  assert.match(csv, /"a""b;c"/);
});
