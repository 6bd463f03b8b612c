import type { BankItem } from './item.ts';

/** Questions about purpose and priorities. Licence: CC BY 4.0, as the whole item bank. */
export const courseItems: readonly BankItem[] = [
  {
    id: 'purpose-made-clear',
    theme: 'purpose',
    keywords: ['formål', 'mening', 'kerneopgave', 'borger', 'vision', 'værdi'],
    wordings: {
      da: {
        other: 'Min leder gør det klart, hvorfor vores arbejde er vigtigt for borgerne.',
        self: 'Jeg gør det klart for mine medarbejdere, hvorfor deres arbejde er vigtigt for borgerne.',
        superior: 'Lederen gør det klart for sine medarbejdere, hvorfor deres arbejde er vigtigt for borgerne.',
      },
      en: {
        other: 'My leader makes it clear why our work matters to citizens.',
        self: 'I make it clear to my staff why their work matters to citizens.',
        superior: 'The leader makes it clear to staff why their work matters to citizens.',
      },
    },
  },
  {
    id: 'decisions-translated',
    theme: 'purpose',
    keywords: ['politisk', 'byråd', 'beslutning', 'oversætte', 'udmønte', 'strategi'],
    wordings: {
      da: {
        other: 'Min leder fortæller, hvad nye politiske beslutninger betyder for vores hverdag.',
        self: 'Jeg fortæller mine medarbejdere, hvad nye politiske beslutninger betyder for deres hverdag.',
        superior: 'Lederen fortæller sine medarbejdere, hvad nye politiske beslutninger betyder for deres hverdag.',
      },
      en: {
        other: 'My leader tells us what new political decisions mean for our daily work.',
        self: 'I tell my staff what new political decisions mean for their daily work.',
        superior: 'The leader tells staff what new political decisions mean for their daily work.',
      },
    },
  },
  {
    id: 'dilemmas-spoken-of',
    theme: 'purpose',
    keywords: ['dilemma', 'afvejning', 'modsatrettet', 'krydspres', 'åben'],
    wordings: {
      da: {
        other: 'Min leder taler åbent om det, når to krav ikke kan opfyldes på samme tid.',
        self: 'Jeg taler åbent om det, når to krav ikke kan opfyldes på samme tid.',
        superior: 'Lederen taler åbent om det, når to krav ikke kan opfyldes på samme tid.',
      },
      en: {
        other: 'My leader speaks openly when two demands cannot be met at the same time.',
        self: 'I speak openly when two demands cannot be met at the same time.',
        superior: 'The leader speaks openly when two demands cannot be met at the same time.',
      },
    },
  },
  {
    id: 'what-can-wait',
    theme: 'priorities',
    keywords: ['prioritere', 'vælge', 'fokus', 'opgave', 'travl'],
    wordings: {
      da: {
        other: 'Min leder siger tydeligt, hvad der må vente, når vi har travlt.',
        self: 'Jeg siger tydeligt til mine medarbejdere, hvad der må vente, når de har travlt.',
        superior: 'Lederen siger tydeligt, hvad der må vente, når medarbejderne har travlt.',
      },
      en: {
        other: 'My leader says clearly what has to wait when we are busy.',
        self: 'I say clearly to my staff what has to wait when they are busy.',
        superior: 'The leader says clearly what has to wait when staff are busy.',
      },
    },
  },
  {
    id: 'decides-in-time',
    theme: 'priorities',
    keywords: ['beslutte', 'beslutning', 'handlekraft', 'afgøre', 'rettidig'],
    wordings: {
      da: {
        other: 'Min leder træffer de nødvendige beslutninger i tide.',
        self: 'Jeg træffer de nødvendige beslutninger i tide.',
        superior: 'Lederen træffer de nødvendige beslutninger i tide.',
      },
      en: {
        other: 'My leader makes the necessary decisions in good time.',
        self: 'I make the necessary decisions in good time.',
        superior: 'The leader makes the necessary decisions in good time.',
      },
    },
  },
  {
    id: 'tells-upwards',
    theme: 'priorities',
    keywords: ['opad', 'ledelseskæde', 'direktion', 'formidle', 'barriere'],
    wordings: {
      da: {
        other: 'Min leder giver det videre opad, når noget ikke fungerer hos os.',
        self: 'Jeg giver det videre opad, når noget ikke fungerer hos os.',
        superior: 'Lederen giver det videre opad, når noget ikke fungerer i enheden.',
      },
      en: {
        other: 'My leader passes it upwards when something does not work for us.',
        self: 'I pass it upwards when something does not work for us.',
        superior: 'The leader passes it upwards when something does not work in the unit.',
      },
    },
  },
];
