import type { BankItem } from './items/item.ts';
import { itemBank } from './item-bank.ts';

/** A question of Fjordby's rounds: an item of the bank and the behaviour it asks about. */
export interface DemoQuestion {
  readonly item: BankItem;
  /** Element id of a behaviour (kind 'theme') in `demoFramework`. */
  readonly statementId: string;
  /** Element id of the corner stone it counts towards: the theme of the report. */
  readonly themeId: string;
}

const asksAbout: readonly (readonly [itemId: string, statementId: string])[] = [
  ['purpose-made-clear', 'kursen-er-klar/mening/forklarer-formaalet'],
  ['decisions-translated', 'kursen-er-klar/mening/oversaetter-politiske-beslutninger'],
  ['dilemmas-spoken-of', 'kursen-er-klar/mening/taler-aabent-om-dilemmaer'],
  ['what-can-wait', 'kursen-er-klar/valg/prioriterer-synligt'],
  ['decides-in-time', 'kursen-er-klar/valg/beslutter-i-tide'],
  ['tells-upwards', 'kursen-er-klar/valg/bringer-virkeligheden-opad'],
  ['within-reach', 'mennesker-vokser/naervaer/er-til-at-faa-fat-paa'],
  ['hears-me-out', 'mennesker-vokser/naervaer/lytter-faerdig'],
  ['good-work-noticed', 'mennesker-vokser/naervaer/ser-indsatsen'],
  ['feedback-i-can-use', 'mennesker-vokser/laering/giver-brugbar-respons'],
  ['learns-from-mistakes', 'mennesker-vokser/laering/goer-fejl-til-viden'],
  ['tasks-that-teach', 'mennesker-vokser/laering/giver-plads-til-udvikling'],
  ['plans-that-hold', 'hverdagen-holder/overblik/planlaegger-realistisk'],
  ['who-does-what', 'hverdagen-holder/overblik/fordeler-ansvar-klart'],
  ['comes-back-to-it', 'hverdagen-holder/overblik/foelger-op'],
  ['acts-on-pressure', 'hverdagen-holder/arbejdsro/tager-belastning-alvorligt'],
  ['steps-into-conflicts', 'hverdagen-holder/arbejdsro/gaar-ind-i-konflikter'],
  ['keeps-promises', 'hverdagen-holder/arbejdsro/er-ordholdende-og-fair'],
  ['citizens-shape-plans', 'doerene-er-aabne/borgernes-blik/henter-borgernes-erfaringer-ind'],
  ['puts-things-right', 'doerene-er-aabne/borgernes-blik/retter-op-naar-det-gaar-galt'],
  ['lets-others-help', 'doerene-er-aabne/borgernes-blik/lukker-flere-ind-i-opgaven'],
  ['contacts-neighbours', 'doerene-er-aabne/naboskab/opsoeger-naboerne'],
  ['learns-from-elsewhere', 'doerene-er-aabne/naboskab/deler-det-der-virker'],
  ['small-trials', 'doerene-er-aabne/naboskab/proever-nyt-i-det-smaa'],
];

function question(itemId: string, statementId: string): DemoQuestion {
  const item = itemBank.find((candidate) => candidate.id === itemId);
  if (item === undefined) throw new RangeError(`The item bank has no item ${itemId}.`);
  return { item, statementId, themeId: statementId.slice(0, statementId.indexOf('/')) };
}

/** One question per behaviour of Fjordby's framework, in framework order: four themes of six. */
export const demoQuestions: readonly DemoQuestion[] = asksAbout.map(([itemId, statementId]) => question(itemId, statementId));
