import type { CarriedRelease } from './carry-up.ts';
import { leadersEnteringAt } from './release-cells.ts';

/** The fewest leaders whose results may stand together before somebody without a right to leaders' reports. */
export const FEWEST_LEADERS = 3;

/**
 * Which roll-ups are shown to roles that may not see leaders' own reports: 1 per node where one is, else 0.
 *
 * A roll-up is shown only if the leaders' groups in it that are in no roll-up shown below number 0 or at least three; chosen
 * bottom-up, once, for all themes together, so that the same nodes are readable in each. Where it is 0 but there is a
 * roll-up, the reader is sent to the level above. Takes the releases of every theme over one tree; linear in nodes times themes.
 */
export function rollsForOthers(releases: readonly CarriedRelease[]): Uint8Array {
  const first = releases[0];
  if (first === undefined) return new Uint8Array(0);
  if (releases.some((release) => release.tree !== first.tree)) throw new RangeError('The themes lie over different trees.');
  const { order, parents, ids } = first.tree;
  const shown = new Uint8Array(ids.length);
  const uncovered = releases.map(leadersEnteringAt);
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i] ?? 0;
    const hidden = uncovered.map((leaders) => leaders[node] ?? 0);
    const someRoll = releases.some((release) => release.rollShown[node] === 1);
    if (someRoll && hidden.every((leaders) => leaders === 0 || leaders >= FEWEST_LEADERS)) shown[node] = 1;
    else carryTo(parents[node] ?? -1, uncovered, hidden);
  }
  return shown;
}

function carryTo(parent: number, uncovered: readonly Int32Array[], hidden: readonly number[]): void {
  if (parent < 0) return;
  uncovered.forEach((leaders, theme) => {
    leaders[parent] = (leaders[parent] ?? 0) + (hidden[theme] ?? 0);
  });
}
