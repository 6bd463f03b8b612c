// Fjordby's invented year wheel: what comes round to keep its framework alive.
import { castUnits } from './cast.ts';

export type DemoActivity = {
  name: string;
  kind: 'development' | 'dialogue' | 'follow_up' | 'evaluation';
  how: string;
  responsible: string;
  unitCode: string | null;
  page: '' | 'rounds' | 'health' | 'goals' | 'expectations';
  every: 3 | 6 | 12 | 24;
  timing: { kind: 'month' } | { kind: 'day'; day: number } | { kind: 'week'; week: number };
  month: number;
  statements: string[];
  /** What somebody wrote when it was held; null: the last time passed without a word. */
  note: string | null;
};

export const demoYear: DemoActivity[] = [
  {
    name: 'Velkomst til nye ledere',
    kind: 'development',
    how: 'En formiddag om grundlaget. Hver ny leder tager én adfærd med hjem og fortæller sin egen leder hvilken.',
    responsible: '',
    unitCode: castUnits.humanResources,
    page: 'expectations',
    every: 6,
    timing: { kind: 'month' },
    month: 3,
    statements: ['mennesker-vokser/laering'],
    note: 'Elleve nye ledere. De ville gerne høre mere om, hvad deres egne ledere gør.',
  },
  {
    name: 'Holdet vælger en adfærd',
    kind: 'dialogue',
    how: 'Tyve minutter på et personalemøde: Hvilken adfærd har vi mest brug for lige nu? Hvordan ville vi kunne se den?',
    responsible: 'Alle ledere af medarbejdere',
    unitCode: null,
    page: '',
    every: 3,
    timing: { kind: 'month' },
    month: 2,
    statements: ['kursen-er-klar/mening', 'mennesker-vokser/naervaer/lytter-faerdig'],
    note: 'Flest valgte at lytte færdig.',
  },
  {
    name: 'Udviklingssamtaler med ledere',
    kind: 'development',
    how: 'Lederen forbereder sig med sin egen rapport og ét udsagn fra grundlaget. Den fælles del af samtalen skrives ned.',
    responsible: 'Alle, der leder ledere',
    unitCode: null,
    page: '',
    every: 12,
    timing: { kind: 'week', week: 37 },
    month: 9,
    statements: ['mennesker-vokser/laering/giver-brugbar-respons'],
    note: 'Holdt i alle forvaltninger.',
  },
  {
    name: 'Ledergrupperne ser på deres aftaler',
    kind: 'follow_up',
    how: 'Hvad aftalte vi sidst? Hvad blev det til? Hvad holder vi op med?',
    responsible: 'Chefgrupperne',
    unitCode: null,
    page: '',
    every: 6,
    timing: { kind: 'month' },
    month: 4,
    statements: ['hverdagen-holder/overblik/foelger-op'],
    note: null,
  },
  {
    name: 'Målene gøres op',
    kind: 'follow_up',
    how: 'Nye tal skrives ind, og det, der ikke flytter sig, får en samtale.',
    responsible: 'Direktionen',
    unitCode: castUnits.municipality,
    page: 'goals',
    every: 12,
    timing: { kind: 'month' },
    month: 1,
    statements: ['kursen-er-klar/valg/prioriterer-synligt'],
    note: 'To mål nået, ét lagt væk.',
  },
  {
    name: 'MED drøfter, om grundlaget lever',
    kind: 'dialogue',
    how: 'MED læser siden om grundlagets sundhed og siger, hvad der mangler.',
    responsible: 'Hovedudvalget',
    unitCode: null,
    page: 'health',
    every: 12,
    timing: { kind: 'day', day: 15 },
    month: 6,
    statements: [],
    note: 'Udvalget savnede eksempler fra de små arbejdspladser.',
  },
  {
    name: 'Måling af ledelse',
    kind: 'evaluation',
    how: 'Alle medarbejdere svarer om deres nærmeste leder. Resultaterne bliver talt igennem på hvert hold.',
    responsible: '',
    unitCode: castUnits.humanResources,
    page: 'rounds',
    every: 24,
    timing: { kind: 'month' },
    month: 10,
    statements: ['kursen-er-klar', 'mennesker-vokser', 'hverdagen-holder', 'doerene-er-aabne'],
    note: 'Tre ud af fire svarede.',
  },
  {
    name: 'Direktionens tilbageblik',
    kind: 'evaluation',
    how: 'Et tilbageblik på året: Hvor så man grundlaget i det, vi besluttede? Hvor så man det ikke?',
    responsible: 'Kommunaldirektøren',
    unitCode: castUnits.municipality,
    page: '',
    every: 12,
    timing: { kind: 'week', week: 49 },
    month: 12,
    statements: ['kursen-er-klar/valg/beslutter-i-tide'],
    note: 'Skrevet ind i nytårshilsenen.',
  },
];
