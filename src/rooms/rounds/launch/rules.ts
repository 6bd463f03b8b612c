import { coverageOf } from '../questions/coverage/rules.ts';
import { MANY_QUESTIONS, type Question, type ThemeChoice } from '../questions/schema.ts';
import { INFORMATION, type RoundFacts } from '../schema.ts';
import { canAsk } from '../snapshot/rules.ts';
import type { SnapshotPlan } from '../snapshot/schema.ts';

/** What stops a launch. */
export type Obstacle = 'questions' | 'information' | 'closing' | 'closing_past' | 'disputed' | 'nobody';
/** What is worth a second look, and stops nothing. */
export type Notice = 'many_questions' | 'uncovered' | 'med' | 'without_leader' | 'too_few' | 'without_email' | 'small_groups';

export type Readiness = { obstacles: Obstacle[]; notices: Notice[] };

type Ready = {
  round: Pick<RoundFacts, 'information' | 'closesAt' | 'medHearing'>;
  questions: readonly Question[];
  chosen: readonly ThemeChoice[];
  plan: SnapshotPlan;
  moment: Date;
};

/** Whether a round can be launched now, and what to think about first. */
export function readinessOf({ round, questions, chosen, plan, moment }: Ready): Readiness {
  const asking = canAsk(plan);
  const coverage = coverageOf(chosen, questions);
  const obstacles: [Obstacle, boolean][] = [
    ['questions', questions.length === 0],
    ['information', INFORMATION.some((field) => round.information[field].trim() === '')],
    ['closing', round.closesAt === null],
    ['closing_past', round.closesAt !== null && round.closesAt <= moment],
    ['disputed', asking === 'disputed'],
    ['nobody', asking === 'nobody'],
  ];
  const notices: [Notice, boolean][] = [
    ['many_questions', questions.length > MANY_QUESTIONS],
    ['uncovered', coverage.wholeThemes.asked < coverage.wholeThemes.all],
    ['med', round.medHearing.trim() === ''],
    ['without_leader', plan.withoutLeader.length > 0],
    ['too_few', plan.tooFew.length > 0],
    ['small_groups', plan.raters.some((rater) => rater.pooled)],
    ['without_email', plan.raters.some((rater) => rater.email === null)],
  ];
  return { obstacles: present(obstacles), notices: present(notices) };
}

const present = <T>(pairs: [T, boolean][]): T[] => pairs.filter(([, there]) => there).map(([name]) => name);
