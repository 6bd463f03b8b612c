// A large round as it stands when its urn was opened: a tree of units, a leader and a group in each, and everybody's answers.
import pg from 'pg';
import { newBlindId, newId } from '#base/ids.ts';
import { randomStream, type RandomStream } from './random-stream.ts';

export type RoundSize = { units: number; answers: number; questions: number; themes: number };
export type OpenedRound = { organisation: number; roundId: string };

const CHILDREN = 5;

/** Writes the round as the owner, row by row of what a launch, a closing and an opening leave behind. The same each time. */
export async function writeOpenedRound(ownerUrl: string, size: RoundSize): Promise<OpenedRound> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const made = await client.query<{ id: number }>(
      `insert into organisations (slug, name) values ('stor', 'Stor') returning id`,
    );
    const organisation = made.rows[0]?.id ?? 0;
    await client.query(`select set_config('app.organisation', $1, true)`, [String(organisation)]);
    const into = { client, organisation, roundId: newId() };
    await writeQuestions(into, size);
    const groups = await writeTree(into, size.units);
    const answers = groups.map((id) => ({ id, ballots: [] as Buffer[] }));
    const random = randomStream(20261122);
    for (let at = 0; at < size.answers; at++)
      answers[at % answers.length]?.ballots.push(ballotOf(random, at % answers.length, size.questions));
    await writeAnswers(into, answers);
    await client.query('commit');
    await client.query('analyze');
    return { organisation, roundId: into.roundId };
  } finally {
    await client.end();
  }
}

type Into = { client: pg.Client; organisation: number; roundId: string };

/** One insert of many rows, column by column. */
async function insertColumns(
  into: Into,
  table: string,
  columns: [name: string, type: string, values: unknown[]][],
): Promise<void> {
  const names = columns.map(([name]) => name).join(', ');
  const arrays = columns.map(([, type], at) => `$${at + 3}::${type}[]`).join(', ');
  const text = `insert into ${table} (organisation_id, round_id, ${names}) select $1::int, $2::uuid, t.* from unnest(${arrays}) as t`;
  await into.client.query(text, [into.organisation, into.roundId, ...columns.map(([, , values]) => values)]);
}

async function writeQuestions(into: Into, size: RoundSize): Promise<void> {
  const { client, organisation, roundId } = into;
  const [framework, version] = [newId(), newId()];
  await client.query('insert into frameworks (organisation_id, id, title) values ($1, $2, $3)', [
    organisation,
    framework,
    'Ledelse',
  ]);
  await client.query(
    'insert into framework_versions (organisation_id, id, framework_id, number, title) values ($1, $2, $3, 1, $4)',
    [organisation, version, framework, 'Ledelse'],
  );
  await client.query('insert into rounds (organisation_id, id, version_id, title, created_by) values ($1, $2, $3, $4, $5)', [
    organisation,
    roundId,
    version,
    'Måling',
    newId(),
  ]);
  const positions = Array.from({ length: size.questions }, (_, at) => at + 1);
  const words = JSON.stringify({ da: { other: 'Udsagn', self: 'Udsagn', superior: 'Udsagn' } });
  await insertColumns(into, 'round_questions', [
    ['code', 'text', positions.map((position) => `q${position}`)],
    ['position', 'int', positions],
    ['theme', 'text', positions.map((position) => `t${Math.floor(((position - 1) * size.themes) / size.questions)}`)],
    ['theme_name', 'jsonb', positions.map(() => JSON.stringify({ da: 'Tema' }))],
    ['wording', 'jsonb', positions.map(() => words)],
  ]);
}

/** The tree: each unit has up to five below it and one leader. Gives the leaders' groups. */
async function writeTree(into: Into, count: number): Promise<string[]> {
  const nodes = Array.from({ length: count }, () => newBlindId());
  const leaders = nodes.map(() => newBlindId());
  const groups = nodes.map(() => newBlindId());
  const parentOf = (at: number) => (at === 0 ? null : Math.floor((at - 1) / CHILDREN));
  const depths: number[] = [];
  for (let at = 0; at < count; at++) depths.push(at === 0 ? 0 : 1 + (depths[parentOf(at) ?? 0] ?? 0));
  const parents = nodes.map((_, at) => nodes[parentOf(at) ?? -1] ?? null);
  await insertColumns(into, 'round_nodes', [
    ['id', 'uuid', nodes],
    ['parent_id', 'uuid', parents],
    ['unit_code', 'text', nodes.map((_, at) => String(at))],
    ['name', 'text', nodes.map((_, at) => `Enhed ${at}`)],
    ['depth', 'int', depths],
  ]);
  const persons = nodes.map(() => newId());
  await insertColumns(into, 'round_leaders', [
    ['id', 'uuid', leaders],
    ['node_id', 'uuid', nodes],
    ['person_id', 'uuid', persons],
    ['superior_id', 'uuid', nodes.map((_, at) => persons[parentOf(at) ?? -1] ?? null)],
    ['name', 'text', nodes.map((_, at) => `Leder ${at}`)],
    ['title', 'text', nodes.map(() => 'Leder')],
    ['level', 'int', depths],
  ]);
  await insertColumns(into, 'round_groups', [
    ['id', 'uuid', [...groups, ...nodes.map(() => newBlindId())]],
    ['node_id', 'uuid', [...nodes, ...nodes]],
    ['leader_id', 'uuid', [...leaders, ...nodes.map(() => null)]],
    ['invited', 'int', [...nodes.map(() => 30), ...nodes.map(() => 0)]],
  ]);
  return groups;
}

/** Answers around their group's own mean; one in fifty is left out. */
function ballotOf(random: RandomStream, group: number, questions: number): Buffer {
  const level = 2.6 + ((group * 37) % 19) / 10;
  const answers = Array.from({ length: questions }, () => {
    if (random() < 0.02) return random() < 0.5 ? 0 : 255;
    return Math.min(5, Math.max(1, Math.round(level + 2.4 * (random() + random() - 1))));
  });
  return Buffer.from(answers);
}

async function writeAnswers(into: Into, groups: { id: string; ballots: Buffer[] }[]): Promise<void> {
  const rows = groups.flatMap(({ id, ballots }) => ballots.map((answers) => ({ id: newBlindId(), group: id, answers })));
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  await insertColumns(into, 'handover.opened', [
    ['id', 'uuid', rows.map((row) => row.id)],
    ['group_id', 'uuid', rows.map((row) => row.group)],
    ['answers', 'bytea', rows.map((row) => row.answers)],
  ]);
  const values = [into.organisation, into.roundId, rows.length];
  await into.client.query(
    `insert into handover.openings (organisation_id, round_id, envelopes, dropped, unreadable, pooled) values ($1, $2, $3, 0, 0, '[]')`,
    values,
  );
}
