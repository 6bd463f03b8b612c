// Who leads what, at which level, and which units are left without a leader.
import type { IntakeProblem, IntakeRow, OrganisationPlan } from '../../schema.ts';
import type { PersonsPlan } from '../persons/rules.ts';

type Level = OrganisationPlan['levels'][number];
type Leadership = OrganisationPlan['leaderships'][number];
type Units = OrganisationPlan['units'];

const YES = new Set(['ja', 'j', 'yes', 'y', 'x', 'sand', 'true', 'leder', 'leader']);
const NO = new Set(['', '-', 'nej', 'n', 'no', 'falsk', 'false', '0']);

/** The leaderships of the rows. Known names of levels may be used in place of their numbers. */
export function planLeaders(
  rows: IntakeRow[],
  units: Units,
  persons: PersonsPlan,
  known: Level[],
): { levels: Level[]; leaderships: Leadership[]; problems: IntakeProblem[] } {
  const codes = new Set(units.map((unit) => unit.code));
  const problems: IntakeProblem[] = [];
  const levels = namedLevels(rows, problems);
  const leaderships = new Map<string, Leadership>();
  for (const row of persons.rowOf.values()) {
    const led = ledBy(row, codes);
    for (const code of led.unknown)
      problems.push({ code: 'leader_unit_unknown', row: row.row, column: 'leads', values: { value: code, name: row.name } });
    if (led.codes.length === 0) continue;
    const level = levelOf(row, [...levels, ...known], problems);
    if (level === null) continue;
    for (const code of led.codes) {
      const other = leaderships.get(code);
      if (other === undefined) leaderships.set(code, { unitCode: code, number: row.number, level });
      else if (persons.personOf.get(other.number) !== persons.personOf.get(row.number))
        problems.push(twoLeaders(row, code, persons.rowOf.get(other.number)));
    }
  }
  problems.push(...unled(units, persons, leaderships));
  return { levels, leaderships: [...leaderships.values()], problems };
}

/** A unit code wins over a word: an organisation may have a unit called "N". */
function ledBy(row: IntakeRow, codes: Set<string>): { codes: string[]; unknown: string[] } {
  if (codes.has(row.leads)) return { codes: [row.leads], unknown: [] };
  const word = row.leads.toLowerCase();
  if (NO.has(word)) return { codes: [], unknown: [] };
  if (YES.has(word)) return { codes: row.unitCode === '' ? [] : [row.unitCode], unknown: [] };
  const named = row.leads
    .split(/[,;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const own = (part: string) => (!codes.has(part) && YES.has(part.toLowerCase()) ? row.unitCode : part);
  const all = [...new Set(named.map(own))];
  return { codes: all.filter((code) => codes.has(code)), unknown: all.filter((code) => !codes.has(code)) };
}

function twoLeaders(row: IntakeRow, code: string, other: IntakeRow | undefined): IntakeProblem {
  return {
    code: 'two_leaders',
    row: row.row,
    column: 'leads',
    values: { code, name: row.name, other: other?.name ?? '', otherRow: String(other?.row ?? '') },
  };
}

/** "2" is a level, "2 Chef" also names it. */
function numbered(cell: string): { position: number; name: string | null } | null {
  const match = /^([1-9])(?:\s*[-–:.)]?\s*(\D.*))?$/.exec(cell);
  return match === null ? null : { position: Number(match[1]), name: match[2]?.trim() || null };
}

function namedLevels(rows: IntakeRow[], problems: IntakeProblem[]): Level[] {
  const names = new Map<number, { name: string; row: number }>();
  for (const row of rows) {
    const level = row.number === '' ? null : numbered(row.level);
    if (level === null || level.name === null) continue;
    const first = names.get(level.position);
    if (first === undefined) names.set(level.position, { name: level.name, row: row.row });
    else if (first.name !== level.name) {
      const values = { level: String(level.position), name: level.name, other: first.name, otherRow: String(first.row) };
      problems.push({ code: 'level_names_differ', row: row.row, column: 'level', values });
    }
  }
  return [...names].map(([position, { name }]) => ({ position, name })).sort((a, b) => a.position - b.position);
}

function levelOf(row: IntakeRow, levels: Level[], problems: IntakeProblem[]): number | null {
  const level =
    numbered(row.level)?.position ?? levels.find((one) => one.name.toLowerCase() === row.level.toLowerCase())?.position ?? null;
  if (level === null)
    problems.push({
      code: row.level === '' ? 'level_missing' : 'level_unknown',
      row: row.row,
      column: 'level',
      values: { name: row.name, level: row.level },
    });
  return level;
}

/** A unit with employees and no leader: they belong to the nearest leader above, and where there is none they are asked about nobody. */
function unled(units: Units, persons: PersonsPlan, leaderships: Map<string, Leadership>): IntakeProblem[] {
  const parentOf = new Map(units.map((unit) => [unit.code, unit.parentCode]));
  const nameOf = new Map(units.map((unit) => [unit.code, unit.name]));
  const peopled = new Map<string, { count: number; row: number }>();
  for (const row of persons.rowOf.values()) {
    const known = peopled.get(row.unitCode);
    if (known === undefined) peopled.set(row.unitCode, { count: 1, row: row.row });
    else known.count++;
  }
  return [...peopled].flatMap(([code, { count, row }]): IntakeProblem[] => {
    if (leaderships.has(code) || !nameOf.has(code)) return [];
    const above = nearestLed(code, parentOf, leaderships);
    const leader = above === null ? undefined : persons.rowOf.get(leaderships.get(above)?.number ?? '');
    const values = { code, unit: nameOf.get(code) ?? code, count: String(count), leader: leader?.name ?? '' };
    return [{ code: leader === undefined ? 'no_leader_above' : 'no_leader', row, column: 'leads', values }];
  });
}

function nearestLed(code: string, parentOf: Map<string, string | null>, leaderships: Map<string, Leadership>): string | null {
  const seen = new Set<string>();
  let at = parentOf.get(code) ?? null;
  while (at !== null && !seen.has(at)) {
    if (leaderships.has(at)) return at;
    seen.add(at);
    at = parentOf.get(at) ?? null;
  }
  return null;
}
