import type { SnapshotPlan } from '../schema.ts';

/** Where the answers about a leader count: in the leader's own group, in a pool further up, nowhere, or there are none to count. */
export type LeaderPlan = {
  personId: string;
  name: string;
  title: string;
  unit: string;
  asked: number;
  counts: 'own' | 'pool' | 'nowhere' | 'nobody';
  pool: string | null;
  superior: string | null;
};

/** A plan as HR reads it before launch: leaders with their groups, and everybody who falls outside. */
export function presentPlan(plan: SnapshotPlan) {
  const nodes = new Map(plan.nodes.map((node) => [node.key, node.name]));
  const names = new Map(plan.leaders.map((leader) => [leader.personId, leader.name]));
  const about = Map.groupBy(plan.raters, (rater) => rater.aboutId);
  const tooFewUnits = new Set(plan.tooFew.map((one) => one.unitName));
  const leaders = plan.leaders.map((leader): LeaderPlan => {
    const raters = about.get(leader.personId) ?? [];
    const [first] = raters;
    const unit = nodes.get(leader.nodeKey) ?? '';
    const nowhere = raters.length === 0 && tooFewUnits.has(unit);
    return {
      personId: leader.personId,
      name: leader.name,
      title: leader.title,
      unit,
      asked: raters.length,
      counts: first === undefined ? (nowhere ? 'nowhere' : 'nobody') : first.pooled ? 'pool' : 'own',
      pool: first?.pooled === true ? (nodes.get(first.nodeKey) ?? '') : null,
      superior: leader.superiorId === null ? null : (names.get(leader.superiorId) ?? null),
    };
  });
  return {
    leaders,
    numbers: {
      raters: plan.raters.length,
      leaders: leaders.length,
      ownGroups: leaders.filter((leader) => leader.counts === 'own').length,
      pooled: plan.raters.filter((rater) => rater.pooled).length,
      withoutEmail: plan.raters.filter((rater) => rater.email === null).length,
      superiors: leaders.filter((leader) => leader.superior !== null).length,
    },
    withoutEmail: plan.raters.filter((rater) => rater.email === null).map(({ name, unitName }) => ({ name, unitName })),
    withoutLeader: plan.withoutLeader,
    tooFew: plan.tooFew,
    disputed: plan.disputed,
    severalJobs: plan.severalJobs,
  };
}

export type PresentedPlan = ReturnType<typeof presentPlan>;
