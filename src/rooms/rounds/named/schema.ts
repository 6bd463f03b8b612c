export const NAMED_RELATIONS = ['self', 'superior'] as const;
export type NamedRelation = (typeof NAMED_RELATIONS)[number];

/** Answers per question code: 1 to 5, 0 for "don't know", 255 for "prefer not to answer". A question left blank is not there. */
export type NamedAnswers = Record<string, number>;
export type NamedAnswer = { leaderId: string; relation: NamedRelation; answers: NamedAnswers };

/** Something a person is to answer with their name. */
export type Duty = {
  roundId: string;
  roundTitle: string;
  closesAt: Date;
  leaderId: string;
  leaderName: string;
  relation: NamedRelation;
  answered: number;
  questions: number;
};

export function asNamedRelation(value: string): NamedRelation | null {
  return value === 'self' || value === 'superior' ? value : null;
}
