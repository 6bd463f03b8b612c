// The other way: an organisation as a file that can be opened in a spreadsheet and brought in again.
import { neutralised } from '../plan/cells/rules.ts';
import { COLUMN_KEYS, COLUMNS, type ColumnKey, type StandingOrganisation } from '../schema.ts';

export type CsvRow = Partial<Record<ColumnKey, string>>;

/** A file as Excel reads it at once: byte order mark, semicolons, and no cell that could be taken for a formula. */
export function csvOf(rows: CsvRow[]): string {
  const lines = [COLUMN_KEYS.map((key) => COLUMNS[key][0]), ...rows.map((row) => COLUMN_KEYS.map((key) => row[key] ?? ''))];
  return '\uFEFF' + lines.map((cells) => cells.map(written).join(';') + '\r\n').join('');
}

function written(cell: string): string {
  const safe = neutralised(cell);
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows of an organisation as it stands today. Bringing them in again changes nothing. */
export function rowsOf(standing: StandingOrganisation): CsvRow[] {
  const units = standing.units.filter((unit) => !unit.ended);
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const personOf = new Map(standing.persons.map((person) => [person.id, person]));
  const levelName = new Map(standing.levels.map((level) => [level.position, level.name]));
  const ledBy = Map.groupBy(standing.leaderships, (place) => place.employmentId);
  const own = new Map<string, string>();
  const peopled = new Set<string>();
  const rows = standing.employments
    .filter((job) => !job.ended)
    .map((job): CsvRow => {
      const unit = unitOf.get(job.unitId);
      const person = personOf.get(job.personId);
      const first = own.get(job.personId);
      if (first === undefined) own.set(job.personId, job.number);
      peopled.add(job.unitId);
      return {
        ...unitCells(unit, unitOf),
        number: job.number,
        name: person?.name ?? '',
        email: person?.email ?? '',
        title: job.title,
        language: person?.language ?? '',
        samePerson: first ?? '',
        ...leaderCells(job, ledBy, unitOf, levelName),
      };
    });
  const empty = units.filter((unit) => !peopled.has(unit.id)).map((unit) => unitCells(unit, unitOf));
  return [...rows, ...empty].sort((a, b) => (a.unitCode ?? '').localeCompare(b.unitCode ?? '', 'da'));
}

type Unit = StandingOrganisation['units'][number];

function unitCells(unit: Unit | undefined, unitOf: Map<string, Unit>): CsvRow {
  const parent = unit === undefined || unit.parentId === null ? undefined : unitOf.get(unit.parentId);
  return { unitCode: unit?.code ?? '', unitName: unit?.name ?? '', parentCode: parent?.code ?? '' };
}

function leaderCells(
  job: StandingOrganisation['employments'][number],
  ledBy: Map<string, StandingOrganisation['leaderships']>,
  unitOf: Map<string, Unit>,
  levelName: Map<number, string>,
): CsvRow {
  const led = (ledBy.get(job.id) ?? []).filter((place) => unitOf.has(place.unitId));
  const [first] = led;
  if (first === undefined) return { leads: '', level: '' };
  const onlyOwn = led.length === 1 && first.unitId === job.unitId;
  const codes = led.map((place) => unitOf.get(place.unitId)?.code ?? '').sort();
  return {
    leads: onlyOwn ? 'ja' : codes.join(','),
    level: [String(first.level), levelName.get(first.level)].filter(Boolean).join(' '),
  };
}

/** An invented example with a leader of two units, a unit without employees, and one person with two employments. */
export const TEMPLATE_ROWS: CsvRow[] = [
  {
    unitCode: '1',
    unitName: 'Eksempel Kommune',
    number: '1001',
    name: 'Bodil Strand',
    email: 'bodil.strand@eksempel.dk',
    title: 'Kommunaldirektør',
    leads: 'ja',
    level: '1 Direktør',
    language: 'da',
  },
  { unitCode: '20', unitName: 'Børn og unge', parentCode: '1' },
  {
    unitCode: '21',
    unitName: 'Skolen ved Åen',
    parentCode: '20',
    number: '1002',
    name: 'Karim Holm',
    email: 'karim.holm@eksempel.dk',
    title: 'Skoleleder',
    leads: '21,22',
    level: '3 Leder',
    language: 'da',
  },
  { unitCode: '21', number: '1003', name: 'Signe Ø. Berg', email: 'signe.berg@eksempel.dk', title: 'Lærer', leads: 'nej' },
  {
    unitCode: '22',
    unitName: 'Fritidsordningen',
    parentCode: '20',
    number: '1004',
    name: 'Signe Ø. Berg',
    title: 'Pædagog',
    samePerson: '1003',
  },
  { unitCode: '22', number: '1005', name: 'Tove Lind', title: 'Pædagogmedhjælper', language: 'en' },
];
