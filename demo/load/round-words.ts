import { inWords } from '#base/time.ts';
import type { NewQuestion } from '#rooms/rounds/questions/schema.ts';
import type { RoundInformation } from '#rooms/rounds/schema.ts';
import { demoFramework, demoFrameworkInEnglish } from '../framework.ts';
import { demoQuestions } from '../questions.ts';

/** What the people of Fjordby are told about a round. */
export function roundWords(
  closesAt: Date,
  kind: 'whole' | 'follow-up' = 'whole',
): { title: string; information: RoundInformation } {
  const year = inWords(closesAt, 'da', 'date').split(' ').at(-1) ?? '';
  return {
    title: kind === 'whole' ? `Ledelse i Fjordby ${year}` : `Ledelse i Fjordby ${year}, opfølgning`,
    information: {
      purpose:
        'Målingen skal give den enkelte leder og arbejdspladsen noget godt at tale om. Den bruges ikke til at sætte ledere op imod hinanden.',
      legalBasis: 'Databeskyttelsesforordningens artikel 6, stk. 1, litra e: en opgave, kommunen har som offentlig arbejdsgiver.',
      contact: 'HR i Fjordby Kommune, hr@fjordby.example. Databeskyttelsesrådgiver: dpo@fjordby.example.',
      recipients: 'Din leder og lederens leder ser tal for lederens egne medarbejdere samlet. Direktion og MED ser samlede tal.',
      retention: 'Svarene slettes, når resultatet er opgjort. Resultaterne gemmes i fem år.',
      categories: 'Dine svar på spørgsmål om din leders ledelse. Ingen baggrundsspørgsmål.',
    },
  };
}

/** Fjordby's questions, pointing at the statements they ask about. */
export function questionsOf(statementIds: Map<string, string>): NewQuestion[] {
  const danish = new Map(demoFramework('2020-01-01').elements.map((element) => [element.id, element.title ?? '']));
  const english = demoFrameworkInEnglish();
  return demoQuestions.map((question) => {
    const statement = statementIds.get(question.statementId);
    const theme = statementIds.get(question.themeId);
    if (statement === undefined || theme === undefined) throw new Error(`the framework has no ${question.statementId}`);
    return {
      theme,
      themeName: { da: danish.get(question.themeId) ?? '', en: english.get(question.themeId)?.title ?? '' },
      wording: question.item.wordings,
      itemId: question.item.id,
      statements: [statement],
    };
  });
}
