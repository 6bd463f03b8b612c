import type { Setback, UrnReply } from './cast.ts';

const MOST_TRIES = 6;
const LONGEST_PAUSE = 30;

/** What a sender waits on: real seconds and the real network in a browser, neither in a test. */
export type Patience = { pause: (seconds: number) => Promise<void>; online: () => Promise<void>; chance: () => number };

/**
 * Sends until it has an answer that stands. A busy urn is asked again after the time it names, or longer and longer; without a network
 * it waits until there is one. `waiting` hears of each setback.
 */
export async function persist(
  first: () => Promise<UrnReply>,
  again: () => Promise<UrnReply>,
  patience: Patience,
  waiting: (setback: Setback) => void,
): Promise<UrnReply> {
  let reply = await first();
  for (let tries = 1; reply.kind === 'busy' || reply.kind === 'offline';) {
    waiting(reply);
    if (reply.kind === 'busy') {
      if (tries++ >= MOST_TRIES) return reply;
      // A little chance, so that all who were turned away do not come back in the same moment.
      await patience.pause(Math.min(LONGEST_PAUSE, Math.max(reply.seconds, 2 ** (tries - 1))) * (1 + patience.chance() / 2));
    } else {
      await patience.online();
    }
    reply = await again();
  }
  return reply;
}

/** The browser's own patience. */
export const browserPatience: Patience = {
  pause: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
  // The browser does not always know that it is offline, so it tries again by itself now and then.
  online: () =>
    new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer);
        removeEventListener('online', go);
        resolve();
      };
      const timer = setTimeout(go, 5000);
      addEventListener('online', go);
    }),
  chance: () => (crypto.getRandomValues(new Uint8Array(1))[0] ?? 0) / 256,
};
