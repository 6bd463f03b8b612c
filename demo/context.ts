// What a leader of Fjordby says was special in the time of a round: read beside the figures by those who can see them.
import { castUnits } from './cast.ts';

export const demoContext = {
  unitCode: castUnits.nursingTeam,
  /** Written so many days before the round closed. */
  daysBeforeClosing: 5,
  text:
    'I foråret tog vi over for nabodistriktet, da det blev lagt ned. Seks nye kolleger og fyrre borgere kom til på en måned, og to stillinger ' +
    'stod ledige til sommer.\n\nVi droppede teammøderne i maj og juni. Det var mit valg, og jeg ville vælge det om. Nu holder vi dem igen.',
};
