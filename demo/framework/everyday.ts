import type { CornerStone } from './content.ts';

/** Third corner stone: plans that hold and a place one can work for years. */
export const everyday: CornerStone = {
  title: { da: 'Hverdagen holder', en: 'Everyday work holds' },
  competences: [
    {
      title: { da: 'Overblik', en: 'Overview' },
      definition: {
        da: 'Du skaber orden, så alle ved, hvem der gør hvad, og så planerne kan holde til en almindelig tirsdag.',
        en: 'You create order, so that everyone knows who does what and the plans survive an ordinary Tuesday.',
      },
      behaviours: [
        {
          title: { da: 'Planlægger realistisk', en: 'Plans realistically' },
          expectations: [
            'Du sikrer, at budget, opgaver og bemanding bliver lagt i samme omgang, så planerne ikke modsiger hinanden.',
            'Du planlægger året, så store opgaver ikke rammer de samme enheder i samme måned.',
            'Du flytter folk og opgaver mellem dine enheder i god tid, når du kan se, at det kniber et sted.',
            'Du lægger planer, der tager højde for sygdom og travlhed, og inddrager dem, der skal arbejde efter dem.',
          ],
        },
        {
          title: { da: 'Fordeler ansvar klart', en: 'Assigns responsibility clearly' },
          expectations: [
            'Du afklarer, hvem i direktionen der har det sidste ord, når en opgave går på tværs af områder.',
            'Du beskriver, hvad dine ledere selv må afgøre, og holder dig fra at overtage opgaver, du har givet videre.',
            'Du aftaler med hver leder, hvad der skal leveres, hvornår du vil høre nyt, og hvad du hjælper med.',
            'Du sørger for, at hver opgave har en ejer, som ved det, også når du selv er væk.',
          ],
        },
        {
          title: { da: 'Følger op', en: 'Follows up' },
          expectations: [
            'Du følger få, faste tal for hele kommunen og spørger til historien bag, før du drager slutninger.',
            'Du gør status med dine ledere hver måned og retter planen, mens der stadig er tid.',
            'Du sammenholder tal, klager og det, du selv ser, og tager fat, hvor de tre peger samme vej.',
            'Du vender tilbage til det, I aftalte, og spørger, om det virker for borgerne og for jer selv.',
          ],
        },
      ],
    },
    {
      title: { da: 'Arbejdsro', en: 'Calm to work' },
      definition: {
        da: 'Du passer på de mennesker, der løser opgaverne, så de kan blive ved med at gøre det godt i mange år.',
        en: 'You take care of the people who do the work, so that they can go on doing it well for many years.',
      },
      behaviours: [
        {
          title: { da: 'Tager belastning alvorligt', en: 'Takes strain seriously' },
          expectations: [
            'Du spørger til arbejdspres og sygefravær med samme alvor som til økonomi, og du handler på svarene.',
            'Du holder øje med, om dine ledere selv er pressede, og tager opgaver fra dem, før det går galt.',
            'Du støtter lederen i at handle tidligt, når en medarbejder eller et helt team er ved at køre træt.',
            'Du spørger ind, når en medarbejder ændrer sig, og sammen finder I en løsning, der kan mærkes.',
          ],
        },
        {
          title: { da: 'Går ind i konflikter', en: 'Steps into conflicts' },
          expectations: [
            'Du tager uenigheder mellem områder op med dem, det handler om, og lader dem ikke vokse på gangene.',
            'Du hjælper to ledere til at blive enige, og du afgør sagen, hvis de ikke kan.',
            'Du øver svære samtaler med dine ledere og er selv med, når en leder ikke bør stå alene.',
            'Du griber tidligt ind, når tonen bliver hård, og hjælper parterne til en aftale, de kan overholde.',
          ],
        },
        {
          title: { da: 'Er ordholdende og fair', en: 'Keeps promises and is fair' },
          expectations: [
            'Du lader de samme regler gælde for alle, også for direktionen, og forklarer de få undtagelser.',
            'Du fordeler midler efter kendte kriterier, som dine ledere har haft mulighed for at diskutere.',
            'Du behandler dine ledere ens i ens situationer og siger grunden, når du gør forskel.',
            'Du holder, hvad du lover, fordeler vagter og goder retfærdigt og siger til, hvis en aftale må ændres.',
          ],
        },
      ],
    },
  ],
};
