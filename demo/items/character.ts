import type { BankItem } from './item.ts';

/** Questions about the leader as a person: overall, trust, involvement. Licence: CC BY 4.0, as the whole item bank. */
export const characterItems: readonly BankItem[] = [
  {
    id: 'leads-well-overall',
    theme: 'overall',
    keywords: ['helhedsindtryk', 'helhed'],
    wordings: {
      da: {
        other: 'Alt i alt gør min leder det godt som leder.',
        self: 'Alt i alt gør jeg det godt som leder.',
        superior: 'Alt i alt gør lederen det godt som leder.',
      },
      en: {
        other: 'All in all, my leader leads us well.',
        self: 'All in all, I lead my staff well.',
        superior: 'All in all, the leader leads staff well.',
      },
    },
  },
  {
    id: 'makes-work-easier',
    theme: 'overall',
    keywords: ['støtte', 'ramme', 'vilkår'],
    wordings: {
      da: {
        other: 'Min leder gør det lettere for mig at gøre mit arbejde godt.',
        self: 'Jeg gør det lettere for mine medarbejdere at gøre deres arbejde godt.',
        superior: 'Lederen gør det lettere for sine medarbejdere at gøre deres arbejde godt.',
      },
      en: {
        other: 'My leader makes it easier for me to do my job well.',
        self: 'I make it easier for my staff to do their job well.',
        superior: 'The leader makes it easier for staff to do their job well.',
      },
    },
  },
  {
    id: 'would-stay',
    theme: 'overall',
    keywords: ['fastholde', 'attraktiv', 'arbejdsplads', 'rekruttere'],
    wordings: {
      da: {
        other: 'Min leder er en, jeg gerne vil blive ved med at arbejde for.',
        self: 'Jeg er en leder, mine medarbejdere gerne vil blive ved med at arbejde for.',
        superior: 'Lederen er en, medarbejderne gerne vil blive ved med at arbejde for.',
      },
      en: {
        other: 'My leader is someone I want to go on working for.',
        self: 'I am someone my staff want to go on working for.',
        superior: 'The leader is someone staff want to go on working for.',
      },
    },
  },
  {
    id: 'admits-mistakes',
    theme: 'trust',
    keywords: ['tillid', 'fejl', 'ærlig', 'indrømme', 'ydmyg'],
    wordings: {
      da: {
        other: 'Min leder kan indrømme egne fejl.',
        self: 'Jeg kan indrømme mine egne fejl over for medarbejderne.',
        superior: 'Lederen kan indrømme egne fejl over for medarbejderne.',
      },
      en: {
        other: 'My leader can admit to a mistake.',
        self: 'I can admit to a mistake in front of my staff.',
        superior: 'The leader can admit to a mistake in front of staff.',
      },
    },
  },
  {
    id: 'trusts-me',
    theme: 'trust',
    keywords: ['tillid', 'selvstændig', 'frihed', 'medbestemmelse', 'social', 'kapital'],
    wordings: {
      da: {
        other: 'Min leder stoler på, at jeg kan klare mine opgaver.',
        self: 'Jeg stoler på, at mine medarbejdere kan klare deres opgaver.',
        superior: 'Lederen stoler på, at medarbejderne kan klare deres opgaver.',
      },
      en: {
        other: 'My leader trusts me to manage my tasks.',
        self: 'I trust my staff to manage their tasks.',
        superior: 'The leader trusts staff to manage their tasks.',
      },
    },
  },
  {
    id: 'speaks-with-respect',
    theme: 'trust',
    keywords: ['respekt', 'ordentlig', 'ordentlighed', 'tone', 'sprog', 'menneskelighed'],
    wordings: {
      da: {
        other: 'Min leder taler med respekt om andre.',
        self: 'Jeg taler med respekt om andre.',
        superior: 'Lederen taler med respekt om andre.',
      },
      en: {
        other: 'My leader speaks of others with respect.',
        self: 'I speak of others with respect.',
        superior: 'The leader speaks of others with respect.',
      },
    },
  },
  {
    id: 'same-message',
    theme: 'trust',
    keywords: ['troværdig', 'tydelig', 'loyal', 'kommunikere', 'samstemt'],
    wordings: {
      da: {
        other: 'Min leder siger det samme til os alle.',
        self: 'Jeg siger det samme til alle mine medarbejdere.',
        superior: 'Lederen siger det samme til alle medarbejdere.',
      },
      en: {
        other: 'My leader gives all of us the same message.',
        self: 'I give all my staff the same message.',
        superior: 'The leader gives all staff the same message.',
      },
    },
  },
  {
    id: 'asks-us-first',
    theme: 'involvement',
    keywords: ['inddrage', 'medinddragelse', 'indflydelse', 'medbestemmelse', 'demokrati'],
    wordings: {
      da: {
        other: 'Min leder spørger os til råds, før vores opgaver bliver lavet om.',
        self: 'Jeg spørger mine medarbejdere til råds, før deres opgaver bliver lavet om.',
        superior: 'Lederen spørger medarbejderne til råds, før deres opgaver bliver lavet om.',
      },
      en: {
        other: 'My leader asks our advice before our tasks are changed.',
        self: 'I ask my staff for advice before their tasks are changed.',
        superior: 'The leader asks staff for advice before their tasks are changed.',
      },
    },
  },
  {
    id: 'works-with-representatives',
    theme: 'involvement',
    keywords: ['trio', 'tillidsrepræsentant', 'arbejdsmiljørepræsentant', 'personalepolitik'],
    wordings: {
      da: {
        other: 'Min leder samarbejder godt med vores tillidsvalgte.',
        self: 'Jeg samarbejder godt med de tillidsvalgte i min enhed.',
        superior: 'Lederen samarbejder godt med de tillidsvalgte i enheden.',
      },
      en: {
        other: 'My leader works well with our elected representatives.',
        self: 'I work well with the elected representatives in my unit.',
        superior: 'The leader works well with the elected representatives in the unit.',
      },
    },
  },
  {
    id: 'welcomes-newcomers',
    theme: 'involvement',
    keywords: ['onboarding', 'modtage', 'inkluderende', 'fællesskab', 'mangfoldighed'],
    wordings: {
      da: {
        other: 'Min leder tager godt imod nye kolleger.',
        self: 'Jeg tager godt imod nye medarbejdere.',
        superior: 'Lederen tager godt imod nye medarbejdere.',
      },
      en: {
        other: 'My leader welcomes new colleagues well.',
        self: 'I welcome new staff well.',
        superior: 'The leader welcomes new staff well.',
      },
    },
  },
];
