import { isId } from '#base/ids.ts';
import { locale } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { statementsOf } from '#rooms/frameworks/read.server.ts';
import { themeChoices, themesOf } from './rules.ts';
import type { Bilingual, Question, Relation, Theme, Wording } from './schema.ts';

/** The round's questions in order, each with the statements it asks about. */
export async function roundQuestions(tx: Tx, roundId: string): Promise<Question[]> {
  if (!isId(roundId)) return [];
  const rows = await tx
    .selectFrom('round_questions')
    .select(['code', 'position', 'theme', 'theme_name', 'wording', 'item_id'])
    .where('round_id', '=', roundId)
    .orderBy('position')
    .execute();
  const pointers = await tx
    .selectFrom('round_question_statements')
    .select(['code', 'statement_id'])
    .where('round_id', '=', roundId)
    .execute();
  const statements = Map.groupBy(pointers, (row) => row.code);
  return rows.map((row) => ({
    code: row.code,
    position: row.position,
    theme: row.theme,
    themeName: row.theme_name as Bilingual,
    wording: row.wording as Wording,
    itemId: row.item_id,
    statements: (statements.get(row.code) ?? []).map((one) => one.statement_id),
  }));
}

/** The themes of a round with the codes of their questions, in order. */
export async function roundThemes(tx: Tx, roundId: string): Promise<Theme[]> {
  return themesOf(await roundQuestions(tx, roundId));
}

/** The parts of the framework the round is meant to be about. */
export async function chosenThemes(tx: Tx, roundId: string): Promise<string[]> {
  if (!isId(roundId)) return [];
  const rows = await tx.selectFrom('round_themes').select('statement_id').where('round_id', '=', roundId).execute();
  return rows.map((row) => row.statement_id);
}

/** The parts of a framework version that a round can be about, with how many statements each has. */
export async function themeOptions(tx: Tx, versionId: string) {
  return themeChoices(await statementsOf(tx, versionId)).map(({ statements, ...choice }) => ({
    ...choice,
    statements: statements.length,
  }));
}

/** The questions as somebody reads them, in the reader's language, under their themes. */
export async function readableThemes(tx: Tx, roundId: string, relation: Relation) {
  const questions = await roundQuestions(tx, roundId);
  const wording = new Map(questions.map((question) => [question.code, question.wording[locale()][relation]]));
  return themesOf(questions).map((theme) => ({
    theme: theme.theme,
    name: theme.name[locale()],
    questions: theme.codes.map((code) => ({ code, wording: wording.get(code) ?? '' })),
  }));
}
