// Counts opened ballots into typed arrays: one pass, no objects per ballot.
import { summarise } from '#questions/likert5/summarise.ts';
import { groupLeaf, isPoolLeaf, poolLeaf, raterTree, type RaterTree } from '#disclosure/rater-tree.ts';
import type { Precision } from '#statistics/unit-mean-interval.ts';
import type { OpenedGroup } from '../opened/read.server.ts';
import { OPTIONS, SCALE } from '../schema.ts';

export type TallyNode = { id: string; parentId: string | null };
export type TallyGroup = { id: string; nodeId: string; leaderId: string | null; invited: number };
export type TallyTheme = { theme: string; codes: string[] };

/** What was asked whom: the frozen tree, its groups, and the questions in the ballot's order with their themes. */
export type TallyFrame = { nodes: TallyNode[]; groups: TallyGroup[]; codes: string[]; themes: TallyTheme[] };

/** The counted round. A leaf is a leader's group or a node's pool, by position; counts has leaf x question x option. */
export type Tally = {
  frame: TallyFrame;
  tree: RaterTree;
  groupOfLeaf: (TallyGroup | null)[];
  people: Int32Array;
  counts: Int32Array;
  /** How sure one answer and one person's view of a theme are, pooled over the leaders' groups. */
  itemPrecision: Precision[];
  themePrecision: Precision[];
};

/** Typical spread and reliability, used until a round has groups enough of its own: from published surveys of this kind. */
const TYPICAL_ITEM = { deviation: 1.05, degreesOfFreedom: 60, reliability: 0.6 };
const TYPICAL_THEME = { deviation: 0.85, degreesOfFreedom: 60, reliability: 0.85 };

/** Below this many groups the width of an interval could tell the spread in one of them. */
const GROUPS_FOR_OWN_SPREAD = 10;

/** Counts all ballots of a round. Throws when a ballot has another length than the round has questions, or an unknown group. */
export function tallyRound(frame: TallyFrame, opened: OpenedGroup[]): Tally {
  const tree = raterTree(frame.nodes.map((node) => ({ id: node.id, parent: node.parentId })));
  const positions = new Map(tree.ids.map((id, i) => [id, i]));
  const groupOfLeaf: (TallyGroup | null)[] = new Array<TallyGroup | null>(2 * tree.ids.length).fill(null);
  const leafOfGroup = new Map<string, number>();
  for (const group of frame.groups) {
    const node = positions.get(group.nodeId);
    if (node === undefined) throw new RangeError('A group hangs on no unit of its round.');
    const leaf = group.leaderId === null ? poolLeaf(node) : groupLeaf(node);
    if (groupOfLeaf[leaf] !== null) throw new RangeError('Two leaders hang on one unit.');
    groupOfLeaf[leaf] = group;
    leafOfGroup.set(group.id, leaf);
  }
  const width = frame.codes.length;
  const people = new Int32Array(groupOfLeaf.length);
  const counts = new Int32Array(groupOfLeaf.length * width * OPTIONS);
  const spread = new ThemeSpread(frame);
  for (const { groupId, ballots, answers } of opened) {
    const leaf = leafOfGroup.get(groupId);
    if (leaf === undefined) throw new RangeError('A ballot belongs to a group the round does not have.');
    if (answers.length !== ballots * width) throw new RangeError('A ballot does not fit the questions of its round.');
    people[leaf] = ballots;
    summarise(answers, width, counts, leaf * width * OPTIONS);
    if (!isPoolLeaf(leaf)) spread.add(answers, ballots);
  }
  return {
    frame,
    tree,
    groupOfLeaf,
    people,
    counts,
    itemPrecision: itemPrecisions(groupOfLeaf, counts, width),
    themePrecision: spread.precisions(),
  };
}

/** How many gave each answer to a question in a leaf, summed over its options. */
export function answersTo(tally: Tally, leaf: number, question: number): number {
  const start = (leaf * tally.frame.codes.length + question) * OPTIONS;
  let answers = 0;
  for (let option = 0; option < OPTIONS; option++) answers += tally.counts[start + option] ?? 0;
  return answers;
}

function itemPrecisions(groupOfLeaf: (TallyGroup | null)[], counts: Int32Array, width: number): Precision[] {
  return Array.from({ length: width }, (_, question) => {
    const pooled = { squares: 0, degreesOfFreedom: 0, groups: 0 };
    for (let leaf = 0; leaf < groupOfLeaf.length; leaf++) {
      if (isPoolLeaf(leaf)) continue;
      const start = (leaf * width + question) * OPTIONS;
      let [n, sum, squares] = [0, 0, 0];
      for (let option = 0; option < OPTIONS; option++) {
        const count = counts[start + option] ?? 0;
        n += count;
        sum += count * option;
        squares += count * option * option;
      }
      addGroup(pooled, n, sum, squares);
    }
    return precisionFrom(pooled, TYPICAL_ITEM);
  });
}

type Pooled = { squares: number; degreesOfFreedom: number; groups: number };

function addGroup(pooled: Pooled, n: number, sum: number, squares: number): void {
  if (n < 2) return;
  pooled.squares += squares - (sum * sum) / n;
  pooled.degreesOfFreedom += n - 1;
  pooled.groups += 1;
}

function precisionFrom(pooled: Pooled, typical: Precision): Precision {
  if (pooled.groups < GROUPS_FOR_OWN_SPREAD) return typical;
  const deviation = Math.sqrt(Math.max(0, pooled.squares) / pooled.degreesOfFreedom);
  return { deviation, degreesOfFreedom: pooled.degreesOfFreedom, reliability: typical.reliability };
}

/** The spread of people's views of each theme inside leaders' groups; a view counts when at least half of its questions were answered. */
class ThemeSpread {
  /** Per theme where its questions stand in a ballot. */
  readonly #questions: Int32Array[];
  readonly #half: Int32Array;
  readonly #pooled: Pooled[];

  constructor(frame: TallyFrame) {
    const themeOf = new Map(frame.themes.flatMap(({ codes }, i) => codes.map((code) => [code, i] as const)));
    const positions = frame.codes.map((_, position) => position);
    this.#questions = frame.themes.map((_, theme) =>
      Int32Array.from(positions.filter((position) => themeOf.get(frame.codes[position] ?? '') === theme)),
    );
    this.#half = Int32Array.from(frame.themes, ({ codes }) => Math.ceil(codes.length / 2));
    this.#pooled = frame.themes.map(() => ({ squares: 0, degreesOfFreedom: 0, groups: 0 }));
  }

  add(answers: Uint8Array, ballots: number): void {
    if (ballots === 0) return;
    this.#pooled.forEach((pooled, theme) => this.#addViews(pooled, theme, answers, answers.length / ballots));
  }

  #addViews(pooled: Pooled, theme: number, answers: Uint8Array, width: number): void {
    const questions = this.#questions[theme] ?? new Int32Array(0);
    const half = Math.max(1, this.#half[theme] ?? 1);
    let [n, sum, squares] = [0, 0, 0];
    for (let start = 0; start < answers.length; start += width) {
      let [given, total] = [0, 0];
      for (let i = 0; i < questions.length; i++) {
        const answer = answers[start + (questions[i] ?? 0)] ?? 0;
        if (answer < SCALE.lowest || answer > SCALE.highest) continue;
        given += 1;
        total += answer;
      }
      if (given < half) continue;
      const score = total / given;
      n += 1;
      sum += score;
      squares += score * score;
    }
    addGroup(pooled, n, sum, squares);
  }

  precisions(): Precision[] {
    return this.#pooled.map((pooled) => precisionFrom(pooled, TYPICAL_THEME));
  }
}
