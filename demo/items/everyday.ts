import type { BankItem } from './item.ts';

/** Questions about overview and care. Licence: CC BY 4.0, as the whole item bank. */
export const everydayItems: readonly BankItem[] = [
  {
    id: 'plans-that-hold',
    theme: 'overview',
    keywords: ['plan', 'planlægge', 'ressource', 'drift', 'bemanding'],
    wordings: {
      da: {
        other: 'Min leder lægger planer, som holder i en almindelig uge.',
        self: 'Jeg lægger planer, som holder i en almindelig uge.',
        superior: 'Lederen lægger planer, som holder i en almindelig uge.',
      },
      en: {
        other: 'My leader makes plans that hold in an ordinary week.',
        self: 'I make plans that hold in an ordinary week.',
        superior: 'The leader makes plans that hold in an ordinary week.',
      },
    },
  },
  {
    id: 'who-does-what',
    theme: 'overview',
    keywords: ['ansvar', 'rolle', 'mandat', 'uddelegere', 'fordele', 'delegering'],
    wordings: {
      da: {
        other: 'Min leder gør det tydeligt, hvem af os der har ansvaret for hvad.',
        self: 'Jeg gør det tydeligt, hvem af mine medarbejdere der har ansvaret for hvad.',
        superior: 'Lederen gør det tydeligt, hvem af medarbejderne der har ansvaret for hvad.',
      },
      en: {
        other: 'My leader makes it clear which of us is responsible for what.',
        self: 'I make it clear which of my staff is responsible for what.',
        superior: 'The leader makes it clear who on the staff is responsible for what.',
      },
    },
  },
  {
    id: 'comes-back-to-it',
    theme: 'overview',
    keywords: ['opfølgning', 'evaluere', 'status', 'resultat', 'implementere'],
    wordings: {
      da: {
        other: 'Min leder vender tilbage til det, vi har aftalt, og hører, hvordan det går.',
        self: 'Jeg vender tilbage til det, vi har aftalt, og hører, hvordan det går.',
        superior: 'Lederen vender tilbage til det, der er aftalt, og hører, hvordan det går.',
      },
      en: {
        other: 'My leader comes back to what we agreed and asks how it is going.',
        self: 'I come back to what we agreed and ask how it is going.',
        superior: 'The leader comes back to what was agreed and asks how it is going.',
      },
    },
  },
  {
    id: 'acts-on-pressure',
    theme: 'care',
    keywords: ['belastning', 'arbejdspres', 'trivsel', 'stress', 'sygefravær', 'arbejdsmiljø'],
    wordings: {
      da: {
        other: 'Min leder reagerer, når arbejdspresset bliver for stort for nogen af os.',
        self: 'Jeg reagerer, når arbejdspresset bliver for stort for en medarbejder.',
        superior: 'Lederen reagerer, når arbejdspresset bliver for stort for en medarbejder.',
      },
      en: {
        other: 'My leader acts when the pressure of work becomes too much for one of us.',
        self: 'I act when the pressure of work becomes too much for one of my staff.',
        superior: 'The leader acts when the pressure of work becomes too much for someone.',
      },
    },
  },
  {
    id: 'steps-into-conflicts',
    theme: 'care',
    keywords: ['konflikt', 'uenighed', 'samarbejde', 'tone', 'mobning'],
    wordings: {
      da: {
        other: 'Min leder griber ind, når samarbejdet mellem kolleger går i hårdknude.',
        self: 'Jeg griber ind, når samarbejdet mellem mine medarbejdere går i hårdknude.',
        superior: 'Lederen griber ind, når samarbejdet mellem medarbejdere går i hårdknude.',
      },
      en: {
        other: 'My leader steps in when colleagues can no longer work together.',
        self: 'I step in when my staff can no longer work together.',
        superior: 'The leader steps in when staff can no longer work together.',
      },
    },
  },
  {
    id: 'keeps-promises',
    theme: 'care',
    keywords: ['løfte', 'ordholdende', 'retfærdig', 'aftale', 'fair', 'troværdig'],
    wordings: {
      da: {
        other: 'Min leder holder sine løfter til os.',
        self: 'Jeg holder mine løfter til medarbejderne.',
        superior: 'Lederen holder sine løfter til medarbejderne.',
      },
      en: {
        other: 'My leader keeps promises made to us.',
        self: 'I keep the promises I make to my staff.',
        superior: 'The leader keeps promises made to staff.',
      },
    },
  },
];
