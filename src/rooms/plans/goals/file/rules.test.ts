import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Indicator } from '../indicators/schema.ts';
import { valuesFile } from './rules.ts';

const indicator = (changes: Partial<Indicator>): Indicator => ({
  id: 'i',
  goalId: 'g',
  name: 'Svar inden for en uge',
  measure: '%',
  direction: 'higher',
  target: 90,
  targetTo: null,
  baseline: null,
  baselineOn: null,
  feedback: 'own_count',
  feedbackName: '',
  perspective: 'user',
  madeAt: new Date(0),
  values: [],
  ...changes,
});

test('AA12 the file has every figure with a comma, and no text that a spreadsheet would run', () => {
  const values = [
    { on: '2025-12-31', value: -3.5, note: '=1+1; "mere"', by: '', at: new Date(0) },
    { on: '2026-03-31', value: 87, note: '', by: '', at: new Date(0) },
  ];
  const words = { columns: ['a', 'b', 'c', 'd', 'e', 'f'] as [string, string, string, string, string, string], aim: () => '@90' };
  const file = valuesFile([indicator({ values }), indicator({ name: '-Uden tal' })], words);
  assert.equal(
    file,
    '\uFEFFa;b;c;d;e;f\r\n' +
      `Svar inden for en uge;2025-12-31;-3,5;%;'@90;"'=1+1; ""mere"""\r\n` +
      `Svar inden for en uge;2026-03-31;87;%;'@90;\r\n`,
  );
});
