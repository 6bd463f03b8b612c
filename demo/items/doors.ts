import type { BankItem } from './item.ts';

/** Questions about citizens and working across units. Licence: CC BY 4.0, as the whole item bank. */
export const doorsItems: readonly BankItem[] = [
  {
    id: 'citizens-shape-plans',
    theme: 'citizens',
    keywords: ['borger', 'bruger', 'pårørende', 'service', 'kvalitet', 'brugerperspektiv'],
    wordings: {
      da: {
        other: 'Min leder bruger borgernes erfaringer, når vi planlægger arbejdet.',
        self: 'Jeg bruger borgernes erfaringer, når vi planlægger arbejdet.',
        superior: 'Lederen bruger borgernes erfaringer, når enheden planlægger arbejdet.',
      },
      en: {
        other: "My leader uses citizens' experience when we plan our work.",
        self: "I use citizens' experience when we plan our work.",
        superior: "The leader uses citizens' experience when the unit plans its work.",
      },
    },
  },
  {
    id: 'puts-things-right',
    theme: 'citizens',
    keywords: ['klage', 'fejl', 'rette', 'serviceskred', 'oprette', 'tryghed'],
    wordings: {
      da: {
        other: 'Min leder sørger for, at vi retter op, når en borger har fået en dårlig oplevelse.',
        self: 'Jeg sørger for, at vi retter op, når en borger har fået en dårlig oplevelse.',
        superior: 'Lederen sørger for, at enheden retter op, når en borger har fået en dårlig oplevelse.',
      },
      en: {
        other: 'My leader sees to it that we put things right after a citizen has a bad experience.',
        self: 'I see to it that we put things right after a citizen has a bad experience.',
        superior: 'The leader sees to it that the unit puts things right after a citizen has a bad experience.',
      },
    },
  },
  {
    id: 'lets-others-help',
    theme: 'citizens',
    keywords: ['samskabe', 'samskabelse', 'frivillig', 'forening', 'civilsamfund', 'partnerskab'],
    wordings: {
      da: {
        other: 'Min leder inviterer frivillige, pårørende eller andre med, når de kan hjælpe med en opgave.',
        self: 'Jeg inviterer frivillige, pårørende eller andre med, når de kan hjælpe med en opgave.',
        superior: 'Lederen inviterer frivillige, pårørende eller andre med, når de kan hjælpe med en opgave.',
      },
      en: {
        other: 'My leader invites volunteers, relatives or others when they can help with a task.',
        self: 'I invite volunteers, relatives or others when they can help with a task.',
        superior: 'The leader invites volunteers, relatives or others when they can help with a task.',
      },
    },
  },
  {
    id: 'contacts-neighbours',
    theme: 'across',
    keywords: ['tværgående', 'tværs', 'helhed', 'sammenhæng', 'koordinere', 'netværk'],
    wordings: {
      da: {
        other: 'Min leder tager kontakt til andre enheder, når vi skal løse en opgave i fællesskab.',
        self: 'Jeg tager kontakt til andre enheder, når vi skal løse en opgave i fællesskab.',
        superior: 'Lederen tager kontakt til andre enheder, når en opgave skal løses i fællesskab.',
      },
      en: {
        other: 'My leader contacts other units when a task must be solved together.',
        self: 'I contact other units when a task must be solved together.',
        superior: 'The leader contacts other units when a task must be solved together.',
      },
    },
  },
  {
    id: 'learns-from-elsewhere',
    theme: 'across',
    keywords: ['dele', 'viden', 'erfaring', 'inspiration', 'udsyn'],
    wordings: {
      da: {
        other: 'Min leder sørger for, at vi lærer af det, der virker andre steder.',
        self: 'Jeg sørger for, at vi lærer af det, der virker andre steder.',
        superior: 'Lederen sørger for, at enheden lærer af det, der virker andre steder.',
      },
      en: {
        other: 'My leader sees to it that we learn from what works elsewhere.',
        self: 'I see to it that we learn from what works elsewhere.',
        superior: 'The leader sees to it that the unit learns from what works elsewhere.',
      },
    },
  },
  {
    id: 'small-trials',
    theme: 'across',
    keywords: ['innovation', 'nytænkning', 'afprøve', 'idé', 'eksperiment', 'udvikling'],
    wordings: {
      da: {
        other: 'Min leder lader os prøve nye idéer af i lille skala.',
        self: 'Jeg lader mine medarbejdere prøve nye idéer af i lille skala.',
        superior: 'Lederen lader sine medarbejdere prøve nye idéer af i lille skala.',
      },
      en: {
        other: 'My leader lets us try out new ideas on a small scale.',
        self: 'I let my staff try out new ideas on a small scale.',
        superior: 'The leader lets staff try out new ideas on a small scale.',
      },
    },
  },
];
