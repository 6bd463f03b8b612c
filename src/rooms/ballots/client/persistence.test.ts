import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { UrnReply } from './cast.ts';
import { persist } from './persistence.ts';

const kept: UrnReply = { kind: 'kept', receipt: { receipt: 'r', leaf: 'l', version: 1 } };

function play(replies: UrnReply[]) {
  const waits: number[] = [];
  const heard: string[] = [];
  let asked = 0;
  const next = () => Promise.resolve(replies[asked++] ?? assert.fail('asked too often'));
  const patience = {
    pause: async (seconds: number) => void waits.push(seconds),
    online: async () => void waits.push(0),
    chance: () => 0,
  };
  return { waits, heard, asked: () => asked, reply: () => persist(next, next, patience, (setback) => heard.push(setback.kind)) };
}

test('a busy urn is asked again, after the time it names and longer each time', async () => {
  const busy: UrnReply = { kind: 'busy', seconds: 3 };
  const run = play([busy, busy, busy, kept]);
  assert.equal(await run.reply(), kept);
  assert.deepEqual(run.waits, [3, 4, 8]);
});

test('an urn that stays busy is left in peace, and the person is told', async () => {
  const busy: UrnReply = { kind: 'busy', seconds: 60 };
  const run = play(Array.from({ length: 9 }, () => busy));
  assert.equal(await run.reply(), busy);
  assert.equal(run.asked(), 6);
  assert.ok(run.waits.every((seconds) => seconds <= 30));
});

test('without a network it waits for one, however long', async () => {
  const run = play([...Array.from({ length: 40 }, (): UrnReply => ({ kind: 'offline' })), kept]);
  assert.equal(await run.reply(), kept);
  assert.equal(run.heard.length, 40);
});

test('an answer that stands is not asked for again', async () => {
  for (const reply of [{ kind: 'closed' }, { kind: 'taken' }, { kind: 'refused', problem: 'token' }] satisfies UrnReply[]) {
    const run = play([reply]);
    assert.equal(await run.reply(), reply);
    assert.deepEqual(run.waits, []);
  }
});
