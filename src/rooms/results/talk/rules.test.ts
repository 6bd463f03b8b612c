import assert from 'node:assert/strict';
import test from 'node:test';
import type { Report, ReportTheme } from '../report/read.server.ts';
import type { ShownMean } from '../schema.ts';
import { selfGap, talkPoints } from './rules.ts';

type Mean = Extract<ShownMean, { kind: 'mean' }>;
const mean = (value: number, low: number, high: number): Mean => ({ kind: 'mean', value, low, high });

function theme(name: string, others: ShownMean | null, self: number | null, camps: string[] = []): ReportTheme {
  const questions = camps.map((wording) => ({
    code: 'q1',
    wording,
    others: { mean: null, shares: [50, 0, 0, 0, 50], spread: 'two camps' as const },
    self: null,
    superior: null,
  }));
  return {
    theme: name,
    name,
    n: others === null ? null : 8,
    others: others === null ? null : { mean: others, shares: null, spread: null },
    self,
    superior: null,
    questions,
  };
}

function report(...themes: ReportTheme[]): Report {
  const leader = { id: '', personId: '', name: 'Bo', title: '', unit: '' };
  return {
    round: { id: '', title: '', closedAt: null, k: 5 },
    leader,
    superiorId: null,
    superiorName: null,
    notes: [],
    invited: 9,
    shown: true,
    themes,
  };
}

test('only differences beyond the interval are worth talking about, the largest two, either way', () => {
  const points = talkPoints(
    report(
      theme('Tillid', mean(3.2, 2.9, 3.5), 4.6),
      theme('Retning', mean(3.4, 3.0, 3.8), 3.9),
      theme('Åbenhed', mean(3.9, 3.6, 4.2), 2.8),
      theme('Ro', mean(3.3, 3.0, 3.6), 4.2),
    ),
  );
  assert.deepEqual(
    points.flatMap((point) => (point.kind === 'over' || point.kind === 'under' ? [[point.kind, point.theme]] : [])),
    [
      ['over', 'Tillid'],
      ['under', 'Åbenhed'],
    ],
  );
});

test('a difference that may be chance says so', () => {
  assert.deepEqual(selfGap(4.2, mean(3.5, 3.1, 3.9)), { direction: 'over', borderline: true });
  assert.deepEqual(selfGap(4.9, mean(3.5, 3.1, 3.9)), { direction: 'over', borderline: false });
  assert.equal(selfGap(3.9, mean(3.5, 3.1, 3.9)).direction, 'same');
});

test('lowest and highest are named only when their intervals lie apart', () => {
  const apart = talkPoints(report(theme('Tillid', mean(2.6, 2.3, 2.9), null), theme('Retning', mean(4.1, 3.9, 4.3), null)));
  assert.deepEqual(
    apart.map((point) => point.kind),
    ['lowest', 'highest'],
  );
  const close = talkPoints(report(theme('Tillid', mean(3.4, 3.0, 3.8), null), theme('Retning', mean(3.7, 3.3, 4.1), null)));
  assert.deepEqual(close, [{ kind: 'even' }]);
});

test('what is told as a bound or not at all is never ranked, and two camps are told of at most twice', () => {
  const points = talkPoints(
    report(theme('Tillid', { kind: 'atMost', limit: 2.3 }, 5), theme('Retning', null, 4, ['Udsagn 1', 'Udsagn 2', 'Udsagn 3'])),
  );
  assert.deepEqual(
    points.map((point) => point.kind),
    ['camps', 'camps'],
  );
});

test('where no theme differs, the statement that differs by a whole step is named', () => {
  const quiet = theme('Tillid', mean(4.2, 4.0, 4.3), 4.1);
  const statement = (wording: string, self: number, others: Mean) => ({
    code: wording,
    wording,
    others: { mean: others, shares: null, spread: null },
    self,
    superior: null,
  });
  const asked = {
    ...quiet,
    questions: [statement('Udsagn A', 3, mean(4.6, 4.3, 4.8)), statement('Udsagn B', 4, mean(4.4, 4.1, 4.7))],
  };
  const [point, ...others] = talkPoints(report(asked));
  assert.deepEqual(point?.kind === 'under' && [point.theme, point.question, point.self], ['Tillid', 'Udsagn A', 3]);
  assert.deepEqual(others, []);
});
