// Invented goals of Fjordby: what two places and the whole municipality want to achieve, and figures that show how it goes.
import { castUnits } from './cast.ts';

type DemoValue = { monthsAgo: number; value: number; note?: string };
export type DemoIndicator = {
  name: string;
  measure: string;
  direction: 'higher' | 'lower' | 'within';
  target: number;
  targetTo?: number;
  baseline?: { monthsAgo: number; value: number };
  feedback: 'citizen_survey' | 'own_count' | 'professional_review' | 'political_decision';
  feedbackName: string;
  perspective: 'user' | 'professional' | 'political';
  values: DemoValue[];
};
export type DemoGoal = {
  title: string;
  why: string;
  kind: 'quality' | 'service_level' | 'satisfaction';
  perspectives: ('user' | 'professional' | 'political')[];
  unitCode: string | null;
  source: string;
  sourceMonthsAgo: number | null;
  beginsMonthsAgo: number;
  lastsMonths: number;
  statements: string[];
  state: 'planned' | 'running';
  indicators: DemoIndicator[];
};

export const demoGoals: DemoGoal[] = [
  {
    title: 'Borgerne får svar inden for en uge',
    why: 'Den, der venter på svar, skal vide, hvornår det kommer. Et hurtigt nej er også bedre end et langsomt måske.',
    kind: 'service_level',
    perspectives: ['user', 'political'],
    unitCode: null,
    source: 'Byrådets aftale om god service',
    sourceMonthsAgo: 20,
    beginsMonthsAgo: 18,
    lastsMonths: 36,
    statements: ['doerene-er-aabne/borgernes-blik', 'kursen-er-klar/mening/oversaetter-politiske-beslutninger'],
    state: 'running',
    indicators: [
      {
        name: 'Henvendelser, der er besvaret inden syv dage',
        measure: '%',
        direction: 'higher',
        target: 90,
        baseline: { monthsAgo: 20, value: 68.5 },
        feedback: 'own_count',
        feedbackName: 'Postlister fra fire forvaltninger',
        perspective: 'political',
        values: [
          { monthsAgo: 15, value: 71 },
          { monthsAgo: 12, value: 74.5 },
          { monthsAgo: 9, value: 81 },
          { monthsAgo: 6, value: 79.5, note: 'Nyt sagssystem i to forvaltninger' },
          { monthsAgo: 3, value: 86 },
          { monthsAgo: 1, value: 87.5 },
        ],
      },
      {
        name: 'Borgere, der synes, at svaret var til at forstå',
        measure: '%',
        direction: 'higher',
        target: 80,
        feedback: 'citizen_survey',
        feedbackName: 'Kort spørgeskema efter svaret',
        perspective: 'user',
        values: [
          { monthsAgo: 13, value: 73 },
          { monthsAgo: 1, value: 82 },
        ],
      },
    ],
  },
  {
    title: 'Færre sygeplejersker i hvert hjem',
    why: 'Det er trygt at kende den, der kommer. Vi vil have få faste ansigter hos den enkelte, uden at nogen i holdet brænder ud.',
    kind: 'quality',
    perspectives: ['user', 'professional'],
    unitCode: castUnits.nursingTeam,
    source: '',
    sourceMonthsAgo: null,
    beginsMonthsAgo: 14,
    lastsMonths: 24,
    statements: ['hverdagen-holder/overblik/planlaegger-realistisk', 'hverdagen-holder/arbejdsro/tager-belastning-alvorligt'],
    state: 'running',
    indicators: [
      {
        name: 'Forskellige sygeplejersker hos en borger på en måned',
        measure: 'i gennemsnit',
        direction: 'lower',
        target: 4,
        baseline: { monthsAgo: 14, value: 6.8 },
        feedback: 'own_count',
        feedbackName: 'Vagtplanen',
        perspective: 'professional',
        values: [
          { monthsAgo: 11, value: 6.1 },
          { monthsAgo: 8, value: 5.4 },
          { monthsAgo: 5, value: 5.6, note: 'Sommerferie' },
          { monthsAgo: 2, value: 4.7 },
        ],
      },
      {
        name: 'Timer fra udskrivning til første besøg',
        measure: 'timer',
        direction: 'within',
        target: 2,
        targetTo: 24,
        feedback: 'professional_review',
        feedbackName: 'Gennemgang af 30 forløb',
        perspective: 'professional',
        values: [{ monthsAgo: 4, value: 19 }],
      },
    ],
  },
  {
    title: 'Arkivet er lettere at finde i',
    why: 'Foreninger og skoleklasser skal kunne finde deres egen historie uden at kende vores registre.',
    kind: 'satisfaction',
    perspectives: ['user'],
    unitCode: castUnits.archive,
    source: 'Kulturpolitikken',
    sourceMonthsAgo: 30,
    beginsMonthsAgo: 1,
    lastsMonths: 18,
    statements: ['doerene-er-aabne/borgernes-blik/lukker-flere-ind-i-opgaven'],
    state: 'planned',
    indicators: [],
  },
];
