import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartTable } from './table.ts';

const scale = { min: 1, max: 5, minLabel: '', maxLabel: '' };
const words = { rowHeading: 'Tema', selfLabel: 'Mig', othersLabel: 'De andre', intervalLabel: 'Mellem', countLabel: 'Svar' };

test('the table says everything the dumbbell shows', () => {
  const table = chartTable(
    {
      kind: 'dumbbell',
      scale,
      ...words,
      rows: [
        { label: 'Retning', self: 4.25, others: { kind: 'value', value: 3.5, low: 3.2, high: 3.8, count: '12 svar' } },
        { label: 'Tillid', self: null, others: { kind: 'atMost', value: 1.4, text: '1,4 eller lavere', count: '8 svar' } },
        { label: 'Trivsel', self: 4, others: { kind: 'hidden', reason: 'For få svar' } },
      ],
    },
    'da',
  );
  assert.deepEqual(table.columns, ['Tema', 'Mig', 'De andre', 'Mellem', 'Svar']);
  assert.deepEqual(table.rows, [
    ['Retning', '4,3', '3,5', '3,2–3,8', '12 svar'],
    ['Tillid', '–', '1,4 eller lavere', '–', '8 svar'],
    ['Trivsel', '4,0', 'For få svar', '–', '–'],
  ]);
});

test('a row of shares that is held back tells why, once', () => {
  const table = chartTable(
    {
      kind: 'distribution',
      rowHeading: 'Tema',
      countLabel: 'Svar',
      options: ['A', 'B', 'C'],
      rows: [
        { label: 'Trivsel', shares: null, reason: 'For få svar' },
        { label: 'Retning', shares: [10, 20, 70], count: '14 svar' },
      ],
    },
    'da',
  );
  assert.deepEqual(table.rows, [
    ['Trivsel', 'For få svar', '–', '–', '–'],
    ['Retning', '10\u00a0%', '20\u00a0%', '70\u00a0%', '14 svar'],
  ]);
});
