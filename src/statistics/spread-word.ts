import type { Scale } from './scale.ts';
import { untruncatedAgreement } from './within-group-agreement.ts';

export type SpreadWord = 'tight' | 'spread' | 'two camps';

/**
 * The spread of the answers in a word, from the counts per option; null below 20 answers, where it would tell too much.
 *
 * Two camps: the variance is above that of answers spread evenly over the options. Tight: agreement r_wg of .70 or more, the
 * usual benchmark (James, Demaree and Wolf 1984), out of reach of random answers at this n. Else spread.
 */
export function spreadWord(counts: readonly number[], scale: Scale): SpreadWord | null {
  const answers: number[] = [];
  for (let i = 0; i < counts.length; i++) for (let given = counts[i] ?? 0; given > 0; given--) answers.push(scale.lowest + i);
  if (answers.length < 20) return null;
  const agreement = untruncatedAgreement(answers, scale);
  if (agreement === null) return null;
  if (agreement < 0) return 'two camps';
  return agreement >= 0.7 ? 'tight' : 'spread';
}
