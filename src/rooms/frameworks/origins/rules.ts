import { bagOfWords } from '#importing/words.ts';
import type { Element } from '../draft/schema.ts';
import type { HistoryAction, Origin, Snapshot, Told, Wording } from './schema.ts';

/** From this share of words in common and up nobody is asked whether a statement still means the same. */
const ALIKE = 0.7;

/** How much two texts have in common: the share of their words that stand in both (Dice), from 0 to 1; two empty texts have 1. */
export function alikeness(before: string, after: string): number {
  const left = bagOfWords([before]);
  const right = bagOfWords([after]);
  const count = (bag: Map<string, number>): number => [...bag.values()].reduce((sum, times) => sum + times, 0);
  const all = count(left) + count(right);
  if (all === 0) return 1;
  let common = 0;
  for (const [word, times] of left) common += Math.min(times, right.get(word) ?? 0);
  return (2 * common) / all;
}

/** Have the words changed so much that somebody should say whether the statement still means the same? */
export function asksForMeaning(before: string, after: string): boolean {
  return alikeness(before, after) < ALIKE;
}

/** The words of a statement in the one form in which they are compared. */
export function wordsOf(wording: Pick<Wording, 'title' | 'text'>): string {
  return [wording.title ?? '', wording.text ?? ''].filter((part) => part !== '').join('\n');
}

/**
 * Where the statements of a draft come from after a save: what was told is added, and what the words now contradict falls away. What
 * came from other frameworks is left as it is.
 */
export function settleOrigins(
  known: readonly Origin[],
  base: { versionId: string; wordings: readonly Wording[] },
  after: readonly Wording[],
  told: Told = {},
): Origin[] {
  const before = new Map(base.wordings.map((wording) => [wording.statementId, wording]));
  const now = new Map(after.map((wording) => [wording.statementId, wording]));
  const foreign = known.filter((origin) => isForeign(origin, base.versionId));
  const own = tell(
    known.filter((origin) => !isForeign(origin, base.versionId)),
    base.versionId,
    before,
    told,
  );
  const divided = stillDivided(own, before, now);
  const parts = new Set(divided.map((origin) => origin.statementId));
  const settled = after.flatMap((wording): Origin[] => {
    const old = before.get(wording.statementId);
    if (parts.has(wording.statementId) || old === undefined || wordsOf(old) === wordsOf(wording)) return [];
    const replaced = own.some((origin) => origin.statementId === wording.statementId && origin.kind === 'replaced');
    return [originFrom(wording.statementId, replaced ? 'replaced' : 'edited', base.versionId, wording.statementId)];
  });
  return [...foreign, ...divided, ...settled];
}

function isForeign(origin: Origin, baseId: string): boolean {
  return origin.from.versionId !== baseId || origin.from.name !== '';
}

function originFrom(statementId: string, kind: Origin['kind'], versionId: string, from: string): Origin {
  return { statementId, kind, from: { versionId, statementId: from, name: '' } };
}

function tell(own: readonly Origin[], baseId: string, before: ReadonlyMap<string, Wording>, told: Told): Origin[] {
  const rootsOf = (statementId: string): string[] => {
    const from = own.flatMap((origin) => (origin.statementId === statementId ? [origin.from.statementId ?? ''] : []));
    return from.length > 0 ? from : before.has(statementId) ? [statementId] : [];
  };
  const rows = (kind: Origin['kind'], into: readonly string[], from: readonly string[]): Origin[] => {
    const roots = [...new Set(from.flatMap(rootsOf))];
    return into.flatMap((statementId) => roots.map((root) => originFrom(statementId, kind, baseId, root)));
  };
  const without = (ids: readonly string[]): Origin[] => own.filter((origin) => !ids.includes(origin.statementId));
  const { split, merged, meaning } = told;
  if (split !== undefined) return [...without(split.into), ...rows('split', split.into, [split.from])];
  if (merged !== undefined) {
    const all = [merged.into, ...merged.from.filter((id) => id !== merged.into)];
    return [...without(all), ...rows('merged', [merged.into], all)];
  }
  if (meaning !== undefined)
    return [...without([meaning.statementId]), originFrom(meaning.statementId, meaning.kind, baseId, meaning.statementId)];
  return [...own];
}

/** Splits of which more than one part is left, and mergers whose sources have not come back; a statement with its old words is neither. */
function stillDivided(own: readonly Origin[], before: ReadonlyMap<string, Wording>, now: ReadonlyMap<string, Wording>): Origin[] {
  const divided = own.filter(({ statementId, kind }) => {
    const [old, wording] = [before.get(statementId), now.get(statementId)];
    const asBefore = old !== undefined && wording !== undefined && wordsOf(old) === wordsOf(wording);
    return (kind === 'split' || kind === 'merged') && wording !== undefined && !asBefore;
  });
  const lasting = divided.filter(
    ({ kind, statementId, from }) => kind === 'split' || from.statementId === statementId || !now.has(from.statementId ?? ''),
  );
  const others = (origin: Origin): number =>
    origin.kind === 'split'
      ? lasting.filter((one) => one.kind === 'split' && one.from.statementId === origin.from.statementId).length
      : lasting.filter((one) => one.kind === 'merged' && one.statementId === origin.statementId).length;
  return lasting.filter((origin) => others(origin) > 1);
}

export type Change = { statementId: string; action: HistoryAction; before: Snapshot | null; after: Snapshot | null };

/** What a save changed, statement by statement. Siblings that only made room have not been moved. */
export function changesBetween(before: readonly Element[], after: readonly Element[], told: Told = {}): Change[] {
  const [old, now] = [snapshots(before), snapshots(after)];
  const gone = before.flatMap((element): Change[] =>
    now.has(element.statementId)
      ? []
      : [
          {
            statementId: element.statementId,
            action: 'removed',
            before: old.get(element.statementId)?.snapshot ?? null,
            after: null,
          },
        ],
  );
  const rest = after.flatMap((element): Change[] => {
    const was = old.get(element.statementId);
    const is = now.get(element.statementId)?.snapshot ?? null;
    const action = actionOf(was?.element, element, told);
    return action === null ? [] : [{ statementId: element.statementId, action, before: was?.snapshot ?? null, after: is }];
  });
  return [...rest, ...gone];
}

function actionOf(was: Element | undefined, is: Element, told: Told): HistoryAction | null {
  if (told.split?.into.includes(is.statementId) === true) return 'split';
  if (told.merged?.into === is.statementId) return 'merged';
  if (was === undefined) return told.restored === true ? 'restored' : 'added';
  if (was === is) return null;
  const edited = was.title !== is.title || was.text !== is.text || was.kind !== is.kind || was.level !== is.level;
  if (edited) return told.restored === true ? 'restored' : 'edited';
  return was.parentId !== is.parentId || (was.position !== is.position && was.revision !== is.revision) ? 'moved' : null;
}

function snapshots(elements: readonly Element[]): Map<string, { element: Element; snapshot: Snapshot }> {
  const statements = new Map(elements.map((element) => [element.id, element.statementId]));
  return new Map(
    elements.map((element) => {
      const { kind, level, title, text, position } = element;
      const parent = element.parentId === null ? null : (statements.get(element.parentId) ?? null);
      return [element.statementId, { element, snapshot: { kind, level, title, text, parent, position } }];
    }),
  );
}
