import type { Question, ThemeChoice } from '../schema.ts';

export type ThemeCoverage = {
  statementId: string;
  name: string;
  asked: number;
  statements: { statementId: string; questions: string[] }[];
};
export type Coverage = {
  themes: ThemeCoverage[];
  /** How many of the chosen statements at least one question asks about, and how many of the chosen themes. */
  statements: { asked: number; all: number };
  wholeThemes: { asked: number; all: number };
  /** Questions that ask only about what was not chosen. */
  outside: string[];
};

/** Which of the chosen statements are asked about, by which questions. */
export function coverageOf(
  chosen: readonly ThemeChoice[],
  questions: readonly Pick<Question, 'code' | 'statements'>[],
): Coverage {
  const askedBy = new Map<string, string[]>();
  for (const question of questions)
    for (const statement of question.statements) askedBy.set(statement, [...(askedBy.get(statement) ?? []), question.code]);
  const themes = chosen.map((theme) => {
    const statements = theme.statements.map(({ statementId }) => ({ statementId, questions: askedBy.get(statementId) ?? [] }));
    return {
      statementId: theme.statementId,
      name: theme.name,
      asked: statements.filter((one) => one.questions.length > 0).length,
      statements,
    };
  });
  const inside = new Set(chosen.flatMap((theme) => theme.statements.map((one) => one.statementId)));
  return {
    themes,
    statements: { asked: sum(themes.map((theme) => theme.asked)), all: sum(themes.map((theme) => theme.statements.length)) },
    wholeThemes: { asked: themes.filter((theme) => theme.asked > 0).length, all: themes.length },
    outside: questions.filter((question) => !question.statements.some((one) => inside.has(one))).map((question) => question.code),
  };
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
