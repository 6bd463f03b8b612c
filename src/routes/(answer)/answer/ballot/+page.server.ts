import { locale } from '#base/text.ts';
import { urnOrigin } from '#gate/origin.server.ts';
import { asRespondent } from '#gate/respondent.server.ts';
import { answerBundle } from '#rooms/rounds/manifest/read.server.ts';
import { ballotPaper, type PaperQuestion } from '#rooms/rounds/tokens/read.server.ts';
import type { PageServerLoadEvent } from './$types';

/** There is no action here, and no other route takes answers from a form: what is sent is sealed by the page's program. */
export const load = asRespondent(async (respondent, event: PageServerLoadEvent) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const { manifestHash, questions, ...paper } = await respondent.read((tx) =>
    ballotPaper(tx, respondent.roundId, respondent.raterId),
  );
  return {
    ...paper,
    organisation: respondent.organisation.name,
    fingerprint: manifestHash?.toString('hex').slice(0, 16) ?? '',
    themes: byTheme(questions),
    bundle: answerBundle,
    urn: `${urnOrigin() ?? ''}/urn/${respondent.tenant.organisation}/${respondent.roundId}`,
  };
});

/** The questions under their themes, in the reader's language where there is a wording in it, else in Danish. */
function byTheme(questions: readonly PaperQuestion[]) {
  const themes = new Map<string, { id: string; name: string; questions: { code: string; number: string; wording: string }[] }>();
  questions.forEach((question, index) => {
    const theme = themes.get(question.theme) ?? {
      id: question.theme,
      name: question.themeName[locale()] || question.themeName.da || '',
      questions: [],
    };
    const wording = question.wording[locale()]?.other || question.wording.da?.other || '';
    theme.questions.push({ code: question.code, number: `${index + 1}.`, wording });
    themes.set(question.theme, theme);
  });
  return [...themes.values()];
}
