import { readPairs } from './word-pairs.ts';

/** They tell apart words that a scan makes alike ("be" and "he", "modern" and "modem"). Put together for Pejling by hand. */
export const ENGLISH_PAIRS: Map<string, number> = readPairs([
  [30, 'to will can must should would could may might not', 'be'],
  [30, 'be are is a of with', 'clear'],
  [20, 'he who it we they that has', 'had has is was'],
  [20, 'in on to of for with at by from', 'the'],
]);
