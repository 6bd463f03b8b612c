// Writes danish-text.json anew from the package it comes from: node src/dictionaries/write-danish-text.ts
import { writeFileSync } from 'node:fs';
import { tableOf } from './pair-table.ts';
import { knownPairs } from './word-graph.ts';

writeFileSync(new URL('danish-text.json', import.meta.url), `${JSON.stringify(tableOf(knownPairs()), null, 2)}\n`);
