import type { CornerStone } from './content.ts';

/** First corner stone: purpose and priorities. */
export const course: CornerStone = {
  title: { da: 'Kursen er klar', en: 'The course is clear' },
  competences: [
    {
      title: { da: 'Mening', en: 'Meaning' },
      definition: {
        da: 'Du gør det klart, hvad arbejdet skal føre til, og hvorfor det betyder noget for de mennesker, vi er her for.',
        en: 'You make it clear what the work should lead to, and why it matters to the people we are here for.',
      },
      behaviours: [
        {
          title: { da: 'Forklarer formålet', en: 'Explains the purpose' },
          expectations: [
            'Du fortæller én samlet historie om, hvor Fjordby er på vej hen, og du fortæller den på samme måde til byråd, ledere og medarbejdere.',
            'Du knytter dit områdes mål til kommunens retning, så alle dine ledere kan forklare sammenhængen med egne ord.',
            'Du drøfter formålet med dine ledere, indtil I er enige om, hvad det kræver af hver enkelt afdeling.',
            'Du viser i hverdagen, hvordan de små opgaver hænger sammen med det, borgerne har brug for.',
          ],
        },
        {
          title: { da: 'Oversætter politiske beslutninger', en: 'Translates political decisions' },
          expectations: [
            'Du sørger for, at byrådets beslutninger når ud på arbejdspladserne i et sprog, man kan handle på.',
            'Du gør en politisk beslutning til en plan med få skridt, en ansvarlig for hvert og en dato for opfølgning.',
            'Du hjælper dine ledere med at finde ud af, hvad en ny beslutning ændrer hos dem, og hvad der kan fortsætte som før.',
            'Du fortæller dine medarbejdere, hvad der er besluttet, hvad det betyder for jer, og hvad I selv kan bestemme.',
          ],
        },
        {
          title: { da: 'Taler åbent om dilemmaer', en: 'Speaks openly about dilemmas' },
          expectations: [
            'Du siger det til politikerne, når to ønsker ikke kan opfyldes på samme tid, og du viser, hvad hvert valg koster.',
            'Du tager svære afvejninger op blandt cheferne, før de lander som modsatrettede krav hos lederne.',
            'Du giver dine ledere et rum, hvor de kan sige højt, at noget ikke går op, og få hjælp til at vælge.',
            'Du siger ærligt til medarbejderne, når et krav er svært at nå, og sammen finder I ud af, hvad der er godt nok.',
          ],
        },
      ],
    },
    {
      title: { da: 'Valg', en: 'Choices' },
      definition: {
        da: 'Du vælger til og fra i tide, så kræfterne bliver brugt dér, hvor de gør mest gavn.',
        en: 'You choose in good time, so that effort is spent where it does the most good.',
      },
      behaviours: [
        {
          title: { da: 'Prioriterer synligt', en: 'Sets priorities in the open' },
          expectations: [
            'Du nøjes med få fælles mål og siger åbent, hvad kommunen venter med, når noget nyt skal begynde.',
            'Du tager opgaver af bordet, når du lægger nye på, og du skriver ned, hvad der er valgt fra.',
            'Du hjælper dine ledere med at sætte opgaverne i rækkefølge, så to enheder i samme situation vælger ens.',
            'Du siger, hvad der kommer først på en travl dag, og du står ved det, hvis nogen spørger hvorfor.',
          ],
        },
        {
          title: { da: 'Beslutter i tide', en: 'Decides in time' },
          expectations: [
            'Du afgør de sager, som kun direktionen kan afgøre, uden at lade dem vente fra møde til møde.',
            'Du aftaler med dine ledere, hvad de selv kan afgøre, og du svarer hurtigt, når de har brug for dig.',
            'Du træffer beslutningen, når sagen er drøftet færdig, og du gentager den, til alle har hørt den.',
            'Du spørger dem, der kender opgaven, beslutter dig og fortæller bagefter, hvad der talte for og imod.',
          ],
        },
        {
          title: { da: 'Bringer virkeligheden opad', en: 'Brings reality upwards' },
          expectations: [
            'Du giver politikerne et sandt billede af hverdagen i kommunen, også de dage hvor billedet ikke er kønt.',
            'Du melder tidligt til direktionen, når økonomi eller kvalitet er ved at skride, og du har et forslag med.',
            'Du samler det, dine ledere oplever, og bærer det videre som fakta og eksempler, ikke som klager.',
            'Du siger det til din egen leder, når en plan ikke virker i praksis, og du beskriver, hvad der skal til.',
          ],
        },
      ],
    },
  ],
};
