import { readPairs } from './danish-pairs.ts';

export const ENGLISH_PAIRS: Map<string, number> = readPairs([]);
