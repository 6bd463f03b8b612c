import { itemBank } from '#demo/item-bank.ts';
import { locale } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { statementsOf } from '#rooms/frameworks/read.server.ts';
import type { RoundFacts } from '../../schema.ts';
import { coverageOf } from '../coverage/rules.ts';
import { chosenThemes, roundQuestions } from '../read.server.ts';
import { nameOf, themeChoices, themesOf } from '../rules.ts';
import type { Question } from '../schema.ts';
import { draftWording, suggestionsFor, wordsOf } from '../suggestions/rules.ts';

/** What one sees while choosing questions: the round's themes in order, and the chosen statements that nobody asks about. */
export async function questionDesk(tx: Tx, round: RoundFacts) {
  const statements = await statementsOf(tx, round.versionId);
  const names = new Map(statements.map((statement) => [statement.statementId, nameOf(statement)]));
  const questions = await roundQuestions(tx, round.id);
  const chosenIds = new Set(await chosenThemes(tx, round.id));
  const chosen = themeChoices(statements).filter((choice) => chosenIds.has(choice.statementId));
  const byCode = new Map(questions.map((question) => [question.code, question]));
  const asked = new Set(questions.flatMap((question) => question.statements));
  const taken = new Set(questions.map((question) => question.itemId));
  const free = itemBank.filter((item) => !taken.has(item.id));
  return {
    coverage: coverageOf(chosen, questions),
    count: questions.length,
    themes: themesOf(questions).map((theme) => ({
      theme: theme.theme,
      name: theme.name[locale()],
      questions: theme.codes.flatMap((code) => presented(byCode.get(code), names)),
    })),
    open: chosen
      .map((choice) => ({
        name: choice.name,
        statements: choice.statements
          .filter((statement) => !asked.has(statement.statementId))
          .map((statement) => ({
            statementId: statement.statementId,
            name: nameOf(statement, 200),
            suggestions: suggestionsFor(wordsOf(statement, statements), free).map((item) => ({
              id: item.id,
              wording: item.wordings[locale()].other,
            })),
          })),
      }))
      .filter((choice) => choice.statements.length > 0),
  };
}

export type Desk = Awaited<ReturnType<typeof questionDesk>>;

function presented(question: Question | undefined, names: ReadonlyMap<string, string>) {
  if (question === undefined) return [];
  const about = question.statements.map((id) => names.get(id) ?? '').filter((name) => name !== '');
  return [{ code: question.code, wording: question.wording[locale()].other, fromBank: question.itemId !== null, about }];
}

/** What one sees while writing or changing one question; null when the question or the statement is not there. */
export async function questionPaper(tx: Tx, round: RoundFacts, which: { code: string } | { statementId: string }) {
  const statements = await statementsOf(tx, round.versionId);
  const chosen = new Set(await chosenThemes(tx, round.id));
  const all = themeChoices(statements);
  const question = 'code' in which ? (await roundQuestions(tx, round.id)).find((one) => one.code === which.code) : undefined;
  const from =
    'statementId' in which
      ? all.flatMap((choice) => choice.statements).find((one) => one.statementId === which.statementId)
      : undefined;
  if (question === undefined && from === undefined) return null;
  const about = question?.statements ?? (from === undefined ? [] : [from.statementId]);
  const shown = all.filter(
    (choice) => chosen.has(choice.statementId) || choice.statements.some((one) => about.includes(one.statementId)),
  );
  return {
    wording: question?.wording ?? draftWording(from ?? { title: '', text: '' }),
    fromBank: question !== undefined && question.itemId !== null,
    statements: about,
    choices: shown.map((choice) => ({
      name: choice.name,
      statements: choice.statements.map((statement) => ({ id: statement.statementId, name: nameOf(statement, 160) })),
    })),
  };
}

export type QuestionPaper = NonNullable<Awaited<ReturnType<typeof questionPaper>>>;
