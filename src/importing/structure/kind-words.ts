import type { ElementKind } from '../open-format.ts';
import { WORD, wordsOf } from '../words.ts';
import { damaged, skeleton } from './scan-damage.ts';

/** Nouns by which Danish frameworks name their own parts; plural and definite endings and compounds are found too. */
const NOUNS: [ElementKind, string[]][] = [
  ['corner_flag', ['hjørneflag']],
  ['success_criterion', ['succeskriteri']],
  ['focus_area', ['fokusområde', 'indsatsområde']],
  ['guidepost', ['pejlemærke']],
  ['competence', ['kompetence']],
  ['general_expectation', ['forventning']],
  ['value', ['værdi']],
  ['intention', ['intention']],
  ['principle', ['princip']],
  ['level', ['niveau']],
  ['reflection_question', ['refleksionsspørgsmål']],
  ['reason', ['grund', 'begrundelse']],
  ['theme', ['tema']],
  ['goal', ['mål', 'formål']],
];
const ENDING = '(?:e|er|ere|erne|ernes|en|et|per|perne|ppet|r|rne|rnes|s|um|umer|ets|ene)?$';
/** Of these no compound means the same: a "baggrund" gives no reasons. */
const ALONE = new Set(['grund']);
const PATTERNS = NOUNS.map(([kind, stems]) => ({
  kind,
  patterns: stems.map((stem) => damaged(stem, stem.length > 4 && !ALONE.has(stem) ? '' : '^', ENDING)),
}));

/** The kind a noun names ("pejlemærker", "ledelseskompetencer"), or null. */
export function kindOfNoun(word: string): ElementKind | null {
  if (word.length > 40) return null;
  for (const { kind, patterns } of PATTERNS) if (patterns.some((pattern) => pattern.test(word))) return kind;
  return null;
}

/** The first word of a short heading or label that names a kind, as written. */
export function kindNamedIn(title: string): { kind: ElementKind; own: string } | null {
  for (const word of wordsOf(title)) {
    const kind = kindOfNoun(word);
    if (kind !== null && word.length > 2) return { kind, own: word };
  }
  return null;
}

const MEANING = damaged('betyder');
const PRACTICE = damaged('praksis');
const DEMANDS = [damaged('kræve'), damaged('krav'), damaged('forvent')];
const IMPORTANT = damaged('vigtigt');
const IN_HAND = damaged('styr p');
const CHECKLIST = /(?:tjek|check|huske)liste/iu;

/** The layer a label such as "Det betyder" or "I praksis" opens, or null. */
export function layerKind(label: string): ElementKind | null {
  if (MEANING.test(label)) return 'meaning';
  if (PRACTICE.test(label)) return 'practice';
  return null;
}

/** What a list asks for, by its introduction and its items, when no noun names it. */
export function kindByCue(introduction: string, items: readonly string[]): ElementKind | null {
  const inHand = items.filter((item) => IN_HAND.test(item.slice(0, 40))).length;
  if (CHECKLIST.test(introduction) || (items.length > 1 && inHand * 2 > items.length)) return 'checklist_item';
  if (DEMANDS.some((pattern) => pattern.test(introduction))) return 'general_expectation';
  if (IMPORTANT.test(introduction)) return 'expectation';
  return null;
}

const FOREWORD = /^(?:forord|indledning|velkommen|velkomst|k(?:æ|ae|ee|z|x)re)(?![\p{L}])/iu;

/** Whether a heading opens a foreword or a letter to the reader. */
export function isForewordTitle(title: string): boolean {
  return FOREWORD.test(title.trim());
}

const NUMBER_WORDS = ['to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'];

/** The number a word says, 2 to 20, or null. */
export function countOf(word: string): number | null {
  if (/^\d{1,2}$/.test(word)) return Number(word) >= 2 && Number(word) <= 20 ? Number(word) : null;
  const index = NUMBER_WORDS.indexOf(word.toLowerCase());
  return index < 0 ? null : index + 2;
}

const ORDINALS: RegExp[] = [
  /^f(?:ø|oe|g|o|e|@|0)rste$/iu,
  /^(?:andet|anden)$/iu,
  /^tredje$/iu,
  /^fjerde$/iu,
  /^femte$/iu,
  /^sjette$/iu,
];

/** The place an ordinal says, counted from 0, or null. */
export function ordinalOf(word: string): number | null {
  const index = ORDINALS.findIndex((pattern) => pattern.test(word));
  return index < 0 ? null : index;
}

/** Kinds whose items are names rather than sentences: a short item becomes a title. */
export const NAMED_KINDS: ReadonlySet<ElementKind> = new Set([
  'corner_flag',
  'competence',
  'theme',
  'value',
  'intention',
  'principle',
  'focus_area',
  'guidepost',
  'level',
  'setting',
]);

/** Kinds that carry statements: a list directly under one of them states what is expected. */
export const CARRYING_KINDS: ReadonlySet<ElementKind> = new Set([
  'corner_flag',
  'competence',
  'theme',
  'principle',
  'focus_area',
  'guidepost',
]);

/** The first `count` words of a text as one key, for finding texts that open alike. */
export function opening(text: string, count: number): string {
  const keys: string[] = [];
  for (const [word] of text.matchAll(WORD)) {
    keys.push(skeleton(word) || word.toLowerCase());
    if (keys.length >= count) break;
  }
  return keys.join(' ');
}
