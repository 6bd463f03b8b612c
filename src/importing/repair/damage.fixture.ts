/** A word of a clean text, and what a scan made of it. */
export type DamagedWord = { meant: string; seen: string };

/** A way to damage: for each thing that was meant, what it may be seen as; `rate` is the chance for each place. */
export type DamageChannel = { name: string; rate: number; swaps: Record<string, readonly string[]> };

/** Numbers from a seed, 0 to 1, always the same ones (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A text damaged through a channel: each word beside what became of it, and the whole. Only runs of letters are damaged. */
export function damageText(text: string, channel: DamageChannel, seed: number): { text: string; words: DamagedWord[] } {
  const random = seeded(seed);
  const words: DamagedWord[] = [];
  const damaged = text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const seen = /\d/u.test(word) ? word : damageWord(word, channel, random);
    words.push({ meant: word, seen });
    return seen;
  });
  return { text: damaged, words };
}

function damageWord(word: string, { rate, swaps }: DamageChannel, random: () => number): string {
  let seen = '';
  for (let at = 0; at < word.length;) {
    const length = [2, 1].find((size) => Object.hasOwn(swaps, word.slice(at, at + size).toLowerCase())) ?? 1;
    const meant = word.slice(at, at + length);
    const choices = swaps[meant.toLowerCase()];
    const choice = choices?.[Math.floor(random() * choices.length)];
    seen += choice !== undefined && random() < rate ? inCase(choice, meant) : meant;
    at += length;
  }
  return seen;
}

function inCase(choice: string, meant: string): string {
  return /^\p{Lu}/u.test(meant) ? choice.charAt(0).toUpperCase() + choice.slice(1) : choice;
}
