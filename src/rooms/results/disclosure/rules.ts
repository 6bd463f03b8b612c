// Attacks a release before it is frozen: from the rows that would be written, not from the plan that chose them.
import { auditPublished } from '#disclosure/audit/audit.ts';
import type { PublishedCell, PublishedSystem, PublishedTerm } from '#disclosure/audit/published.ts';
import { checkResiduals } from '#disclosure/residuals.ts';
import { OPTIONS, SCALE, type Atom, type AuditedRow, type RefusedLeak, type ShownMean } from '../schema.ts';

export type ThemeCodes = { theme: string; codes: string[] };

/** What the audit found. `smallest` = the least number of people any combination of figures is about; null when nothing is told. */
export type Verdict = { leaks: RefusedLeak[]; smallest: number | null; searched: boolean; structures: number; nearEnds: number };

/** Above this many figures the general search is left to tests: the residual theorem has already decided what is nested. */
const SEARCHED_CELLS = 4000;

/**
 * Every number of the rows as equations about groups of people, in the format audits read.
 *
 * Where not everybody answered each question of a theme, groups are told apart by question (`group|q7`). A theme's figure is a
 * combination of its questions; shares are counts; a band is a mean without decimals, which is all it tells.
 */
export function publishedSystem(rows: AuditedRow[], atoms: Atom[], themes: ThemeCodes[], k: number): PublishedSystem {
  const uneven = new Set(
    themes
      .filter(({ codes }) => atoms.some((atom) => codes.some((code) => atom.items[code] !== atom.answers)))
      .map(({ theme }) => theme),
  );
  const codesOf = new Map(themes.map(({ theme, codes }) => [theme, codes]));
  const people: Record<string, { n: number }> = {};
  for (const atom of atoms) {
    if (uneven.size < themes.length) people[atom.groupId] = { n: atom.answers };
    for (const { theme, codes } of themes)
      if (uneven.has(theme)) for (const code of codes) people[`${atom.groupId}|${code}`] = { n: atom.items[code] ?? 0 };
  }
  const measures: Record<string, Record<string, number>> = {};
  for (const { theme, codes } of themes)
    if (!uneven.has(theme)) measures[theme] = Object.fromEntries(codes.map((code) => [code, 1 / codes.length]));
  const cells = rows.flatMap((row) => cellsOf(row, codesOf.get(row.theme) ?? [], uneven.has(row.theme)));
  return { k, scale: [SCALE.lowest, SCALE.highest], atoms: people, measures, cells };
}

/** Attacks the rows. A leak is any equation about fewer than k people that follows from them. */
export function auditRows(rows: AuditedRow[], atoms: Atom[], themes: ThemeCodes[], k: number): Verdict {
  const nested = residualVerdict(rows, atoms, themes, k);
  const figures = rows.reduce((sum, row) => sum + 1 + Object.keys(row.figures.items).length, 0);
  if (nested.decided && (figures > SEARCHED_CELLS || nested.leaks.length > 0)) {
    return { leaks: nested.leaks, smallest: nested.smallest, searched: false, structures: 0, nearEnds: 0 };
  }
  const audit = auditPublished(publishedSystem(rows, atoms, themes, k));
  const found = audit.leaks.map((leak) => ({ groups: [...leak.atoms], measure: leak.equation[0]?.measure ?? '', n: leak.n }));
  // A search that was not finished has not shown that there is nothing to find.
  const leaks = audit.complete ? found : [...found, { groups: [], measure: '', n: 0 }];
  const nearEnds = audit.warnings.filter((warning) => warning.kind === 'unanimous' || warning.kind === 'near end').length;
  return {
    leaks: [...nested.leaks, ...leaks],
    smallest: nested.smallest,
    searched: audit.complete,
    structures: audit.structures,
    nearEnds,
  };
}

function residualVerdict(
  rows: AuditedRow[],
  atoms: Atom[],
  themes: ThemeCodes[],
  k: number,
): { decided: boolean; leaks: RefusedLeak[]; smallest: number | null } {
  const positions = new Map(atoms.map((atom, i) => [atom.groupId, i]));
  const leaks: RefusedLeak[] = [];
  let smallest: number | null = null;
  let decided = true;
  for (const { theme, codes } of themes) {
    const groups = rows
      .filter((row) => row.theme === theme)
      .map((row) => ({ id: `${row.subject}:${row.subjectId}`, atoms: row.members.map((member) => positions.get(member) ?? -1) }));
    if (groups.length === 0) continue;
    for (const code of codes) {
      const sizes = Int32Array.from(atoms, (atom) => atom.items[code] ?? 0);
      // Asked for everything below all: every remainder comes back, and those below k are the leaks.
      const check = checkResiduals(
        groups,
        sizes,
        sizes.reduce((sum, n) => sum + n, 1),
      );
      if (!check.nested) decided = false;
      else
        for (const { atoms: members, n } of check.leaks) {
          smallest = Math.min(smallest ?? Infinity, n);
          if (n < k) leaks.push({ groups: members.map((atom) => atoms[atom]?.groupId ?? ''), measure: code, n });
        }
    }
  }
  return { decided, leaks, smallest };
}

function cellsOf(row: AuditedRow, codes: string[], uneven: boolean): PublishedCell[] {
  const name = `${row.subject}:${row.subjectId}`;
  const atomsOf = (code: string): string[] => (uneven ? row.members.map((member) => `${member}|${code}`) : row.members);
  const cells: PublishedCell[] = [];
  for (const code of codes) {
    const { n, counts } = row.sums[code] ?? { n: row.n };
    const figure = row.figures.items[code];
    if (figure?.mean) cells.push({ id: `${name}:${code}`, measure: code, atoms: atomsOf(code), n, ...shownNumber(figure.mean) });
    if (counts) cells.push(...countCells(`${name}:${code}`, code, atomsOf(code), n, counts));
  }
  const { mean, shares } = row.figures.theme;
  // A bound on a theme is put together from its questions' bounds: an inequality that adds no equation.
  if (mean?.kind === 'mean') cells.push(themeCell(`${name}:${row.theme}`, row, codes, uneven, mean.value));
  if (shares) cells.push(...themeShareCells(`${name}:${row.theme}`, row, codes, atomsOf));
  return cells;
}

/** A mean with its one decimal; a band as the mean without decimals that covers it. */
function shownNumber(mean: ShownMean): { mean: number; decimals: number } {
  if (mean.kind === 'mean') return { mean: mean.value, decimals: 1 };
  return { mean: mean.kind === 'atMost' ? SCALE.lowest : SCALE.highest, decimals: 0 };
}

function countCells(id: string, code: string, atoms: string[], n: number, counts: number[]): PublishedCell[] {
  if (counts.length === OPTIONS) {
    return counts.map((sum, i) => ({
      id: `${id}=${SCALE.lowest + i}`,
      measure: `${code}=${SCALE.lowest + i}`,
      kind: 'count',
      atoms,
      n,
      sum,
    }));
  }
  return THIRDS.map((options, i) => ({
    id: `${id}:share${i + 1}`,
    kind: 'count',
    terms: options.map((option): PublishedTerm => ({ measure: `${code}=${option}`, atoms, coef: 1 })),
    value: counts[i] ?? 0,
  }));
}

const THIRDS = [[1, 2], [3], [4, 5]] as const;

function themeCell(id: string, row: AuditedRow, codes: string[], uneven: boolean, value: number): PublishedCell {
  if (!uneven) return { id, measure: row.theme, atoms: row.members, n: row.n, mean: value, decimals: 1 };
  const terms = codes.map((code): PublishedTerm => ({
    measure: code,
    atoms: row.members.map((member) => `${member}|${code}`),
    coef: 1 / (codes.length * (row.sums[code]?.n ?? row.n)),
  }));
  return { id, terms, value, decimals: 1 };
}

function themeShareCells(id: string, row: AuditedRow, codes: string[], atomsOf: (code: string) => string[]): PublishedCell[] {
  return THIRDS.map((options, i) => ({
    id: `${id}:share${i + 1}`,
    kind: 'count',
    terms: codes.flatMap((code) =>
      options.map((option): PublishedTerm => ({ measure: `${code}=${option}`, atoms: atomsOf(code), coef: 1 })),
    ),
    value: codes.reduce((sum, code) => sum + (row.sums[code]?.counts?.[i] ?? 0), 0),
  }));
}
