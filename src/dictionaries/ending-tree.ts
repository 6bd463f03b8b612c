import type { Ending } from './affix-rules.ts';

/** Endings that change the same letters: `strip` comes back when one of them is taken off. */
export type Change = {
  strip: string;
  /** The letters one of the endings can stand behind; null is any letter. */
  before: ReadonlySet<number> | null;
  endings: readonly Ending[];
};

type Node = { next: Map<number, Node>; changes: Change[] };

/** The endings of a language by their letters from the last to the first. */
export class EndingTree {
  readonly #root: Node = { next: new Map(), changes: [] };
  readonly #found: Change[][] = [];

  constructor(endings: readonly Ending[]) {
    const byAppend = Map.groupBy(endings, (ending) => ending.append);
    for (const [append, same] of byAppend) {
      const node = this.#nodeOf(append);
      for (const [strip, list] of Map.groupBy(same, (ending) => ending.strip))
        node.changes.push({ strip, before: widest(list), endings: list });
    }
  }

  #nodeOf(append: string): Node {
    let node = this.#root;
    for (let i = append.length - 1; i >= 0; i--) {
      const code = append.charCodeAt(i);
      const next = node.next.get(code) ?? { next: new Map(), changes: [] };
      node.next.set(code, next);
      node = next;
    }
    return node;
  }

  /** What may have been put on behind a stretch of a text: for each number of letters the changes, at least one letter left. */
  endsOf(text: string, from: number, to: number): readonly Change[][] {
    const found = this.#found;
    found.length = 0;
    let node: Node | undefined = this.#root;
    for (let at = to; node !== undefined && at > from; at--) {
      found.push(node.changes);
      node = node.next.get(text.charCodeAt(at - 1));
    }
    return found;
  }
}

function widest(endings: readonly Ending[]): ReadonlySet<number> | null {
  const letters = new Set<number>();
  for (const { steps, strip } of endings) {
    const [step] = steps;
    const tokens = step?.condition?.source.replace(/\$$/u, '').match(/\[[^\]]*\]|./gu) ?? [];
    const token = tokens[tokens.length - 1 - strip.length];
    if (token === undefined || token === '.' || token.startsWith('[^')) return null;
    for (const letter of token.replace(/^\[|\]$/gu, '')) letters.add(letter.charCodeAt(0));
  }
  return letters;
}

/** Whether a stem can take an ending, step by step. */
export function applies(stem: string, ending: Ending): boolean {
  let form = stem;
  for (const { strip, append, condition } of ending.steps) {
    if (!form.endsWith(strip) || (condition !== null && !condition.test(form))) return false;
    form = form.slice(0, form.length - strip.length) + append;
  }
  return true;
}
