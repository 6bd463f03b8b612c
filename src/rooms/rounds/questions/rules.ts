import type { Statement } from '#rooms/frameworks/schema.ts';
import type { Question, Theme, ThemeChoice } from './schema.ts';

/** Kinds that gather statements: the heading over questions in a report. */
const GATHERING = new Set(['competence', 'guidepost', 'focus_area', 'principle', 'value', 'corner_flag']);
/** Kinds that say something about the framework or its use, and so cannot be asked about. */
const NOT_ASKED = new Set([
  'foreword',
  'setting',
  'definition',
  'reflection_question',
  'level',
  'forum',
  'use',
  'process_step',
  'success_criterion',
  'reason',
]);

/** Four questions a minute, in whole minutes; never so few that it would be untrue for somebody who reads slowly. */
export function minutesFor(questions: number): number {
  return Math.max(2, Math.ceil(questions / 4));
}

/**
 * The parts of a framework one can choose, each with its statements. A statement is what has words and nothing below it but its
 * wording per level; its part is the nearest ancestor that gathers, or else the top it stands under.
 */
export function themeChoices(statements: readonly Statement[]): ThemeChoice[] {
  const byElement = new Map(statements.map((one) => [one.elementId, one]));
  const children = Map.groupBy(statements, (one) => one.parentId);
  const parts = new Map<string, Statement[]>();
  for (const statement of statements) {
    if (!canBeAsked(statement, byElement, children)) continue;
    const part = partOf(statement, byElement);
    parts.set(part.elementId, [...(parts.get(part.elementId) ?? []), statement]);
  }
  const gathered = statements.filter((part) => parts.has(part.elementId));
  const usual = usualAmong(gathered, parts);
  return gathered.map((part) => ({
    statementId: part.statementId,
    name: nameOf(part),
    kindName: part.kindName,
    path: part.path,
    statements: parts.get(part.elementId) ?? [],
    usual: usual.has(part),
  }));
}

/**
 * The parts that say what leaders do: of sections those with more in them than other sections and aims. Where a framework has nothing but
 * what is left out, that is what there is to ask about.
 */
function usualAmong(parts: readonly Statement[], ownOf: ReadonlyMap<string, readonly Statement[]>): Set<Statement> {
  const about = parts.filter((part) => !NOT_ASKED.has(part.kind));
  const says = ({ kind }: Statement): boolean => kind !== 'section' && kind !== 'goal';
  const usual = about.filter((part) => says(part) || (ownOf.get(part.elementId) ?? []).some(says));
  return new Set([usual, about, parts].find((some) => some.length > 0));
}

/** What a statement is called where there is little room: its title, else the beginning of its text. */
export function nameOf(statement: Pick<Statement, 'title' | 'text'>, most = 90): string {
  const words = statement.title?.trim() || statement.text?.trim() || '';
  if (words.length <= most) return words;
  return `${words.slice(0, words.lastIndexOf(' ', most) > most / 2 ? words.lastIndexOf(' ', most) : most)} …`;
}

/** Questions gathered under their themes, in the order of the round. */
export function themesOf(questions: readonly Question[]): Theme[] {
  const themes = new Map<string, Theme>();
  for (const question of questions) {
    const theme = themes.get(question.theme) ?? { theme: question.theme, name: question.themeName, codes: [] };
    theme.codes.push(question.code);
    themes.set(question.theme, theme);
  }
  return [...themes.values()];
}

/** The order of questions with the themes together: themes by their first question, questions as they stood. */
export function inThemeOrder(questions: readonly Question[]): Question[] {
  const byCode = new Map(questions.map((question) => [question.code, question]));
  return themesOf(questions).flatMap((theme) => theme.codes.flatMap((code) => byCode.get(code) ?? []));
}

/** The order after a question is moved one step within its theme, or its whole theme one step among the themes. */
export function movedOrder(
  questions: readonly Question[],
  move: { code: string; what: 'question' | 'theme'; step: -1 | 1 },
): string[] {
  const themes = themesOf(questions);
  const at = themes.findIndex((theme) => theme.codes.includes(move.code));
  const theme = themes[at];
  if (theme === undefined) return themes.flatMap((one) => one.codes);
  if (move.what === 'theme') swap(themes, at, at + move.step);
  else swap(theme.codes, theme.codes.indexOf(move.code), theme.codes.indexOf(move.code) + move.step);
  return themes.flatMap((one) => one.codes);
}

/** The first free code, q1 to q999. */
export function nextCode(questions: readonly Pick<Question, 'code'>[]): string {
  const taken = questions.map((question) => Number(question.code.slice(1)));
  return `q${Math.max(0, ...taken) + 1}`;
}

function canBeAsked(
  statement: Statement,
  byElement: ReadonlyMap<string, Statement>,
  children: ReadonlyMap<string | null, readonly Statement[]>,
): boolean {
  if (NOT_ASKED.has(statement.kind) || nameOf(statement) === '') return false;
  const below = children.get(statement.elementId) ?? [];
  if (below.some((child) => child.level === null && !NOT_ASKED.has(child.kind))) return false;
  if (statement.level === null) return true;
  // A wording for one level belongs to the statement above it, where that one is asked about itself.
  const parent = statement.parentId === null ? undefined : byElement.get(statement.parentId);
  return parent === undefined || !canBeAsked(parent, byElement, children);
}

function partOf(statement: Statement, byElement: ReadonlyMap<string, Statement>): Statement {
  let at = statement;
  for (;;) {
    if (GATHERING.has(at.kind)) return at;
    const parent = at.parentId === null ? undefined : byElement.get(at.parentId);
    if (parent === undefined) return at;
    at = parent;
  }
}

function swap<T>(list: T[], a: number, b: number): void {
  const [one, other] = [list[a], list[b]];
  if (one === undefined || other === undefined) return;
  list[a] = other;
  list[b] = one;
}
