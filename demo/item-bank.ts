/*
 * Pejling's item bank: questions about a nearest leader, written for Pejling and taken from no other battery.
 * Licence of the texts in this file and in items/: Creative Commons Attribution 4.0 International (CC BY 4.0),
 * https://creativecommons.org/licenses/by/4.0/ - attribution: "Pejling, åben spørgsmålsbank".
 * Nothing here has been validated as a psychological scale, and the product must not say so.
 */
import { characterItems } from './items/character.ts';
import { courseItems } from './items/course.ts';
import { craftItems } from './items/craft.ts';
import { doorsItems } from './items/doors.ts';
import { everydayItems } from './items/everyday.ts';
import type { BankItem, BankTheme } from './items/item.ts';
import { peopleItems } from './items/people.ts';

export type { BankItem, BankTheme, Wordings } from './items/item.ts';

export const itemBankLicence = 'CC BY 4.0';

/** Names of the bank's themes, as a heading over their questions. */
export const bankThemes: Record<BankTheme, { readonly da: string; readonly en: string }> = {
  purpose: { da: 'Mening og formål', en: 'Meaning and purpose' },
  priorities: { da: 'Valg og beslutninger', en: 'Choices and decisions' },
  presence: { da: 'Nærvær', en: 'Presence' },
  learning: { da: 'Læring', en: 'Learning' },
  overview: { da: 'Overblik', en: 'Overview' },
  care: { da: 'Arbejdsro', en: 'Calm to work' },
  citizens: { da: 'Borgerne', en: 'Citizens' },
  across: { da: 'Samarbejde på tværs', en: 'Working across units' },
  overall: { da: 'Alt i alt', en: 'All in all' },
  trust: { da: 'Tillid', en: 'Trust' },
  involvement: { da: 'Inddragelse', en: 'Involvement' },
  steering: { da: 'Økonomi, regler og tal', en: 'Money, rules and figures' },
  change: { da: 'Forandring', en: 'Change' },
  profession: { da: 'Faglighed', en: 'Professional quality' },
};

/** The whole bank: usable with any framework; a statement's own words suggest items through `keywords`. */
export const itemBank: readonly BankItem[] = [
  ...courseItems,
  ...peopleItems,
  ...everydayItems,
  ...doorsItems,
  ...characterItems,
  ...craftItems,
];
