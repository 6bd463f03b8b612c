import type { Duty } from '../../attributes/schema.ts';
import type { DutiesInput } from './schema.ts';

export type DutyProblem = { row: number; problem: 'no_task' | 'no_part'; level?: number };

/** The matrix of responsibility as a form gives it. A row without a task says nothing, unless somebody wrote in it. */
export function readDuties(input: DutiesInput['duties'], newId: () => string): { duties: Duty[] } | { problems: DutyProblem[] } {
  const problems: DutyProblem[] = [];
  const duties: Duty[] = [];
  input.forEach(({ id, task, parts }, row) => {
    if (task === '' && parts.some(({ part, who }) => part !== '' || who !== '') && id === '')
      problems.push({ row, problem: 'no_task' });
    if (task === '') return;
    for (const { level, part, who } of parts) if (part === '' && who !== '') problems.push({ row, problem: 'no_part', level });
    duties.push({
      id: id === '' ? newId() : id,
      task,
      parts: parts.flatMap(({ level, part, who }) => (part === '' ? [] : [{ level, part, who }])),
    });
  });
  return problems.length > 0 ? { problems } : { duties };
}

/** Tasks nobody decides or answers for, and tasks that two levels answer for: what a reader of the matrix would ask about. */
export function openQuestions(duties: readonly Duty[]): { duty: Duty; question: 'nobody' | 'several' }[] {
  return duties.flatMap((duty): { duty: Duty; question: 'nobody' | 'several' }[] => {
    const responsible = duty.parts.filter(({ part }) => part === 'responsible').length;
    const decides = duty.parts.some(({ part }) => part === 'decides');
    if (responsible === 0 && !decides) return [{ duty, question: 'nobody' }];
    return responsible > 1 ? [{ duty, question: 'several' }] : [];
  });
}
