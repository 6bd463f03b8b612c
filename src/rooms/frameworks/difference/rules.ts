import type { Statement } from '../schema.ts';
import type { Change, Difference, DifferenceRow, OriginKinds } from './schema.ts';
import { differenceOfWords } from './words/rules.ts';

/**
 * Two versions statement by statement, in the order of the new one; what is gone stands where it stood. `origins` says of the new
 * version's statements what they are to the old ones; without it a statement with other words counts as edited.
 */
export function differenceOfVersions(
  before: readonly Statement[],
  after: readonly Statement[],
  origins: OriginKinds = new Map(),
): Difference {
  const old = new Map(before.map((statement) => [statement.statementId, statement]));
  const now = new Map(after.map((statement) => [statement.statementId, statement]));
  const moved = movedBetween(before, after);
  const gone = goneAfter(before, now);
  const rows = [
    ...(gone.get(null) ?? []),
    ...after.flatMap((statement) => [
      rowOf(old.get(statement.statementId) ?? null, statement, {
        moved: moved.has(statement.statementId),
        origin: origins.get(statement.statementId),
        old,
      }),
      ...(gone.get(statement.statementId) ?? []),
    ]),
  ];
  return { rows, counts: countsOf(rows) };
}

type Known = {
  moved: boolean;
  origin: { kind: string; from: (string | null)[] } | undefined;
  old: ReadonlyMap<string, Statement>;
};

function rowOf(before: Statement | null, after: Statement, { moved, origin, old }: Known): DifferenceRow {
  const title = differenceOfWords(before?.title ?? '', after.title ?? '');
  const text = differenceOfWords(before?.text ?? '', after.text ?? '');
  const changed = [...title, ...text].some((part) => part.kind !== 'same') || before?.level !== after.level;
  const from = (origin?.from ?? []).flatMap((id) => old.get(id ?? '') ?? []);
  const divided = origin?.kind === 'split' || origin?.kind === 'merged';
  const change =
    divided && from.length > 0 ? (origin.kind as Change) : before === null ? 'new' : !changed ? 'same' : edited(origin);
  return { change, moved, before, after, title, text, from: divided ? from : [] };
}

function edited(origin: Known['origin']): Change {
  return origin?.kind === 'replaced' ? 'replaced' : 'edited';
}

/** What is gone, by the statement that stood before it and still stands; null at the beginning. */
function goneAfter(before: readonly Statement[], now: ReadonlyMap<string, Statement>): Map<string | null, DifferenceRow[]> {
  const gone = new Map<string | null, DifferenceRow[]>();
  let last: string | null = null;
  for (const statement of before) {
    if (now.has(statement.statementId)) last = statement.statementId;
    else {
      const row: DifferenceRow = {
        change: 'gone',
        moved: false,
        before: statement,
        after: null,
        title: differenceOfWords(statement.title ?? '', ''),
        text: differenceOfWords(statement.text ?? '', ''),
        from: [],
      };
      gone.set(last, [...(gone.get(last) ?? []), row]);
    }
  }
  return gone;
}

/** The statements that stand under another one than before, or that have changed places with their neighbours: as few as explain it. */
export function movedBetween(before: readonly Statement[], after: readonly Statement[]): Set<string> {
  const [parentsBefore, parentsAfter] = [parentsOf(before), parentsOf(after)];
  const place = new Map(before.map((statement, index) => [statement.statementId, index]));
  const both = after.filter((statement) => place.has(statement.statementId));
  const moved = new Set<string>();
  const siblings = Map.groupBy(both, (statement) => parentsAfter.get(statement.statementId) ?? null);
  for (const group of siblings.values()) {
    const stayed = group.filter(
      ({ statementId }) => (parentsBefore.get(statementId) ?? null) === (parentsAfter.get(statementId) ?? null),
    );
    for (const { statementId } of group) if (!stayed.some((one) => one.statementId === statementId)) moved.add(statementId);
    const order = stayed.map(({ statementId }) => place.get(statementId) ?? 0);
    const inOrder = longestRise(order);
    for (const [index, { statementId }] of stayed.entries()) if (!inOrder.has(index)) moved.add(statementId);
  }
  return moved;
}

function parentsOf(statements: readonly Statement[]): Map<string, string | null> {
  const ids = new Map(statements.map((statement) => [statement.elementId, statement.statementId]));
  return new Map(statements.map((one) => [one.statementId, one.parentId === null ? null : (ids.get(one.parentId) ?? null)]));
}

/** The indices of a longest strictly rising subsequence. */
export function longestRise(numbers: readonly number[]): Set<number> {
  const ends: number[] = [];
  const before = new Map<number, number | null>();
  for (const [index, number] of numbers.entries()) {
    let at = 0;
    while (at < ends.length && (numbers[ends[at] ?? 0] ?? 0) < number) at++;
    before.set(index, at === 0 ? null : (ends[at - 1] ?? null));
    ends[at] = index;
  }
  const rise = new Set<number>();
  for (let at: number | null = ends.at(-1) ?? null; at !== null; at = before.get(at) ?? null) rise.add(at);
  return rise;
}

const ORDER = ['edited', 'replaced', 'split', 'merged', 'new', 'gone', 'same'] as const;

function countsOf(rows: readonly DifferenceRow[]): Difference['counts'] {
  const counts: Difference['counts'] = ORDER.map((change) => ({
    change,
    count: rows.filter((row) => row.change === change).length,
  }));
  return [...counts, { change: 'moved' as const, count: rows.filter((row) => row.moved).length }].filter(
    ({ count }) => count > 0,
  );
}
