import type { BankItem } from './item.ts';

/** Questions about the craft of leading: steering, change, profession. Licence: CC BY 4.0, as the whole item bank. */
export const craftItems: readonly BankItem[] = [
  {
    id: 'says-what-we-can-afford',
    theme: 'steering',
    keywords: ['økonomi', 'budget', 'ressource', 'styring'],
    wordings: {
      da: {
        other: 'Min leder fortæller os, hvad vi har råd til.',
        self: 'Jeg fortæller mine medarbejdere, hvad vi har råd til.',
        superior: 'Lederen fortæller sine medarbejdere, hvad enheden har råd til.',
      },
      en: {
        other: 'My leader tells us what we can afford.',
        self: 'I tell my staff what we can afford.',
        superior: 'The leader tells staff what the unit can afford.',
      },
    },
  },
  {
    id: 'rules-known',
    theme: 'steering',
    keywords: ['lov', 'regel', 'lovgivning', 'forvaltning', 'sikker', 'drift', 'retningslinje'],
    wordings: {
      da: {
        other: 'Min leder sørger for, at vi kender de regler, vi arbejder efter.',
        self: 'Jeg sørger for, at mine medarbejdere kender de regler, de arbejder efter.',
        superior: 'Lederen sørger for, at medarbejderne kender de regler, de arbejder efter.',
      },
      en: {
        other: 'My leader makes sure that we know the rules we work by.',
        self: 'I make sure that my staff know the rules they work by.',
        superior: 'The leader makes sure that staff know the rules they work by.',
      },
    },
  },
  {
    id: 'explains-figures',
    theme: 'steering',
    keywords: ['data', 'tal', 'mål', 'effekt', 'dokumentation', 'viden'],
    wordings: {
      da: {
        other: 'Min leder forklarer de tal, vi bliver målt på.',
        self: 'Jeg forklarer mine medarbejdere de tal, vi bliver målt på.',
        superior: 'Lederen forklarer medarbejderne de tal, enheden bliver målt på.',
      },
      en: {
        other: 'My leader explains the figures we are measured by.',
        self: 'I explain to my staff the figures we are measured by.',
        superior: 'The leader explains to staff the figures the unit is measured by.',
      },
    },
  },
  {
    id: 'meetings-on-what-matters',
    theme: 'steering',
    keywords: ['møde', 'mødeledelse', 'tid', 'dagsorden'],
    wordings: {
      da: {
        other: 'Min leder bruger vores møder til det, der er vigtigt.',
        self: 'Jeg bruger vores møder til det, der er vigtigt.',
        superior: 'Lederen bruger enhedens møder til det, der er vigtigt.',
      },
      en: {
        other: 'My leader spends our meetings on what matters.',
        self: 'I spend our meetings on what matters.',
        superior: 'The leader spends unit meetings on what matters.',
      },
    },
  },
  {
    id: 'prepares-for-change',
    theme: 'change',
    keywords: ['forandring', 'omstilling', 'ændring', 'parathed', 'tempo', 'forandringsledelse'],
    wordings: {
      da: {
        other: 'Min leder forbereder os i god tid, når noget skal laves om.',
        self: 'Jeg forbereder mine medarbejdere i god tid, når noget skal laves om.',
        superior: 'Lederen forbereder medarbejderne i god tid, når noget skal laves om.',
      },
      en: {
        other: 'My leader prepares us in good time when something is going to change.',
        self: 'I prepare my staff in good time when something is going to change.',
        superior: 'The leader prepares staff in good time when something is going to change.',
      },
    },
  },
  {
    id: 'stops-useless-tasks',
    theme: 'change',
    keywords: ['effektiv', 'forenkle', 'afbureaukratisering', 'gavn', 'smartere'],
    wordings: {
      da: {
        other: 'Min leder stopper opgaver, som ikke længere gør gavn.',
        self: 'Jeg stopper opgaver, som ikke længere gør gavn.',
        superior: 'Lederen stopper opgaver, som ikke længere gør gavn.',
      },
      en: {
        other: 'My leader stops tasks that are no longer useful.',
        self: 'I stop tasks that are no longer useful.',
        superior: 'The leader stops tasks that are no longer useful.',
      },
    },
  },
  {
    id: 'talks-about-quality',
    theme: 'profession',
    keywords: ['faglig', 'faglighed', 'kvalitet', 'professionalisme', 'fagligt'],
    wordings: {
      da: {
        other: 'Min leder taler med os om, hvad god kvalitet er i vores fag.',
        self: 'Jeg taler med mine medarbejdere om, hvad god kvalitet er i deres fag.',
        superior: 'Lederen taler med medarbejderne om, hvad god kvalitet er i deres fag.',
      },
      en: {
        other: 'My leader talks with us about what good quality is in our profession.',
        self: 'I talk with my staff about what good quality is in their profession.',
        superior: 'The leader talks with staff about what good quality is in their profession.',
      },
    },
  },
  {
    id: 'understands-my-work',
    theme: 'profession',
    keywords: ['indsigt', 'kerneopgave', 'kontekst', 'hverdag', 'praksis'],
    wordings: {
      da: {
        other: 'Min leder forstår, hvad der er svært i mit arbejde.',
        self: 'Jeg forstår, hvad der er svært i mine medarbejderes arbejde.',
        superior: 'Lederen forstår, hvad der er svært i medarbejdernes arbejde.',
      },
      en: {
        other: 'My leader understands what is hard about my work.',
        self: 'I understand what is hard about the work of my staff.',
        superior: 'The leader understands what is hard about the work of the staff.',
      },
    },
  },
  {
    id: 'professions-help-each-other',
    theme: 'profession',
    keywords: ['tværfaglig', 'team', 'samarbejde', 'fagligheder', 'fællesskab', 'engagement'],
    wordings: {
      da: {
        other: 'Min leder får os til at hjælpe hinanden på tværs af fag.',
        self: 'Jeg får mine medarbejdere til at hjælpe hinanden på tværs af fag.',
        superior: 'Lederen får medarbejderne til at hjælpe hinanden på tværs af fag.',
      },
      en: {
        other: 'My leader gets us to help each other across professions.',
        self: 'I get my staff to help each other across professions.',
        superior: 'The leader gets staff to help each other across professions.',
      },
    },
  },
  {
    id: 'thinks-of-climate',
    theme: 'steering',
    keywords: ['klima', 'miljø', 'bæredygtig', 'grøn', 'bæredygtighed'],
    wordings: {
      da: {
        other: 'Min leder tænker på klima og miljø, når vi planlægger.',
        self: 'Jeg tænker på klima og miljø, når vi planlægger.',
        superior: 'Lederen tænker på klima og miljø, når enheden planlægger.',
      },
      en: {
        other: 'My leader thinks of climate and environment when we plan.',
        self: 'I think of climate and environment when we plan.',
        superior: 'The leader thinks of climate and environment when the unit plans.',
      },
    },
  },
];
