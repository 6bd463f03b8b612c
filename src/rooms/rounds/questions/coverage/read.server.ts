import { locale } from '#base/text.ts';
import type { Tx } from '#database/tenant.ts';
import { statementsOf } from '#rooms/frameworks/read.server.ts';
import type { RoundFacts } from '../../schema.ts';
import { chosenThemes, roundQuestions } from '../read.server.ts';
import { nameOf, themeChoices } from '../rules.ts';
import { coverageOf } from './rules.ts';

/** Statements against questions, with what each is called. */
export async function coverageSheet(tx: Tx, round: RoundFacts) {
  const statements = await statementsOf(tx, round.versionId);
  const chosen = new Set(await chosenThemes(tx, round.id));
  const questions = await roundQuestions(tx, round.id);
  const asked = new Set(questions.flatMap((question) => question.statements));
  // A round whose parts were never chosen shows those that its questions are about.
  const choices = themeChoices(statements).filter((choice) =>
    chosen.size > 0 ? chosen.has(choice.statementId) : choice.statements.some((one) => asked.has(one.statementId)),
  );
  return {
    coverage: coverageOf(choices, questions),
    names: Object.fromEntries(statements.map((statement) => [statement.statementId, nameOf(statement, 120)])),
    questions: questions.map((question) => ({ code: question.code, wording: question.wording[locale()].other })),
  };
}
