import { m } from '#base/text.ts';
import type { LineProblem, WrongLine } from '../../values/rules.ts';
import type { FigureProblem } from '../rules.ts';

/** What is wrong with a figure, and what to type instead, in the reader's language. */
export function figureProblem(problem: FigureProblem, typed: string): string {
  const plain = typed.trim().replaceAll('.', '');
  const sentences: Record<FigureProblem, () => string> = {
    not_a_figure: () => m.goals_problem_figure(),
    two_ways: () => m.goals_problem_two_ways({ typed, whole: plain, decimal: typed.trim().replace('.', ',') }),
    decimals: () => m.goals_problem_decimals(),
    large: () => m.goals_problem_large(),
  };
  return sentences[problem]();
}

/** What is wrong with pasted lines, one sentence each, at most so many and then how many more there are. */
export function lineProblems(wrong: readonly WrongLine[], most = 5): string {
  const sentences = wrong
    .slice(0, most)
    .map(({ line, problem, text }) => m.goals_problem_line({ line, text, what: what(problem) }));
  if (wrong.length > most) sentences.push(m.goals_problem_more_lines({ count: wrong.length - most }));
  return sentences.join(' ');
}

function what(problem: LineProblem): string {
  const words: Record<LineProblem, () => string> = {
    day: m.goals_line_day,
    future: m.goals_line_future,
    columns: m.goals_line_columns,
    twice: m.goals_line_twice,
    note: m.goals_line_note,
    not_a_figure: m.goals_line_figure,
    two_ways: m.goals_line_two_ways,
    decimals: m.goals_line_decimals,
    large: m.goals_line_large,
  };
  return words[problem]();
}
