import type { BankItem } from './item.ts';

/** Questions about presence and learning. Licence: CC BY 4.0, as the whole item bank. */
export const peopleItems: readonly BankItem[] = [
  {
    id: 'within-reach',
    theme: 'presence',
    keywords: ['synlig', 'nærvær', 'tilgængelig', 'tilstede', 'kontakt'],
    wordings: {
      da: {
        other: 'Min leder er til at få fat på, når jeg har brug for det.',
        self: 'Jeg er til at få fat på, når mine medarbejdere har brug for det.',
        superior: 'Lederen er til at få fat på, når medarbejderne har brug for det.',
      },
      en: {
        other: 'My leader can be reached when I need it.',
        self: 'My staff can reach me when they need it.',
        superior: 'Staff can reach the leader when they need it.',
      },
    },
  },
  {
    id: 'hears-me-out',
    theme: 'presence',
    keywords: ['lytte', 'høre', 'dialog', 'indflydelse', 'samtale'],
    wordings: {
      da: {
        other: 'Min leder lader mig tale ud, før vi leder efter en løsning.',
        self: 'Jeg lader mine medarbejdere tale ud, før vi leder efter en løsning.',
        superior: 'Lederen lader sine medarbejdere tale ud, før de leder efter en løsning.',
      },
      en: {
        other: 'My leader hears me out before we look for a solution.',
        self: 'I hear my staff out before we look for a solution.',
        superior: 'The leader hears staff out before looking for a solution.',
      },
    },
  },
  {
    id: 'good-work-noticed',
    theme: 'presence',
    keywords: ['anerkende', 'anerkendelse', 'ros', 'indsats', 'succes', 'fejre'],
    wordings: {
      da: {
        other: 'Min leder fortæller mig, når jeg har gjort noget godt.',
        self: 'Jeg fortæller mine medarbejdere, når de har gjort noget godt.',
        superior: 'Lederen fortæller sine medarbejdere, når de har gjort noget godt.',
      },
      en: {
        other: 'My leader tells me when I have done something well.',
        self: 'I tell my staff when they have done something well.',
        superior: 'The leader tells staff when they have done something well.',
      },
    },
  },
  {
    id: 'feedback-i-can-use',
    theme: 'learning',
    keywords: ['respons', 'feedback', 'sparring', 'dygtig', 'faglig'],
    wordings: {
      da: {
        other: 'Min leder giver mig respons, som jeg kan bruge til at blive dygtigere.',
        self: 'Jeg giver mine medarbejdere respons, som de kan bruge til at blive dygtigere.',
        superior: 'Lederen giver sine medarbejdere respons, som de kan bruge til at blive dygtigere.',
      },
      en: {
        other: 'My leader gives me feedback I can use to get better.',
        self: 'I give my staff feedback they can use to get better.',
        superior: 'The leader gives staff feedback they can use to get better.',
      },
    },
  },
  {
    id: 'learns-from-mistakes',
    theme: 'learning',
    keywords: ['fejl', 'lære', 'læring', 'utilsigtet', 'forbedring'],
    wordings: {
      da: {
        other: 'Min leder bruger fejl til at finde ud af, hvad vi kan gøre bedre.',
        self: 'Jeg bruger fejl til at finde ud af, hvad vi kan gøre bedre.',
        superior: 'Lederen bruger fejl til at finde ud af, hvad enheden kan gøre bedre.',
      },
      en: {
        other: 'My leader uses mistakes to find out what we can do better.',
        self: 'I use mistakes to find out what we can do better.',
        superior: 'The leader uses mistakes to find out what the unit can do better.',
      },
    },
  },
  {
    id: 'tasks-that-teach',
    theme: 'learning',
    keywords: ['udvikling', 'kompetence', 'talent', 'udvikle', 'uddannelse'],
    wordings: {
      da: {
        other: 'Min leder giver mig opgaver, som jeg lærer noget af.',
        self: 'Jeg giver mine medarbejdere opgaver, som de lærer noget af.',
        superior: 'Lederen giver sine medarbejdere opgaver, som de lærer noget af.',
      },
      en: {
        other: 'My leader gives me tasks that I learn from.',
        self: 'I give my staff tasks that they learn from.',
        superior: 'The leader gives staff tasks that they learn from.',
      },
    },
  },
];
