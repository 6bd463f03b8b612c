// An invented decision in Fjordby, told with what was weighed.
import { castUnits } from './cast.ts';

export const demoDecision = {
  unitCode: castUnits.homeNursing,
  decidedDaysAgo: 24,
  toldDaysAgo: 20,
  statements: ['kursen-er-klar/mening/taler-aabent-om-dilemmaer', 'hverdagen-holder/arbejdsro/tager-belastning-alvorligt'],
  title: 'Et fælles telefonvagthold om aftenen',
  decision:
    'Fra næste kvartal tager ét hold alle opkald til hjemmesygeplejen efter kl. 16. Holdene på ruten bliver ikke længere ringet op direkte.',
  alternatives: [
    {
      name: 'Hvert hold beholder sin egen telefon',
      pro: 'Den, der svarer, kender borgeren.',
      con: 'Tolv afbrydelser på en aftenvagt, og de fleste midt i et besøg.',
    },
    {
      name: 'Telefonsvarer, og så ringer vi tilbage',
      pro: 'Ro til besøgene og ingen ekstra vagt.',
      con: 'Pårørende venter uden at vide, om nogen har hørt dem.',
    },
  ],
  tradeoffs:
    'Vi valgte ro under besøgene frem for, at den, der svarer, altid kender borgeren. Det koster noget: Den første på telefonen må slå op, og ' +
    'nogle borgere vil savne en kendt stemme. Det, der vejede tungest, var fejl med medicin, hvor en afbrydelse stod i beskrivelsen tre gange på et halvt år.',
  heard:
    'TRIO i de to største hold, ældrerådet og en gruppe pårørende. Ældrerådet ville hellere beholde de gamle numre. Derfor bliver de viderestillet det første år.',
  told: 'Lederne siger det på vagtskiftet, med ti minutter til spørgsmål. Pårørende får et brev. Områdelederen tager imod spørgsmål hver torsdag i den første måned.',
  explanation:
    'Når jeg er hos dig, bliver jeg ikke længere ringet op. Ringer du om aftenen, får du en sygeplejerske, der kan se din plan og sende den rigtige.',
};
