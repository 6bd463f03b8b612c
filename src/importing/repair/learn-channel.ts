import { Channel, type WeighedConfusion } from './confusions.ts';
import { RARE } from './lexicon.ts';
import { singleVariants } from './variants.ts';
import type { WordChances } from './word-chances.ts';
import type { Token } from './tokens.ts';
import { seenLetters, shapeOf } from './word-shape.ts';

/** Words read closely to learn a document's confusions. More of them teach nothing new and cost time. */
const MOST_STUDIED = 120;
const MOST_COUNTED = 4;
/** A word that comes again and again says no more of the damage than twice: it may be a name. */
const MOST_JUDGED = 2;
/** What fewer words say is no rule of the document: it may be one name that comes again and again. */
const FEWEST_WORDS = 1.5;
const ROUNDS = 4;

type Study = {
  text: string;
  count: number;
  own: number;
  /** How many words it speaks for. */
  scale: number;
  readings: { chance: number; confusion: WeighedConfusion; cost: number }[];
};

export type Lesson = {
  channel: Channel;
  counts: Map<string, number>;
  letters: Map<string, number>;
  lone: Set<string>;
};

/** Letters of the words that are right, by how often they stand there. */
export function countLetters(words: Iterable<string>): Map<string, number> {
  const letters = new Map<string, number>();
  for (const word of words) for (const letter of word) letters.set(letter, (letters.get(letter) ?? 0) + 1);
  return letters;
}

/**
 * What a scan confused in this document. Each doubtful word is compared with every word one confusion away; which confusions then
 * explain the most is found by going over the words several times (expectation and maximisation). Null when fewer words than
 * `least` are to be expected to be wrong: the document is clean.
 */
export function learnChannel(tokens: readonly Token[], chances: WordChances, least: number): Lesson | null {
  const doubtful = new Map<string, Study>();
  const sure: string[] = [];
  for (const token of tokens) {
    const own = chances.asItStands(token);
    if (own > SURE) sure.push(token.text.toLowerCase());
    if (own > DOUBTFUL) continue;
    const key = `${token.text} ${token.opens}`;
    const study = doubtful.get(key) ?? { text: token.text, count: 0, own, scale: 1, readings: [] };
    doubtful.set(key, study);
    study.count++;
  }
  const letters = countLetters(sure);
  const unknown = spread(
    [...doubtful.values()].filter(({ own }) => own < RARE),
    MOST_STUDIED,
  );
  const rare = spread(
    [...doubtful.values()].filter(({ own }) => own >= RARE),
    MOST_STUDIED,
  );
  const studies = [...unknown, ...rare];
  const start = new Channel(new Map(), letters);
  for (const study of studies) study.readings = readingsOf(study, start, chances);

  const lesson: Lesson = { channel: start, counts: new Map(), letters, lone: new Set() };
  const damaged = weigh(studies, lesson);
  if (damaged < least) return null;
  for (let round = 1; round < ROUNDS; round++) weigh(studies, lesson);
  return lesson;
}

/** Words commoner than this are not doubted while the confusions are learned, per million. */
const SURE = 10;
const DOUBTFUL = 10;

/** Evenly over the document, so that one damaged chapter does not speak for all. */
function spread(studies: readonly Study[], most: number): Study[] {
  const step = Math.max(1, studies.length / most);
  return Array.from({ length: Math.min(most, studies.length) }, (_, i) => studies[Math.floor(i * step)]).flatMap((study) =>
    study === undefined ? [] : [{ ...study, scale: step }],
  );
}

function readingsOf({ text, own }: Study, channel: Channel, chances: WordChances): Study['readings'] {
  const shape = shapeOf(text);
  // A word of the language that has a neighbour is no damage, unless it lacks the letters that scans lose.
  const kind = own < RARE ? null : 'national';
  const variants = singleVariants(seenLetters(text, shape), channel, Infinity, chances.lexicon.fits, kind);
  const found = variants.flatMap(({ word, cost, confused: { confusion } }) => {
    const chance = chances.meant(word.toLowerCase(), shape);
    return chance > 0 ? [{ chance, confusion, cost }] : [];
  });
  if (own >= RARE) return found;
  if (found.length > 0 || text.length < 8) return found;
  return variants.flatMap(({ word, cost, confused: { confusion } }) => {
    const chance = confusion.kind === 'national' && cost < 9 ? chances.meantCompound(word.toLowerCase()) : 0;
    return chance > 0 ? [{ chance, confusion, cost }] : [];
  });
}

/** One round: shares each word out among its readings, then counts the confusions anew. Gives the expected number of wrong words. */
function weigh(studies: readonly Study[], lesson: Lesson): number {
  const counts = new Map<string, number>();
  const words = new Map<string, number>();
  let damaged = 0;
  for (const { own, count, scale, readings } of studies) {
    const weights = readings.map(({ chance, confusion }) => chance * lesson.channel.chance(confusion));
    const total = weights.reduce((sum, weight) => sum + weight, own);
    readings.forEach(({ confusion }, i) => {
      const share = (weights[i] ?? 0) / total;
      damaged += share * Math.min(MOST_JUDGED, count) * scale;
      const { key } = confusion;
      counts.set(key, (counts.get(key) ?? 0) + share * Math.min(MOST_COUNTED, count) * scale);
      words.set(key, (words.get(key) ?? 0) + share);
    });
  }
  lesson.counts = counts;
  lesson.lone = new Set([...words].filter(([, support]) => support < FEWEST_WORDS).map(([key]) => key));
  lesson.channel = new Channel(counts, lesson.letters, lesson.lone);
  return damaged;
}
