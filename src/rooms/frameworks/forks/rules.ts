import { FORMAT, type DraftElement, type FrameworkDraft } from '#importing/open-format.ts';
import { shortName } from '../draft/removals/rules.ts';
import { wordsOf } from '../origins/rules.ts';
import type { Statement } from '../schema.ts';
import type { KeptStatement, KnownStatement, SourceChange, SourceWording, Words } from './schema.ts';

/** A public wording as a draft of the open format, its words in `text` line by line as if it were the source document. */
export function draftOf(source: SourceWording, organisation: string): FrameworkDraft {
  const lines: string[] = [];
  const names = new Map(source.statements.map((statement) => [statement.elementId, statement.slug]));
  const elements = source.statements.map((statement): DraftElement => {
    const first = lines.length + 1;
    lines.push(...wordsOf(statement).split('\n'));
    return {
      id: statement.slug,
      kind: statement.kind,
      parent: statement.parentId === null ? null : (names.get(statement.parentId) ?? null),
      level: statement.levelName,
      title: statement.title,
      text: statement.text,
      source: { lines: [first, Math.max(first, lines.length)] },
    };
  });
  return {
    format: FORMAT,
    organisation,
    title: source.title,
    date: null,
    levels: source.levels,
    kinds: source.kinds,
    elements,
    repeats: [],
    unplaced: [],
    furniture: [],
    repairs: [],
    text: lines.join('\n'),
  };
}

/** What the source says differently now from what was last decided about here, in the source's order; what is gone there last. */
export function sourceChanges(
  known: readonly KnownStatement[],
  now: readonly Statement[],
  ours: ReadonlyMap<string, Words>,
): SourceChange[] {
  const before = new Map(known.map((statement) => [statement.sourceStatementId, statement]));
  const there = new Set(now.map((statement) => statement.statementId));
  const oursOf = (statementId: string | null): SourceChange['ours'] => {
    const words = statementId === null ? undefined : ours.get(statementId);
    return words === undefined || statementId === null ? null : { title: words.title, text: words.text, statementId };
  };
  const changed = now.flatMap((statement): SourceChange[] => {
    const then = before.get(statement.statementId);
    const place = { sourceStatementId: statement.statementId, name: shortName(statement), now: words(statement) };
    if (then === undefined) return [{ ...place, change: 'new', then: null, ours: null }];
    if (wordsOf(then) === wordsOf(statement)) return [];
    return [{ ...place, change: 'changed', then: words(then), ours: oursOf(then.statementId) }];
  });
  const gone = known
    .filter((statement) => !there.has(statement.sourceStatementId))
    .map((statement): SourceChange => ({
      sourceStatementId: statement.sourceStatementId,
      change: 'gone',
      name: shortName(statement),
      then: words(statement),
      now: null,
      ours: oursOf(statement.statementId),
    }));
  return [...changed, ...gone];
}

function words(statement: Words): Words {
  return { title: statement.title, text: statement.text };
}

/** What is known of the source's statements, in the order of ours; what we do not have comes last. */
export function keptOf(known: readonly KnownStatement[], ours: readonly (Words & { statementId: string })[]): KeptStatement[] {
  const place = new Map(ours.map((statement, position) => [statement.statementId, position]));
  const placeOf = (statement: KnownStatement) => place.get(statement.statementId ?? '') ?? ours.length;
  return known
    .filter((statement) => wordsOf(statement) !== '')
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((statement) => {
      const { title, text } = statement;
      const mine = ours[placeOf(statement)];
      const words = mine === undefined ? null : { title: mine.title, text: mine.text };
      return { sourceStatementId: statement.sourceStatementId, then: { title, text }, ours: words };
    });
}
