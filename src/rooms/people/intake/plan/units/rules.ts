// The tree of units that the rows describe.
import type { IntakeProblem, IntakeRow, OrganisationPlan } from '../../schema.ts';

type Unit = OrganisationPlan['units'][number];
type Named = { value: string; row: number };
type Draft = { code: string; row: number; name: Named | null; parent: Named | null };

/** The units of the rows, in the order they first appear. A unit's name and parent may stand on any of its rows, but must agree. */
export function planUnits(rows: IntakeRow[]): { units: Unit[]; problems: IntakeProblem[] } {
  const problems: IntakeProblem[] = [];
  const drafts = new Map<string, Draft>();
  for (const row of rows) {
    if (row.unitCode === '') continue;
    const draft = drafts.get(row.unitCode) ?? { code: row.unitCode, row: row.row, name: null, parent: null };
    drafts.set(row.unitCode, draft);
    draft.name = agree(draft.name, row.unitName, row.row, (before) =>
      problems.push({
        code: 'unit_name_differs',
        row: row.row,
        column: 'unitName',
        values: { code: row.unitCode, name: row.unitName, other: before.value, otherRow: String(before.row) },
      }),
    );
    draft.parent = agree(draft.parent, row.parentCode, row.row, (before) =>
      problems.push({
        code: 'parent_differs',
        row: row.row,
        column: 'parentCode',
        values: { code: row.unitCode, parent: row.parentCode, other: before.value, otherRow: String(before.row) },
      }),
    );
  }
  problems.push(...checkTree(drafts));
  const units = [...drafts.values()].map(({ code, name, parent }) => ({
    code,
    name: name?.value ?? code,
    parentCode: parent?.value ?? null,
  }));
  return { units, problems };
}

/** An empty cell says nothing; two different ones contradict each other, and the first is kept. */
function agree(before: Named | null, value: string, row: number, differs: (before: Named) => void): Named | null {
  if (value === '') return before;
  if (before === null) return { value, row };
  if (before.value !== value) differs(before);
  return before;
}

function checkTree(drafts: Map<string, Draft>): IntakeProblem[] {
  const problems: IntakeProblem[] = [];
  const tops: Draft[] = [];
  for (const draft of drafts.values()) {
    const { code, row, name, parent } = draft;
    if (name === null) problems.push({ code: 'unit_name_missing', row, column: 'unitName', values: { code } });
    if (parent === null) tops.push(draft);
    else if (!drafts.has(parent.value))
      problems.push({ code: 'parent_unknown', row: parent.row, column: 'parentCode', values: { code, parent: parent.value } });
  }
  for (const circle of circles(drafts)) {
    const first = drafts.get(circle[0] ?? '');
    problems.push({
      code: 'cycle',
      row: first?.parent?.row ?? null,
      column: 'parentCode',
      values: { codes: [...circle, circle[0]].join(' → ') },
    });
  }
  if (tops.length > 1)
    problems.push({
      code: 'several_tops',
      row: tops[1]?.row ?? null,
      column: 'parentCode',
      values: { count: String(tops.length), codes: listed(tops.map((top) => top.code)) },
    });
  return problems;
}

/** Each ring of units that are above themselves, once. */
function circles(drafts: Map<string, Draft>): string[][] {
  const settled = new Set<string>();
  const rings: string[][] = [];
  for (const start of drafts.keys()) {
    const path: string[] = [];
    const places = new Map<string, number>();
    let code: string | undefined = start;
    while (code !== undefined && drafts.has(code) && !settled.has(code) && !places.has(code)) {
      places.set(code, path.length);
      path.push(code);
      code = drafts.get(code)?.parent?.value;
    }
    const back = code === undefined ? undefined : places.get(code);
    if (back !== undefined) rings.push(path.slice(back));
    for (const seen of path) settled.add(seen);
  }
  return rings;
}

/** The first five, and how many more: a sentence is not a list of a thousand codes. */
export function listed(words: string[]): string {
  return words.length <= 5 ? words.join(', ') : `${words.slice(0, 5).join(', ')} … (${words.length})`;
}
