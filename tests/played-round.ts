// A round as it stands when its urn was opened: small, with people who have names, and every answer given here.
import { newBlindId, newId } from '#base/ids.ts';
import { withOwner, type TestDatabase } from './database.ts';

/** A unit with its leader and the answers about that leader: one list per ballot, one number per question (0 = don't know). */
export type PlayedUnit = {
  name: string;
  under?: string;
  leader?: string;
  invited?: number;
  ballots?: number[][];
  /** Ballots in the unit's pool, which belong to no leader. */
  pool?: number[][];
};
export type PlayedRound = {
  slug: string;
  units: PlayedUnit[];
  themes: Record<string, string[]>;
  middle?: 'mean' | 'shares';
  hrSees?: boolean;
  superiorSees?: boolean;
  employeesSee?: boolean;
  closedDaysAgo?: number;
};
export type Played = {
  organisation: number;
  round: string;
  /** Ids by the names given: of nodes by unit, of leaders, their persons and groups by leader, of pools by unit. */
  nodes: Map<string, string>;
  leaders: Map<string, string>;
  persons: Map<string, string>;
  groups: Map<string, string>;
  pools: Map<string, string>;
  /** One person asked about each leader, by the leader's name. */
  raters: Map<string, string>;
};

/** The same ballot given by several people. */
export const times = (n: number, ballot: number[]): number[][] => Array.from({ length: n }, () => [...ballot]);

export async function playRound(database: TestDatabase, played: PlayedRound): Promise<Played> {
  return withOwner(database.ownerUrl, async (client) => {
    await client.query('begin');
    const made = await client.query<{ id: number }>('insert into organisations (slug, name) values ($1, $2) returning id', [
      played.slug,
      `${played.slug} Kommune`,
    ]);
    const organisation = made.rows[0]?.id ?? 0;
    await client.query(`select set_config('app.organisation', $1, true)`, [String(organisation)]);
    const insert = async (table: string, row: Record<string, unknown>) => {
      const columns = ['organisation_id', ...Object.keys(row)];
      const values = [organisation, ...Object.values(row)];
      await client.query(
        `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
        values,
      );
    };
    const round = await insertRound(insert, played);
    const maps = {
      nodes: new Map<string, string>(),
      leaders: new Map<string, string>(),
      persons: new Map<string, string>(),
      groups: new Map<string, string>(),
      pools: new Map<string, string>(),
      raters: new Map<string, string>(),
    };
    for (const unit of played.units) await insertUnit(insert, round, unit, played.units, maps);
    const closed = `${played.closedDaysAgo ?? 1} days`;
    await client.query(
      `insert into round_launches (organisation_id, round_id, launched_by, requested_at, ready_at) values ($1, $2, $3, now() - interval '30 days', now() - interval '30 days')`,
      [organisation, round, newId()],
    );
    await client.query(
      `insert into handover.closures (organisation_id, round_id, closed_at, reason) values ($1, $2, now() - $3::interval, '')`,
      [organisation, round, closed],
    );
    const envelopes = played.units.reduce((sum, unit) => sum + (unit.ballots?.length ?? 0) + (unit.pool?.length ?? 0), 0);
    await insert('handover.openings', { round_id: round, envelopes, dropped: 0, unreadable: 0, pooled: '[]' });
    await client.query('commit');
    return { organisation, round, ...maps };
  });
}

type Insert = (table: string, row: Record<string, unknown>) => Promise<void>;

async function insertRound(insert: Insert, played: PlayedRound): Promise<string> {
  const [framework, version, round] = [newId(), newId(), newId()];
  await insert('frameworks', { id: framework, title: 'Ledelse hos os' });
  await insert('framework_versions', { id: version, framework_id: framework, number: 1, title: 'Ledelse hos os' });
  const rules = {
    middle: played.middle ?? 'mean',
    hr_sees: played.hrSees ?? false,
    superior_sees: played.superiorSees ?? true,
    employees_see: played.employeesSee ?? true,
  };
  await insert('rounds', { id: round, version_id: version, title: 'Efterårets måling', created_by: newId(), ...rules });
  let position = 0;
  for (const [theme, codes] of Object.entries(played.themes))
    for (const code of codes) {
      position++;
      const words = (whom: string) => ({
        other: `Udsagn ${code} om ${whom} på dansk æøå`,
        self: `Udsagn ${code} om mig`,
        superior: `Udsagn ${code} om lederen`,
      });
      const wording = JSON.stringify({ da: words('min leder'), en: words('my leader') });
      const name = JSON.stringify({ da: `Temaet ${theme}`, en: `The theme ${theme}` });
      await insert('round_questions', { round_id: round, code, position, theme, theme_name: name, wording });
    }
  return round;
}

async function insertUnit(
  insert: Insert,
  round: string,
  unit: PlayedUnit,
  all: PlayedUnit[],
  maps: Omit<Played, 'organisation' | 'round'>,
): Promise<void> {
  const [node, pool] = [newBlindId(), newBlindId()];
  maps.nodes.set(unit.name, node);
  maps.pools.set(unit.name, pool);
  const depthOf = (one: PlayedUnit | undefined): number =>
    one?.under === undefined ? 0 : 1 + depthOf(all.find((other) => other.name === one.under));
  await insert('round_nodes', {
    round_id: round,
    id: node,
    parent_id: unit.under === undefined ? null : maps.nodes.get(unit.under),
    unit_code: unit.name,
    name: unit.name,
    depth: depthOf(unit),
  });
  await insert('round_groups', { round_id: round, id: pool, node_id: node, leader_id: null, invited: unit.pool?.length ?? 0 });
  if (unit.pool) await insertBallots(insert, round, pool, unit.pool);
  if (unit.leader === undefined) return;
  const [leader, person, group, rater] = [newBlindId(), newId(), newBlindId(), newId()];
  maps.leaders.set(unit.leader, leader);
  maps.persons.set(unit.leader, person);
  maps.groups.set(unit.leader, group);
  maps.raters.set(unit.leader, rater);
  const superior = leaderAbove(unit, all);
  const superiorId = superior === undefined ? null : (maps.persons.get(superior) ?? null);
  await insert('round_leaders', {
    round_id: round,
    id: leader,
    node_id: node,
    person_id: person,
    superior_id: superiorId,
    name: unit.leader,
    title: 'Leder',
    level: 1,
  });
  await insert('round_leader_nodes', { round_id: round, leader_id: leader, node_id: node });
  const ballots = unit.ballots ?? [];
  await insert('round_groups', {
    round_id: round,
    id: group,
    node_id: node,
    leader_id: leader,
    invited: unit.invited ?? ballots.length,
  });
  await insert('round_raters', {
    round_id: round,
    id: newBlindId(),
    group_id: group,
    leader_id: leader,
    person_id: rater,
    name: 'Medarbejder',
    language: 'da',
    unit_name: unit.name,
  });
  await insertBallots(insert, round, group, ballots);
}

function leaderAbove(unit: PlayedUnit, all: PlayedUnit[]): string | undefined {
  const parent = all.find((other) => other.name === unit.under);
  return parent === undefined ? undefined : (parent.leader ?? leaderAbove(parent, all));
}

async function insertBallots(insert: Insert, round: string, group: string, ballots: number[][]): Promise<void> {
  for (const ballot of ballots)
    await insert('handover.opened', { round_id: round, id: newBlindId(), group_id: group, answers: Buffer.from(ballot) });
}
