import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

type Schema = {
  isAnswer: (value: number) => boolean;
  counts: (value: number) => boolean;
  readChoice: (value: string | null) => number | null;
};
type Summarise = {
  OPTIONS: number;
  summarise: (answers: Uint8Array, width: number, counts: Int32Array, start?: number) => void;
};

const home = import.meta.dirname;
const types = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const BYTES = Array.from({ length: 256 }, (_, byte) => byte);

for (const type of types) {
  describe(`question type ${type.name}`, async () => {
    const { isAnswer, counts, readChoice } = (await import(`./${type.name}/schema.ts`)) as Schema;
    const { OPTIONS, summarise } = (await import(`./${type.name}/summarise.ts`)) as Summarise;

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

    it('counts every answer of the scale exactly once, at its own question, and nothing else', () => {
      const answers = BYTES.filter(isAnswer);
      // Two questions: the same ballots the other way round.
      const ballots = Uint8Array.from(answers.flatMap((answer, at) => [answer, answers.at(-1 - at) ?? 0]));
      const counted = new Int32Array(1 + 2 * OPTIONS);
      summarise(ballots, 2, counted, 1);
      assert.equal(counted[0], 0);
      assert.equal(answers.filter(counts).length, OPTIONS);
      assert.deepEqual(
        [...counted.subarray(1)],
        Array.from({ length: 2 * OPTIONS }, () => 1),
      );
      const none = new Int32Array(OPTIONS);
      summarise(new Uint8Array(), 1, none);
      assert.deepEqual(
        [...none],
        Array.from({ length: OPTIONS }, () => 0),
      );
    });
  });
}
