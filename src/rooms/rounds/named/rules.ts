import { readChoice } from '#questions/likert5/schema.ts';
import type { RoundFacts, RoundLeader } from '../schema.ts';
import type { NamedAnswers, NamedRelation } from './schema.ts';

/** Whether this person owes, or may give, this named answer: the leader about themselves, the nearest leader about the leader. */
export function isAuthor(
  round: Pick<RoundFacts, 'asksSuperior'>,
  leader: Pick<RoundLeader, 'personId' | 'superiorId'>,
  relation: NamedRelation,
  personId: string,
): boolean {
  return relation === 'self' ? leader.personId === personId : round.asksSuperior && leader.superiorId === personId;
}

/** Reads the answers of a form: what is not one of the possible answers, or not one of the round's questions, is left out. */
export function readAnswers(codes: readonly string[], given: (code: string) => string): NamedAnswers {
  const answers: NamedAnswers = {};
  for (const code of codes) {
    const text = given(code);
    const value = text === '' ? null : readChoice(text);
    if (value !== null) answers[code] = value;
  }
  return answers;
}
