import { found, Problem } from '#base/errors.ts';
import { isId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { roundQuestions } from '../questions/read.server.ts';
import type { Question } from '../questions/schema.ts';
import { roundFacts, roundLeaders } from '../read.server.ts';
import type { RoundFacts, RoundLeader } from '../schema.ts';
import { ownNamedAnswers } from './read.server.ts';
import { isAuthor, readAnswers } from './rules.ts';
import type { NamedAnswers, NamedRelation } from './schema.ts';
import { saveNamedAnswer } from './write.server.ts';

export type Task = { roundId: string; leaderId: string; relation: NamedRelation };
export type TaskSheet = {
  round: RoundFacts;
  leader: RoundLeader;
  questions: Question[];
  answers: NamedAnswers;
  savedAt: Date | null;
};

/** The sheet a leader or a superior answers on, with what was saved before. To anybody else it does not exist. */
export async function openSheet(member: Member, task: Task): Promise<TaskSheet> {
  return member.read(async (tx) => sheetOf(tx, member, task));
}

/** Saves answers given with a name, as often as wanted until the round closes. */
export async function saveSheet(
  member: Member,
  task: Task,
  given: (code: string) => string,
): Promise<{ answered: number; questions: number }> {
  return inTenant(member, async (tx) => {
    const { round, leader, questions } = await sheetOf(tx, member, task);
    if (round.status !== 'open') throw new Problem('closed', m.rounds_problem_not_open());
    const answers = readAnswers(
      questions.map((question) => question.code),
      given,
    );
    await saveNamedAnswer(tx, task.roundId, { leaderId: leader.id, relation: task.relation, authorId: member.personId, answers });
    await record(tx, member, {
      action: 'named_answer.saved',
      object: { kind: 'round', id: round.id, name: round.title },
      about: leader.personId,
    });
    return { answered: Object.keys(answers).length, questions: questions.length };
  });
}

async function sheetOf(tx: Tx, member: Member, task: Task): Promise<TaskSheet> {
  const round = found(await roundFacts(tx, task.roundId));
  if (!isId(task.leaderId) || round.status === 'draft' || round.status === 'preparing') throw new Problem('not_found');
  const leader = found((await roundLeaders(tx, round.id)).find((one) => one.id === task.leaderId));
  if (!isAuthor(round, leader, task.relation, member.personId)) throw new Problem('not_found');
  const own = await ownNamedAnswers(tx, { ...task, authorId: member.personId });
  const questions = await roundQuestions(tx, round.id);
  return { round, leader, questions, answers: own?.answers ?? {}, savedAt: own?.savedAt ?? null };
}
