import type { CornerStone } from './content.ts';

/** Second corner stone: being there for people, and learning. */
export const people: CornerStone = {
  title: { da: 'Mennesker vokser', en: 'People grow' },
  competences: [
    {
      title: { da: 'Nærvær', en: 'Presence' },
      definition: {
        da: 'Du er til stede på en måde, så mennesker tør komme til dig med både det gode og det svære.',
        en: 'You are present in a way that lets people come to you with what is good and what is hard.',
      },
      behaviours: [
        {
          title: { da: 'Er til at få fat på', en: 'Is within reach' },
          expectations: [
            'Du kommer ud på arbejdspladserne uden dagsorden og bruger det, du ser, når du beslutter.',
            'Du holder faste tider fri, hvor dine ledere kan ringe eller kigge forbi med det, der haster.',
            'Du besøger jævnligt hver af dine ledere dér, hvor de arbejder, og du kender deres vilkår.',
            'Du er synlig på skiftende tidspunkter, så også dem med skæve vagter ved, hvordan de får fat i dig.',
          ],
        },
        {
          title: { da: 'Lytter færdig', en: 'Hears people out' },
          expectations: [
            'Du inviterer indvendinger ind i direktionens drøftelser og lader dem ændre beslutningen, når de er gode.',
            'Du spørger dine ledere, hvad du overser, og du venter på svaret.',
            'Du hører alle parter, før du danner dig en mening om en sag mellem to af dine enheder.',
            'Du lader medarbejderen tale ud, gentager det vigtigste og siger, hvad du vil gøre ved det.',
          ],
        },
        {
          title: { da: 'Ser indsatsen', en: 'Notices the effort' },
          expectations: [
            'Du fremhæver det, der lykkes ude på arbejdspladserne, og fortæller præcist, hvem der gjorde hvad.',
            'Du giver dine ledere æren for deres resultater, også når det er dig, der fremlægger dem.',
            'Du lægger mærke til det gode lederarbejde, som ingen andre ser, og siger det til den, der gjorde det.',
            'Du roser det konkrete, mens det sker, og fordeler din opmærksomhed, så de stille også bliver set.',
          ],
        },
      ],
    },
    {
      title: { da: 'Læring', en: 'Learning' },
      definition: {
        da: 'Du gør arbejdspladsen til et sted, hvor man bliver dygtigere af at gå på arbejde.',
        en: 'You make the workplace somewhere people grow more skilled by doing their job.',
      },
      behaviours: [
        {
          title: { da: 'Giver brugbar respons', en: 'Gives useful feedback' },
          expectations: [
            'Du siger til dine chefer, hvad de skal gøre mere og mindre af, og du beder om det samme den anden vej.',
            'Du taler mindst to gange om året med hver leder om den måde, vedkommende leder på, og du har eksempler med.',
            'Du er med, når dine ledere holder møder eller svære samtaler, og taler bagefter med dem om, hvad du så.',
            'Du siger roligt og hurtigt, når noget skal gøres anderledes, og viser, hvordan det kan gøres.',
          ],
        },
        {
          title: { da: 'Gør fejl til viden', en: 'Turns mistakes into knowledge' },
          expectations: [
            'Du fortæller om dine egne fejlskøn og leder efter årsager frem for syndere, når noget er gået galt.',
            'Du sørger for, at en fejl ét sted bliver kendt de andre steder, hvor den også kunne ske.',
            'Du gennemgår det, der er gået skævt, med dine ledere, og I aftaler, hvad I ændrer fra i dag.',
            'Du siger tak, når nogen fortæller om en fejl, og I bruger den til at gøre arbejdsgangen sikrere.',
          ],
        },
        {
          title: { da: 'Giver plads til udvikling', en: 'Makes room for development' },
          expectations: [
            'Du sætter tid og penge af til at udvikle ledere og kender dem, der er klar til at løfte mere.',
            'Du lader ledere prøve kræfter med opgaver uden for deres eget område og bakker dem op undervejs.',
            'Du lægger en plan for hver leders næste skridt og sørger for, at der bliver tid til at følge den.',
            'Du kender hver medarbejders ønsker og fordeler opgaver, så både nye og erfarne lærer noget.',
          ],
        },
      ],
    },
  ],
};
