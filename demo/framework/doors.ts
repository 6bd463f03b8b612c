import type { CornerStone } from './content.ts';

/** Fourth corner stone: citizens, neighbours and small trials. */
export const doors: CornerStone = {
  title: { da: 'Dørene er åbne', en: 'The doors are open' },
  competences: [
    {
      title: { da: 'Borgernes blik', en: "The citizens' eyes" },
      definition: {
        da: 'Du ser arbejdet fra den anden side af skranken og lader det, du ser, få følger.',
        en: 'You see the work from the other side of the counter and let what you see have consequences.',
      },
      behaviours: [
        {
          title: { da: 'Henter borgernes erfaringer ind', en: "Brings in citizens' experience" },
          expectations: [
            'Du mødes med borgere og pårørende, før store ændringer bliver besluttet, og viser, hvad deres råd blev brugt til.',
            'Du sørger for, at området hvert år hører dem, der bruger tilbuddene, også dem der sjældent siger noget.',
            'Du læser borgernes henvendelser sammen med dine ledere og vælger noget ud, I vil gøre bedre.',
            'Du spørger borgerne, hvad der er vigtigt for dem, og lader svaret forme den næste uges arbejde.',
          ],
        },
        {
          title: { da: 'Retter op, når det går galt', en: 'Puts things right' },
          expectations: [
            'Du stiller dig frem, når kommunen har fejlet, og sørger for, at borgeren får et ordentligt svar.',
            'Du lader en alvorlig klage føre til et eftersyn af arbejdsgangen og melder resultatet tilbage.',
            'Du hjælper lederen med at tale med en utilfreds borger og holder øje med, at løftet bliver indfriet.',
            'Du undskylder over for borgeren, får fejlen rettet og passer samtidig på den medarbejder, der stod i det.',
          ],
        },
        {
          title: { da: 'Lukker flere ind i opgaven', en: 'Lets others share the task' },
          expectations: [
            'Du bygger tillid til foreninger, virksomheder og frivillige, så kommunen ikke står alene med de store opgaver.',
            'Du laver klare aftaler med parter uden for kommunen om, hvem der gør hvad, og hvem der har ansvaret.',
            'Du giver dine ledere lov til at dele opgaver med lokale kræfter og hjælper med de regler, der gælder.',
            'Du byder frivillige og pårørende velkommen, viser dem til rette og aftaler grænserne med medarbejderne.',
          ],
        },
      ],
    },
    {
      title: { da: 'Naboskab', en: 'Neighbourliness' },
      definition: {
        da: 'Du arbejder sammen med dem ved siden af, som om I delte både indgang og regning.',
        en: 'You work with those next door as if you shared both the entrance and the bill.',
      },
      behaviours: [
        {
          title: { da: 'Opsøger naboerne', en: 'Seeks out neighbours' },
          expectations: [
            'Du fremhæver resultater, som flere områder har skabt i fællesskab, og spørger ind, når et område går enegang.',
            'Du løser sager om den samme familie sammen med de andre chefer, så ingen falder mellem to områder.',
            'Du skaber faste møder mellem dine ledere og deres naboenheder om de borgere, de har fælles.',
            'Du tager selv telefonen og ringer til naboenheden, når en borger risikerer at blive sendt rundt.',
          ],
        },
        {
          title: { da: 'Deler det, der virker', en: 'Shares what works' },
          expectations: [
            'Du gør det let at finde ud af, hvem i Fjordby der allerede har løst et problem som det, man selv står med.',
            'Du lader dine ledere vise hinanden deres metoder og beder hver af dem vælge én at overtage.',
            'Du sender dine ledere på besøg hos hinanden og følger op på, hvad de tog med hjem.',
            'Du fortæller andre enheder om det, der lykkes hos jer, og låner gerne en god idé den anden vej.',
          ],
        },
        {
          title: { da: 'Prøver nyt i det små', en: 'Tries new ways on a small scale' },
          expectations: [
            'Du giver plads til forsøg med en aftalt slutdato og tager det pænt, når et af dem mislykkes.',
            'Du vælger få forsøg, sikrer dem tid og afgør bagefter, om de skal udbredes, ændres eller stoppes.',
            'Du hjælper dine ledere med at beskrive, hvad et forsøg skal vise, og hvornår I ved nok.',
            'Du afprøver medarbejdernes forslag i lille skala, måler på noget enkelt og fortæller, hvordan det gik.',
          ],
        },
      ],
    },
  ],
};
