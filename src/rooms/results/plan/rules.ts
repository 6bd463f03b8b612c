// Which groups of people may be told about, theme by theme: carried remainders over the frozen tree.
import { carryUp, type CarriedRelease } from '#disclosure/carry-up.ts';
import { countLeaf, leastInLeaf, noAnswers } from '#disclosure/leaf-counts.ts';
import { rollsForOthers } from '#disclosure/leader-protection.ts';
import { groupLeaf } from '#disclosure/rater-tree.ts';
import { releaseCells, rollPeople } from '#disclosure/release-cells.ts';
import { DISTRIBUTION_FROM, SHARES_FROM } from '#disclosure/shown-figure.ts';
import { rollsByOption } from '../fineness/rules.ts';
import type { DisplayRules, Subject } from '../schema.ts';
import { answersTo, type Tally } from '../tally/rules.ts';

/**
 * One group of people that is told about in one theme: the leaves in it, how many ballots it was chosen from, and whether its
 * answers may be told option by option (its own size decides too).
 */
export type PlannedGroup = {
  theme: number;
  subject: Subject;
  subjectId: string;
  leaves: readonly number[];
  invited: number;
  answered: number;
  byOption: boolean;
};

/** What a release tells about, before any figure is computed. */
export type ReleasePlan = {
  groups: PlannedGroup[];
  /** Ballots that are in no figure of the theme where most are left out. */
  unused: number;
  /** Roll-ups that may be shown to people without a right to leaders' reports, and all that exist. */
  rollsForAll: string[];
  rolls: string[];
};

/** Plans a release. A group counts as large enough only when each question of the theme has k answers. */
export function planRelease(tally: Tally, rules: DisplayRules): ReleasePlan {
  const themes = tally.frame.themes.map((_, theme) => carryTheme(tally, theme, rules.k));
  const invited = invitedBelow(tally);
  const visible = rollsForOthers(themes);
  const hasRoll = (node: number) => themes.some((carried) => carried.rollShown[node] === 1);
  return {
    groups: themes.flatMap((carried, theme) => groupsOfTheme(tally, carried, theme, invited, rules)),
    unused: Math.max(
      0,
      ...themes.map((carried) => carried.leftOut.reduce((sum, leaf) => sum + (carried.counts.people[leaf] ?? 0), 0)),
    ),
    rollsForAll: tally.tree.ids.filter((_, node) => visible[node] === 1),
    rolls: tally.tree.ids.filter((_, node) => hasRoll(node)),
  };
}

function carryTheme(tally: Tally, theme: number, k: number): CarriedRelease {
  const codes = tally.frame.themes[theme]?.codes ?? [];
  const questions = codes.map((code) => tally.frame.codes.indexOf(code));
  const counts = noAnswers(tally.tree, questions.length);
  for (let leaf = 0; leaf < tally.people.length; leaf++) {
    const people = tally.people[leaf] ?? 0;
    if (people > 0)
      countLeaf(
        counts,
        leaf,
        people,
        questions.map((question) => answersTo(tally, leaf, question)),
      );
  }
  return carryUp(tally.tree, counts, k);
}

function groupsOfTheme(
  tally: Tally,
  carried: CarriedRelease,
  theme: number,
  invited: Float64Array,
  rules: DisplayRules,
): PlannedGroup[] {
  const { answered } = rollPeople(carried);
  const five = rollsByOption(carried, DISTRIBUTION_FROM);
  const three = rules.middle === 'shares' ? rollsByOption(carried, SHARES_FROM) : five;
  return releaseCells(carried).flatMap((cell): PlannedGroup[] => {
    if (cell.kind === 'roll') {
      const subjectId = tally.tree.ids[cell.node] ?? '';
      const byOption = five[cell.node] === 1 && three[cell.node] === 1;
      return [
        {
          theme,
          subject: 'roll',
          subjectId,
          leaves: cell.leaves,
          invited: invited[cell.node] ?? 0,
          answered: answered[cell.node] ?? 0,
          byOption,
        },
      ];
    }
    const group = tally.groupOfLeaf[groupLeaf(cell.node)];
    if (!group?.leaderId || leastInLeaf(carried.counts, groupLeaf(cell.node)) === 0) return [];
    return [
      {
        theme,
        subject: 'own',
        subjectId: group.leaderId,
        leaves: cell.leaves,
        invited: group.invited,
        answered: cell.people,
        byOption: true,
      },
    ];
  });
}

function invitedBelow(tally: Tally): Float64Array {
  const { order, parents } = tally.tree;
  const invited = new Float64Array(tally.tree.ids.length);
  tally.groupOfLeaf.forEach((group, leaf) => {
    invited[leaf >> 1] = (invited[leaf >> 1] ?? 0) + (group?.invited ?? 0);
  });
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i] ?? 0;
    const parent = parents[node] ?? -1;
    if (parent >= 0) invited[parent] = (invited[parent] ?? 0) + (invited[node] ?? 0);
  }
  return invited;
}
