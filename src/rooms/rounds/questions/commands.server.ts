import { itemBank, bankThemes } from '#demo/item-bank.ts';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { inTenant, type Tx } from '#database/tenant.ts';
import { statementsOf } from '#rooms/frameworks/read.server.ts';
import type { Statement } from '#rooms/frameworks/schema.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { lockDraft } from '../commands.server.ts';
import type { RoundFacts } from '../schema.ts';
import { chosenThemes, roundQuestions } from './read.server.ts';
import { inThemeOrder, movedOrder, nextCode, themeChoices } from './rules.ts';
import { MOST_QUESTIONS, type NewQuestion, type Question, type QuestionInput, type ThemeChoice } from './schema.ts';
import { oneForEach, wordsOf } from './suggestions/rules.ts';
import { putQuestion, removeQuestionRow, setOrder, setThemes } from './write.server.ts';

/** Chooses the parts of the framework the round is to be about. */
export async function chooseThemes(member: Member, roundId: string, statementIds: readonly string[]): Promise<void> {
  await changing(member, roundId, async (tx, { choices }) => {
    const known = choices.map((choice) => choice.statementId).filter((id) => statementIds.includes(id));
    if (known.length === 0) throw new Problem('invalid', '', { themes: m.rounds_problem_no_theme() });
    await setThemes(tx, roundId, known);
  });
}

/** Takes a question of the bank into the round, asking about the given statement; a question that is there already asks about it too. */
export async function addFromBank(
  member: Member,
  roundId: string,
  input: { itemId: string; statementId: string },
): Promise<void> {
  await changing(member, roundId, async (tx, { choices, questions }) => {
    const there = questions.find((question) => question.itemId === input.itemId);
    if (there !== undefined) {
      known(choices, input.statementId);
      await putQuestion(tx, roundId, { ...there, statements: [...new Set([...there.statements, input.statementId])] });
      return;
    }
    await add(tx, roundId, questions, [fromBank(input.itemId, known(choices, input.statementId), input.statementId)]);
  });
}

/** Takes one question of the bank for each chosen statement that nobody asks about yet. Gives how many were found. */
export async function addSuggestions(member: Member, roundId: string): Promise<number> {
  return changing(member, roundId, async (tx, { choices, questions, statements }) => {
    const chosen = new Set(await chosenThemes(tx, roundId));
    const asked = new Set(questions.flatMap((question) => question.statements));
    const free = itemBank.filter((item) => !questions.some((question) => question.itemId === item.id));
    const open = choices
      .filter((choice) => chosen.has(choice.statementId))
      .flatMap((choice) => choice.statements)
      .filter((statement) => !asked.has(statement.statementId))
      .map((statement) => ({ statementId: statement.statementId, words: wordsOf(statement, statements) }));
    const found = oneForEach(open, free);
    const fresh = open.flatMap(({ statementId }) => {
      const item = found.get(statementId);
      return item === undefined ? [] : [fromBank(item.id, known(choices, statementId), statementId)];
    });
    await add(tx, roundId, questions, fresh);
    return fresh.length;
  });
}

/** Adds a question somebody has written, in the theme of the first statement it asks about. */
export async function writeQuestion(member: Member, roundId: string, input: QuestionInput): Promise<void> {
  await changing(member, roundId, async (tx, { choices, questions }) => {
    const [first = ''] = input.statements;
    for (const statement of input.statements) known(choices, statement);
    const theme = themeFrom(known(choices, first));
    await add(tx, roundId, questions, [{ ...theme, wording: input.wording, itemId: null, statements: input.statements }]);
  });
}

/** Changes a question's wording and what it asks about. A changed question of the bank is no longer the bank's. */
export async function changeQuestion(member: Member, roundId: string, code: string, input: QuestionInput): Promise<void> {
  await changing(member, roundId, async (tx, { choices, questions }) => {
    const question = found(questions.find((one) => one.code === code));
    for (const statement of input.statements) known(choices, statement);
    const same = JSON.stringify(question.wording) === JSON.stringify(input.wording);
    await putQuestion(tx, roundId, {
      ...question,
      wording: input.wording,
      statements: input.statements,
      itemId: same ? question.itemId : null,
    });
  });
}

/** Takes a question out of the round. */
export async function removeQuestion(member: Member, roundId: string, code: string): Promise<void> {
  await changing(member, roundId, async (tx, { questions }) => {
    found(questions.find((question) => question.code === code));
    await removeQuestionRow(tx, roundId, code);
    await setOrder(
      tx,
      roundId,
      questions.map((question) => question.code).filter((other) => other !== code),
    );
  });
}

/** Moves a question one step within its theme, or its theme one step among the themes. */
export async function moveQuestion(member: Member, roundId: string, move: Parameters<typeof movedOrder>[1]): Promise<void> {
  await changing(member, roundId, async (tx, { questions }) => {
    found(questions.find((question) => question.code === move.code));
    await setOrder(tx, roundId, movedOrder(questions, move));
  });
}

type Changing = { round: RoundFacts; questions: Question[]; statements: Statement[]; choices: ThemeChoice[] };

async function changing<T>(member: Member, roundId: string, work: (tx: Tx, facts: Changing) => Promise<T>): Promise<T> {
  return inTenant(member, async (tx) => {
    const round = await lockDraft(tx, member, roundId);
    const statements = await statementsOf(tx, round.versionId);
    return work(tx, { round, statements, choices: themeChoices(statements), questions: await roundQuestions(tx, roundId) });
  });
}

async function add(tx: Tx, roundId: string, before: Question[], fresh: NewQuestion[]): Promise<void> {
  if (before.length + fresh.length > MOST_QUESTIONS)
    throw new Problem('too_many', m.rounds_problem_too_many_questions({ count: MOST_QUESTIONS }));
  const all = [...before];
  for (const question of fresh) {
    const placed = { ...question, code: nextCode(all), position: all.length + 1 };
    await putQuestion(tx, roundId, placed);
    all.push(placed);
  }
  await setOrder(
    tx,
    roundId,
    inThemeOrder(all).map((question) => question.code),
  );
}

function fromBank(itemId: string, choice: ThemeChoice, statementId: string): NewQuestion {
  const item = found(itemBank.find((one) => one.id === itemId));
  const theme = themeFrom(choice);
  const name = theme.themeName.da === '' ? bankThemes[item.theme] : theme.themeName;
  return {
    theme: theme.theme,
    themeName: { ...name },
    wording: { da: { ...item.wordings.da }, en: { ...item.wordings.en } },
    itemId,
    statements: [statementId],
  };
}

/** A framework's words exist in the organisation's own language; an English name is its own until somebody translates it. */
function themeFrom(choice: ThemeChoice): Pick<NewQuestion, 'theme' | 'themeName'> {
  return { theme: choice.statementId, themeName: { da: choice.name, en: choice.name } };
}

function known(choices: ThemeChoice[], statementId: string): ThemeChoice {
  const choice = choices.find((one) => one.statements.some((statement) => statement.statementId === statementId));
  if (choice === undefined) throw new Problem('invalid', '', { statements: m.rounds_problem_statement() });
  return choice;
}
