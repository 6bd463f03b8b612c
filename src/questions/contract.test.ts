import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

type Schema = {
  isAnswer: (value: number) => boolean;
  counts: (value: number) => boolean;
  readChoice: (value: string | null) => number | null;
};
type Summary = { n: number; sum: number; perStep: number[]; dontKnow: number; noAnswer: number };
type Summarise = { summarise: (answers: Iterable<number>) => Summary };

const home = import.meta.dirname;
const types = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const BYTES = Array.from({ length: 256 }, (_, byte) => byte);

for (const type of types) {
  describe(`question type ${type.name}`, async () => {
    const { isAnswer, counts, readChoice } = (await import(`./${type.name}/schema.ts`)) as Schema;
    const { summarise } = (await import(`./${type.name}/summarise.ts`)) as Summarise;

    it('can be answered on a page', () => {
      assert.ok(existsSync(path.join(home, type.name, 'Answer.svelte')));
    });

    it('fits in one byte, and not every byte is an answer', () => {
      const answers = BYTES.filter(isAnswer);
      assert.ok(answers.length > 0 && answers.length < 256);
      for (const odd of [-1, 1.5, 256, Number.NaN]) assert.equal(isAnswer(odd), false);
    });

    it('lets a person say that they do not know, and say nothing', () => {
      assert.ok(isAnswer(0) && !counts(0));
      assert.ok(isAnswer(255) && !counts(255));
      assert.equal(readChoice(null), 255);
      assert.equal(readChoice(''), 255);
    });

    it('reads every answer back from a form and nothing else', () => {
      for (const byte of BYTES) assert.equal(readChoice(String(byte)), isAnswer(byte) ? byte : null);
      for (const odd of ['x', '-1', '1.5', '1e1', ' 3', '0x1']) assert.equal(readChoice(odd), null);
    });

    it('counts every answer exactly once', () => {
      const answers = BYTES.filter(isAnswer);
      const summary = summarise(answers);
      assert.equal(summary.n, answers.filter(counts).length);
      assert.equal(
        summary.sum,
        answers.filter(counts).reduce((sum, answer) => sum + answer, 0),
      );
      assert.equal(
        summary.perStep.reduce((sum, count) => sum + count, 0),
        summary.n,
      );
      assert.equal(summary.n + summary.dontKnow + summary.noAnswer, answers.length);
      assert.deepEqual(summarise([]), { n: 0, sum: 0, perStep: summary.perStep.map(() => 0), dontKnow: 0, noAnswer: 0 });
    });
  });
}
