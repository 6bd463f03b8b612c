import { poolSmallGroups, type Placement } from '#disclosure/pooling.ts';
import { raterTree } from '#disclosure/rater-tree.ts';
import { commonUnit, hierarchyOf, nearestLeader, unitAbove, type Hierarchy } from './hierarchy/rules.ts';
import type {
  DisputedUnit,
  LiveEmployment,
  LiveOrganisation,
  LivePerson,
  PlannedGroup,
  PlannedLeader,
  PlannedNode,
  PlannedRater,
  SnapshotPlan,
} from './schema.ts';

/** One person with the leader they are to be asked about. */
type Asked = { person: LivePerson; unitId: string; unitName: string; aboutId: string | null; severalJobs: boolean };

/**
 * Who is asked about whom: each employed person once, about the nearest leader; in the leader's own group when it has at least k
 * people, else in the nearest pool upwards that has. Nobody is ever in a group of fewer than k.
 */
export function planSnapshot(live: LiveOrganisation, k: number): SnapshotPlan {
  const hierarchy = hierarchyOf(live);
  const persons = new Map(live.persons.map((person) => [person.id, person]));
  const leaders = planLeaders(live, hierarchy, persons);
  const nodes = [...nodesOfUnits(hierarchy), ...nodesBetween(hierarchy, leaders)];
  const nodeOf = new Map(leaders.map((leader) => [leader.personId, leader.nodeKey]));
  const asked = askedPeople(live, hierarchy, persons, leaders);
  const placed = asked.flatMap((one) => {
    const nodeKey = one.aboutId === null ? undefined : nodeOf.get(one.aboutId);
    return nodeKey === undefined || one.aboutId === null ? [] : [{ ...one, aboutId: one.aboutId, ownNode: nodeKey }];
  });
  const placements = placeGroups(nodes, placed, k);
  const raters: PlannedRater[] = [];
  const tooFew: SnapshotPlan['tooFew'] = [];
  for (const one of placed) {
    const end = placements.get(one.ownNode);
    if (end === undefined || end === null) tooFew.push(leftOut(one));
    else raters.push({ ...facts(one), aboutId: one.aboutId, nodeKey: end.nodeKey, pooled: end.pooled });
  }
  return {
    nodes,
    leaders,
    groups: countGroups(nodes, leaders, raters),
    raters,
    // The leader at the top has nobody above to answer about, and misses nothing.
    withoutLeader: asked.filter((one) => one.aboutId === null && !hierarchy.unitsLed.has(one.person.id)).map(leftOut),
    tooFew,
    disputed: disputedUnits(hierarchy, persons),
    severalJobs: asked
      .filter((one) => one.severalJobs && one.aboutId !== null)
      .map(({ person, unitName }) => ({ personId: person.id, name: person.name, unitName })),
  };
}

/** What has to be put right before a round with this plan can be launched. */
export function canAsk(plan: SnapshotPlan): 'yes' | 'disputed' | 'nobody' {
  if (plan.disputed.length > 0) return 'disputed';
  return plan.raters.length === 0 ? 'nobody' : 'yes';
}

function planLeaders(live: LiveOrganisation, hierarchy: Hierarchy, persons: ReadonlyMap<string, LivePerson>): PlannedLeader[] {
  const titles = new Map(live.employments.map((row) => [`${row.personId} ${row.unitId}`, row.title]));
  const anyTitle = new Map(live.employments.map((row) => [row.personId, row.title]));
  const levels = new Map<string, number>();
  for (const row of live.leaderships) levels.set(row.personId, Math.min(row.level, levels.get(row.personId) ?? row.level));
  return [...hierarchy.unitsLed].map(([personId, unitIds]) => {
    const common = commonUnit(hierarchy, unitIds);
    const own = common !== null && unitIds.includes(common);
    const [firstUnit = ''] = own && common !== null ? [common] : unitIds;
    const above = own && common !== null ? unitAbove(hierarchy, common) : common;
    return {
      personId,
      nodeKey: own && common !== null ? common : `between:${personId}`,
      superiorId: nearestLeader(hierarchy, above, personId),
      name: persons.get(personId)?.name ?? '',
      title: titles.get(`${personId} ${firstUnit}`) ?? anyTitle.get(personId) ?? '',
      level: levels.get(personId) ?? 1,
      unitIds: [...unitIds],
    };
  });
}

function nodesOfUnits(hierarchy: Hierarchy): PlannedNode[] {
  return hierarchy.ordered.map((unit) => ({
    key: unit.id,
    parentKey: unitAbove(hierarchy, unit.id),
    unitCode: unit.code,
    name: unit.name,
    depth: hierarchy.depth.get(unit.id) ?? 0,
  }));
}

/** A node of its own for each leader whose units have another leader, or none, above them: so a node never has two leaders. */
function nodesBetween(hierarchy: Hierarchy, leaders: PlannedLeader[]): PlannedNode[] {
  return leaders
    .filter((leader) => leader.nodeKey.startsWith('between:'))
    .map((leader) => {
      const parentKey = commonUnit(hierarchy, leader.unitIds);
      const name = leader.unitIds.map((id) => hierarchy.units.get(id)?.name ?? '').join(' + ');
      return {
        key: leader.nodeKey,
        parentKey,
        unitCode: '',
        name,
        depth: parentKey === null ? 0 : (hierarchy.depth.get(parentKey) ?? 0) + 1,
      };
    });
}

function askedPeople(
  live: LiveOrganisation,
  hierarchy: Hierarchy,
  persons: ReadonlyMap<string, LivePerson>,
  leaders: PlannedLeader[],
): Asked[] {
  const superiors = new Map(leaders.map((leader) => [leader.personId, leader.superiorId]));
  const jobs = new Map<string, LiveEmployment[]>();
  for (const job of live.employments) {
    if (!hierarchy.units.has(job.unitId) || !persons.has(job.personId)) continue;
    jobs.set(job.personId, [...(jobs.get(job.personId) ?? []), job]);
  }
  return [...jobs].flatMap(([personId, own]) => {
    const person = persons.get(personId);
    // The lowest employee number decides among several jobs: a rule that gives the same answer every time.
    const [job] = own.toSorted((a, b) => a.number.length - b.number.length || (a.number < b.number ? -1 : 1));
    if (person === undefined || job === undefined) return [];
    const superior = superiors.get(personId);
    const aboutId = superior === undefined ? nearestLeader(hierarchy, job.unitId, personId) : superior;
    const choices = new Set(own.map((one) => nearestLeader(hierarchy, one.unitId, personId)));
    const unitName = hierarchy.units.get(job.unitId)?.name ?? '';
    return [{ person, unitId: job.unitId, unitName, aboutId, severalJobs: superior === undefined && choices.size > 1 }];
  });
}

/** Per node with people asked about its leader: where their answers count, or null when too few are found even at the top. */
function placeGroups(
  nodes: PlannedNode[],
  placed: { ownNode: string }[],
  k: number,
): Map<string, { nodeKey: string; pooled: boolean } | null> {
  const tree = raterTree(nodes.map((node) => ({ id: node.key, parent: node.parentKey })));
  const sizes = new Map<string, number>();
  for (const { ownNode } of placed) sizes.set(ownNode, (sizes.get(ownNode) ?? 0) + 1);
  const pooling = poolSmallGroups(
    tree,
    nodes.map((node) => sizes.get(node.key) ?? 0),
    null,
    k,
  );
  const ends = (placement: Placement | undefined, node: PlannedNode) => {
    if (placement === undefined || placement.kind === 'dropped') return null;
    if (placement.kind === 'own') return { nodeKey: node.key, pooled: false };
    const pool = nodes[placement.node];
    return pool === undefined ? null : { nodeKey: pool.key, pooled: true };
  };
  return new Map(nodes.map((node, position) => [node.key, ends(pooling.groups[position], node)]));
}

function countGroups(nodes: PlannedNode[], leaders: PlannedLeader[], raters: PlannedRater[]): PlannedGroup[] {
  const counts = new Map<string, number>();
  for (const rater of raters) {
    const key = `${rater.pooled ? 'pool' : 'own'} ${rater.nodeKey}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [
    ...leaders.map((leader) => ({
      nodeKey: leader.nodeKey,
      leaderId: leader.personId,
      invited: counts.get(`own ${leader.nodeKey}`) ?? 0,
    })),
    ...nodes.map((node) => ({ nodeKey: node.key, leaderId: null, invited: counts.get(`pool ${node.key}`) ?? 0 })),
  ];
}

function disputedUnits(hierarchy: Hierarchy, persons: ReadonlyMap<string, LivePerson>): DisputedUnit[] {
  return [...hierarchy.leadersOf]
    .filter(([, leaders]) => leaders.length > 1)
    .map(([unitId, leaders]) => ({
      unitId,
      name: hierarchy.units.get(unitId)?.name ?? '',
      leaders: leaders.map((personId) => ({ personId, name: persons.get(personId)?.name ?? '' })),
    }));
}

const facts = ({ person, unitName }: Asked) => ({
  personId: person.id,
  name: person.name,
  email: person.email,
  language: person.language,
  unitName,
});
const leftOut = ({ person, unitId, unitName }: Asked) => ({ personId: person.id, name: person.name, unitId, unitName });
