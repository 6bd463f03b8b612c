import * as v from 'valibot';
import type { Statement } from '#rooms/frameworks/schema.ts';

/** Who a wording is for: those led, the leader, the leader's leader. */
export const RELATIONS = ['other', 'self', 'superior'] as const;
export type Relation = (typeof RELATIONS)[number];
export type Wordings = Record<Relation, string>;
export type Bilingual = { da: string; en: string };
export type Wording = { da: Wordings; en: Wordings };

export type Question = {
  code: string;
  position: number;
  /** A statement id of the framework, or a key of the item bank. */
  theme: string;
  themeName: Bilingual;
  wording: Wording;
  itemId: string | null;
  /** The statements it asks about: at least one. */
  statements: string[];
};
export type NewQuestion = Omit<Question, 'code' | 'position'>;
export type Theme = { theme: string; name: Bilingual; codes: string[] };

/** A part of the framework with the statements that can be asked about. */
export type ThemeChoice = {
  statementId: string;
  name: string;
  kindName: string;
  path: string[];
  statements: Statement[];
  /** Is among what one usually asks about: a preface, a section about the paper or a step in its making is not. */
  usual: boolean;
};

/** A question of a bank, with the words of statements that suggest it. */
export type BankQuestion = {
  id: string;
  theme: string;
  keywords: readonly string[];
  wordings: { da: Readonly<Wordings>; en: Readonly<Wordings> };
};

const sentence = v.pipe(v.string(), v.trim(), v.minLength(12), v.maxLength(300));
const wordings = v.object({ other: sentence, self: sentence, superior: sentence });

/** A question written or changed by a person: all wordings in both languages. */
export const QuestionInput = v.object({
  wording: v.object({ da: wordings, en: wordings }),
  statements: v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.minLength(1), v.maxLength(20)),
});
export type QuestionInput = v.InferOutput<typeof QuestionInput>;

/** More than this many questions take long to answer; a round can still be launched with them. */
export const MANY_QUESTIONS = 30;
export const MOST_QUESTIONS = 200;

/** The names of a form's six wording fields. */
export const WORDING_FIELDS = (['da', 'en'] as const).flatMap((language) =>
  RELATIONS.map((relation) => ({ language, relation, name: `${language}_${relation}` })),
);

/** Reads a question from the fields of a form. `wrong` names the fields that are not filled in as they must be. */
export function readQuestion(
  field: (name: string) => string,
  statements: string[],
): { question: QuestionInput | null; wrong: string[] } {
  const wordingOf = (language: string) => ({
    other: field(`${language}_other`),
    self: field(`${language}_self`),
    superior: field(`${language}_superior`),
  });
  const parsed = v.safeParse(QuestionInput, { wording: { da: wordingOf('da'), en: wordingOf('en') }, statements });
  if (parsed.success) return { question: parsed.output, wrong: [] };
  const wrong = parsed.issues
    .map((issue) => v.getDotPath(issue) ?? '')
    .map((path) => (path.startsWith('wording.') ? path.slice('wording.'.length).replace('.', '_') : 'statements'));
  return { question: null, wrong: [...new Set(wrong)] };
}
