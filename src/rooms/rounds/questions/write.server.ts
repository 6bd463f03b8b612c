import { organisationOf, type Tx } from '#database/tenant.ts';
import { point, unpoint } from '#rooms/frameworks/write.server.ts';
import type { NewQuestion, Question } from './schema.ts';

/** Gives a round these questions and no others, q1 to qN in the given order, with the parts of the framework they belong to. */
export async function setQuestions(
  tx: Tx,
  roundId: string,
  questions: readonly NewQuestion[],
  themes: readonly string[] = [],
): Promise<void> {
  const before = await tx.selectFrom('round_questions').select('code').where('round_id', '=', roundId).execute();
  for (const { code } of before) await removeQuestionRow(tx, roundId, code);
  for (const [index, question] of questions.entries())
    await putQuestion(tx, roundId, { ...question, code: `q${index + 1}`, position: index + 1 });
  await setThemes(tx, roundId, themes);
}

/** Replaces the parts of the framework that a round is meant to be about. */
export async function setThemes(tx: Tx, roundId: string, statementIds: readonly string[]): Promise<void> {
  const organisation = await organisationOf(tx);
  await tx.deleteFrom('round_themes').where('round_id', '=', roundId).execute();
  const rows = [...new Set(statementIds)].map((id) => ({ organisation_id: organisation, round_id: roundId, statement_id: id }));
  if (rows.length > 0) await tx.insertInto('round_themes').values(rows).execute();
}

/** Writes one question, new or changed, and marks the statements it asks about as used. */
export async function putQuestion(tx: Tx, roundId: string, question: Question): Promise<void> {
  const organisation = await organisationOf(tx);
  const values = {
    position: question.position,
    theme: question.theme,
    theme_name: JSON.stringify(question.themeName),
    wording: JSON.stringify(question.wording),
    item_id: question.itemId,
  };
  await tx
    .insertInto('round_questions')
    .values({ organisation_id: organisation, round_id: roundId, code: question.code, ...values })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'round_id', 'code']).doUpdateSet(values))
    .execute();
  await tx.deleteFrom('round_question_statements').where('round_id', '=', roundId).where('code', '=', question.code).execute();
  const usedId = useOf(roundId, question.code);
  await unpoint(tx, { kind: 'question', usedId });
  for (const statementId of new Set(question.statements)) {
    await tx
      .insertInto('round_question_statements')
      .values({ organisation_id: organisation, round_id: roundId, code: question.code, statement_id: statementId })
      .execute();
    await point(tx, { statementId, kind: 'question', usedId, title: question.wording.da.other });
  }
}

/** Takes a question out of the round, and out of the statements' uses. */
export async function removeQuestionRow(tx: Tx, roundId: string, code: string): Promise<void> {
  await unpoint(tx, { kind: 'question', usedId: useOf(roundId, code) });
  await tx.deleteFrom('round_questions').where('round_id', '=', roundId).where('code', '=', code).execute();
}

/** Writes the order of the questions: the codes as they are to stand. */
export async function setOrder(tx: Tx, roundId: string, codes: readonly string[]): Promise<void> {
  for (const [index, code] of codes.entries())
    await tx
      .updateTable('round_questions')
      .set({ position: index + 1 })
      .where('round_id', '=', roundId)
      .where('code', '=', code)
      .execute();
}

const useOf = (roundId: string, code: string) => `${roundId}/${code}`;
