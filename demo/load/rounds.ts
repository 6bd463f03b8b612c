// The three rounds of an invented organisation: one two years ago, one just released, one open. The finished ones enter as ballots
// already opened, and then take the real release with ledger, audit and reports.
import { newBlindId } from '#base/ids.ts';
import { daysAfter, now } from '#base/time.ts';
import type { Connection } from '#database/connection.ts';
import { mintTenant, type Tx } from '#database/tenant.ts';
import { poolSmallGroups } from '#disclosure/pooling.ts';
import { raterTree } from '#disclosure/rater-tree.ts';
import { releaseRound } from '#rooms/results/release/write.server.ts';
import { recordFinished, startLaunch } from '#rooms/rounds/launch/write.server.ts';
import { saveNamedAnswer } from '#rooms/rounds/named/write.server.ts';
import { setQuestions } from '#rooms/rounds/questions/write.server.ts';
import { planSnapshot } from '#rooms/rounds/snapshot/rules.ts';
import type { LiveOrganisation, SnapshotIds } from '#rooms/rounds/snapshot/schema.ts';
import { writeSnapshot } from '#rooms/rounds/snapshot/write.server.ts';
import { createRound } from '#rooms/rounds/write.server.ts';
import type { DemoOrganisation, DemoWave } from '../organisation.ts';
import { loadContext } from './context.ts';
import { questionsOf, roundWords } from './round-words.ts';
import type { LoadedFramework } from './framework.ts';
import type { LoadedOrganisation } from './organisation.ts';

const K = 5;

export type RoundsOrder = {
  demo: DemoOrganisation;
  loaded: LoadedOrganisation;
  framework: LoadedFramework;
  urn: Connection;
  progress: (line: string) => void;
};

/** Makes all three rounds. */
export async function loadRounds(order: RoundsOrder): Promise<void> {
  const [first, second] = order.demo.waves;
  if (first !== undefined) await finishedRound(order, first, daysAfter(now(), -730));
  if (second !== undefined) await finishedRound(order, second, daysAfter(now(), -6));
  await openRound(order);
}

async function finishedRound(order: RoundsOrder, wave: DemoWave, closedAt: Date): Promise<void> {
  const { demo, loaded, framework, urn } = order;
  const launchedAt = daysAfter(closedAt, -21);
  const { roundId, ids, live } = await loaded.tenant.transaction(async (tx) => {
    const id = await newRound(tx, order, launchedAt, closedAt);
    await setQuestions(tx, id, questionsOf(framework.statementIds));
    const organisation = liveAt(demo, loaded, wave);
    const snapshot = await writeSnapshot(tx, id, planSnapshot(organisation, K));
    await recordFinished(tx, id, { by: loaded.castIds.hr, launchedAt, closedAt });
    return { roundId: id, ids: snapshot, live: organisation };
  });
  if (wave === demo.waves[1]) await loadContext(order, { roundId, ids, closedAt });
  await loaded.tenant.transaction((tx) => nameAnswers(tx, roundId, order, wave, ids, live, closedAt));
  const ballots = ballotsOf(demo, loaded, wave, ids);
  const moved = await loaded.tenant.transaction((tx) => pooling(tx, roundId, ballots));
  await mintTenant(urn, loaded.tenant.organisation).transaction((tx) => writeOpened(tx, roundId, ballots, moved));
  const outcome = await loaded.tenant.transaction((tx) => releaseRound(tx, roundId));
  order.progress(`  måling ${wave.number}: ${ballots.length} svar, ${outcome.kind}`);
}

function newRound(
  tx: Tx,
  { loaded, framework }: RoundsOrder,
  createdAt: Date,
  closesAt: Date,
  kind: 'whole' | 'follow-up' = 'whole',
): Promise<string> {
  const { title, information } = roundWords(closesAt, kind);
  return createRound(tx, {
    versionId: framework.versionId,
    title,
    createdBy: loaded.castIds.hr,
    createdAt,
    closesAt,
    k: K,
    middle: 'mean',
    asksSuperior: true,
    superiorSees: true,
    hrSees: false,
    employeesSee: true,
    information,
  });
}

async function openRound(order: RoundsOrder): Promise<void> {
  const { loaded, framework } = order;
  await loaded.tenant.transaction(async (tx) => {
    const roundId = await newRound(tx, order, now(), daysAfter(now(), 14), 'follow-up');
    await setQuestions(tx, roundId, questionsOf(framework.statementIds));
    await startLaunch(tx, roundId, { by: loaded.castIds.hr });
  });
  order.progress('  måling 3: sendt ud');
}

/** The organisation as it was in a wave. */
function liveAt(demo: DemoOrganisation, loaded: LoadedOrganisation, wave: DemoWave): LiveOrganisation {
  const unitAt = new Map(demo.units.map((unit, at) => [unit.code, at]));
  const there = (job: { firstWave: number; lastWave: number | null }) =>
    job.firstWave <= wave.number && (job.lastWave ?? Infinity) >= wave.number;
  const unitId = (at: number) => loaded.unitIds[at] ?? '';
  const employed = demo.employments.flatMap((employment, at) => (there(employment) ? [{ employment, at }] : []));
  return {
    units: demo.units.map((unit, at) => ({
      id: unitId(at),
      code: unit.code,
      name: unit.name,
      parentId: (wave.parent[at] ?? -1) < 0 ? null : unitId(wave.parent[at] ?? -1),
    })),
    employments: employed.map(({ employment }) => ({
      personId: loaded.personIds[employment.person] ?? '',
      unitId: unitId(unitAt.get(employment.unitCode) ?? -1),
      number: employment.employeeNumber,
      title: employment.title,
    })),
    leaderships: demo.units.flatMap((unit, at) => {
      const leader = demo.employments[wave.leader[at] ?? -1];
      return leader === undefined
        ? []
        : [{ personId: loaded.personIds[leader.person] ?? '', unitId: unitId(at), level: unit.level }];
    }),
    persons: employed.map(({ employment }) => {
      const person = demo.persons[employment.person];
      return {
        id: loaded.personIds[employment.person] ?? '',
        name: `${person?.firstName} ${person?.lastName}`,
        email: person?.email ?? null,
        language: 'da' as const,
      };
    }),
  };
}

type Ballot = { group: string; answers: Buffer };

function ballotsOf(demo: DemoOrganisation, loaded: LoadedOrganisation, wave: DemoWave, ids: SnapshotIds): Ballot[] {
  const width = demo.themeOfItem.length;
  return Array.from(wave.rater).flatMap((employment, at) => {
    const row = wave.row[at] ?? -1;
    const person = loaded.personIds[demo.employments[employment]?.person ?? -1];
    const group = person === undefined ? undefined : ids.raterGroup.get(person);
    if (row < 0 || group === undefined) return [];
    return [{ group, answers: asBytes(wave.answers.subarray(row * width, (row + 1) * width)) }];
  });
}

/** One byte a question, as in a ballot: 0 = don't know, 255 = prefers not to answer. */
function asBytes(codes: Int8Array): Buffer {
  return Buffer.from(Array.from(codes, (code) => (code < 0 ? 255 : code)));
}

async function nameAnswers(
  tx: Tx,
  roundId: string,
  order: RoundsOrder,
  wave: DemoWave,
  ids: SnapshotIds,
  live: LiveOrganisation,
  closedAt: Date,
): Promise<void> {
  const { demo } = order;
  const width = demo.themeOfItem.length;
  const superiors = new Map(planSnapshot(live, K).leaders.map((leader) => [leader.personId, leader.superiorId]));
  for (const [unit, leadership] of live.leaderships.entries()) {
    const leaderId = ids.leaders.get(leadership.personId);
    if (leaderId === undefined) continue;
    const record = (codes: Int8Array) =>
      Object.fromEntries(
        Array.from(asBytes(codes.subarray(unit * width, (unit + 1) * width)), (code, item) => [`q${item + 1}`, code]),
      );
    const savedAt = daysAfter(closedAt, -3);
    if (wave.selfGiven[unit] === 1)
      await saveNamedAnswer(tx, roundId, {
        leaderId,
        relation: 'self',
        authorId: leadership.personId,
        answers: record(wave.self),
        savedAt,
      });
    const superior = superiors.get(leadership.personId);
    if (wave.superiorGiven[unit] === 1 && superior !== null && superior !== undefined)
      await saveNamedAnswer(tx, roundId, {
        leaderId,
        relation: 'superior',
        authorId: superior,
        answers: record(wave.superior),
        savedAt,
      });
  }
}

type Moved = { into: Map<string, string | null>; dropped: number };

/** Which groups are too small once the answers are counted, and where they go: what the urn does at a real opening. */
async function pooling(tx: Tx, roundId: string, ballots: Ballot[]): Promise<Moved> {
  const nodes = await tx
    .selectFrom('round_nodes')
    .select(['id', 'parent_id'])
    .where('round_id', '=', roundId)
    .orderBy('depth')
    .execute();
  const groups = await tx
    .selectFrom('round_groups')
    .select(['id', 'node_id', 'leader_id'])
    .where('round_id', '=', roundId)
    .execute();
  const tree = raterTree(nodes.map((node) => ({ id: node.id, parent: node.parent_id })));
  const own = new Map(groups.filter((group) => group.leader_id !== null).map((group) => [group.node_id, group.id]));
  const pools = new Map(groups.filter((group) => group.leader_id === null).map((group) => [group.node_id, group.id]));
  const counts = new Map<string, number>();
  for (const { group } of ballots) counts.set(group, (counts.get(group) ?? 0) + 1);
  const sizes = (of: Map<string, string>) => nodes.map((node) => counts.get(of.get(node.id) ?? '') ?? 0);
  const placed = poolSmallGroups(tree, sizes(own), sizes(pools), K);
  const into = new Map<string, string | null>();
  const place = (of: Map<string, string>, ends: typeof placed.groups) => {
    for (const [at, end] of ends.entries()) {
      const group = of.get(nodes[at]?.id ?? '');
      if (group === undefined || end.kind === 'own') continue;
      const target = end.kind === 'pool' ? (pools.get(nodes[end.node]?.id ?? '') ?? null) : null;
      if (target !== group) into.set(group, target);
    }
  };
  place(own, placed.groups);
  place(pools, placed.pools);
  return { into, dropped: placed.dropped };
}

async function writeOpened(tx: Tx, roundId: string, ballots: Ballot[], { into, dropped }: Moved): Promise<void> {
  const organisation_id = (
    await tx.selectNoFrom((eb) => eb.fn<number>('current_organisation').as('id')).executeTakeFirstOrThrow()
  ).id;
  const kept = ballots.flatMap(({ group, answers }) => {
    const target = into.has(group) ? into.get(group) : group;
    return target === null || target === undefined
      ? []
      : [{ organisation_id, round_id: roundId, id: newBlindId(), group_id: target, answers }];
  });
  kept.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let start = 0; start < kept.length; start += 2000)
    await tx
      .insertInto('handover.opened')
      .values(kept.slice(start, start + 2000))
      .execute();
  const counts = new Map<string, number>();
  for (const { group } of ballots) counts.set(group, (counts.get(group) ?? 0) + 1);
  const pooled = [...into]
    .filter(([group]) => (counts.get(group) ?? 0) > 0)
    .map(([group, target]) => ({ group, into: target, answers: counts.get(group) ?? 0 }));
  await tx
    .insertInto('handover.openings')
    .values({
      organisation_id,
      round_id: roundId,
      envelopes: ballots.length,
      dropped,
      unreadable: 0,
      pooled: JSON.stringify(pooled),
    })
    .execute();
}
