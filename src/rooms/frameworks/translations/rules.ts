import type { ElementKind } from '#importing/open-format.ts';
import { wordsOf } from '../origins/rules.ts';
import type { Statement } from '../schema.ts';
import type { Reach, TranslatedStatement, Translation } from './schema.ts';

/** The statements a unit is asked about: those of the kinds that were named, or when nobody has named any, the outermost ones. */
export function statementsAsked(statements: readonly Statement[], kinds: readonly ElementKind[] | null): Statement[] {
  const asked = kinds ?? suggestedKinds(statements);
  return statements.filter((statement) => asked.includes(statement.kind) && statement.level === null);
}

/** The kinds it is most natural to ask about: what stands outermost and has something below it. */
export function suggestedKinds(statements: readonly Statement[]): ElementKind[] {
  const parents = new Set(statements.map((statement) => statement.parentId));
  const outermost = statements.filter((statement) => statement.depth === 0 && statement.level === null);
  const carrying = outermost.filter((statement) => parents.has(statement.elementId));
  return [...new Set((carrying.length > 0 ? carrying : outermost).map((statement) => statement.kind))];
}

/** Each statement asked about with what the unit has written, and whether the words have changed since. */
export function translated(statements: readonly Statement[], translations: readonly Translation[]): TranslatedStatement[] {
  const own = new Map(translations.map((translation) => [translation.statementId, translation]));
  return statements.map((statement) => {
    const translation = own.get(statement.statementId) ?? null;
    if (translation === null) return { statement, state: 'missing', translation };
    const changed = translation.readThen !== wordsOf(statement);
    return { statement, state: changed ? 'outdated' : 'standing', translation };
  });
}

export function reachOf(entries: readonly TranslatedStatement[]): Reach {
  const count = (state: TranslatedStatement['state']) => entries.filter((entry) => entry.state === state).length;
  return { of: entries.length, translated: entries.length - count('missing'), outdated: count('outdated') };
}

/** What has been translated of statements that are no longer there: shown, never dropped. */
export function orphansOf(statements: readonly Statement[], translations: readonly Translation[]): Translation[] {
  const there = new Set(statements.map((statement) => statement.statementId));
  return translations.filter((translation) => !there.has(translation.statementId));
}
