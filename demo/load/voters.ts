// Who of an invented organisation can still answer its open round, and what they will say: the generator's newest wave.
import { setTimeout } from 'node:timers/promises';
import type { Connection } from '#database/connection.ts';
import { mintTenant, type Tenant, type Tx } from '#database/tenant.ts';
import { isId } from '#base/ids.ts';
import { allOrganisations } from '#rooms/organisations/read.server.ts';
import { allRounds } from '#rooms/rounds/read.server.ts';
import { countResponses } from '#rooms/rounds/response/commands.server.ts';
import { invitationSecrets } from '#rooms/rounds/tokens/write.server.ts';
import { roundQuestions } from '#rooms/rounds/questions/read.server.ts';
import { generateFjordby } from '../generator.ts';
import { answersOf } from '../organisation.ts';
import { Random } from '../random.ts';

export type Voter = { link: string; answers: number[] };
export type VotersOrder = { round: string; organisation: string | null; people: number };

/** People who have not answered, spread over all groups; only of invented organisations. */
export async function openRoundOf(worker: Connection, order: VotersOrder): Promise<Voter[]> {
  for (const organisation of await allOrganisations(worker.kysely)) {
    if (order.organisation !== null && order.organisation !== organisation.slug) continue;
    const tenant = mintTenant(worker, organisation.id);
    await untilReady(tenant, order);
    const voters = await tenant.transaction((tx) => votersOf(tx, organisation.id, order));
    if (voters !== null) return voters;
  }
  throw new Error('no invented organisation here has an open round');
}

/** A round just launched waits for its keys; a minute is plenty for the largest town, each key takes 40 ms. */
async function untilReady(tenant: Tenant, order: VotersOrder): Promise<void> {
  for (let second = 0; second < 120; second++) {
    const rounds = await tenant.transaction((tx) => allRounds(tx));
    if (!rounds.some((round) => round.status === 'preparing' && (order.round === 'latest' || order.round === round.id))) return;
    await setTimeout(1000);
  }
}

/** Renews the counts that people see of open rounds, so that a fresh demo shows them on its first day. */
export async function countAll(worker: Connection, slug: string | null): Promise<void> {
  for (const organisation of await allOrganisations(worker.kysely)) {
    if (slug !== null && slug !== organisation.slug) continue;
    const tenant = mintTenant(worker, organisation.id);
    const open = (await tenant.transaction((tx) => allRounds(tx))).filter((round) => round.status === 'open');
    for (const round of open) await countResponses(tenant, round.id);
  }
}

async function votersOf(tx: Tx, organisation: number, order: VotersOrder): Promise<Voter[] | null> {
  const demonstration = await tx.selectFrom('demonstrations').select(['seed', 'employees']).executeTakeFirst();
  const open = (await allRounds(tx)).filter((round) =>
    order.round === 'latest' ? round.status === 'open' : round.id === order.round,
  );
  const [round] = open;
  if (demonstration === undefined || round === undefined || (order.round !== 'latest' && !isId(order.round))) return null;
  const said =
    demonstration.employees === 0
      ? new Map<string, number[]>()
      : answersByEmployeeNumber(demonstration.seed, demonstration.employees);
  const raters = await tx
    .selectFrom('round_raters as r')
    .innerJoin('employments as e', (join) =>
      join.onRef('e.organisation_id', '=', 'r.organisation_id').onRef('e.person_id', '=', 'r.person_id'),
    )
    .select(['r.id', 'e.number'])
    .where('r.round_id', '=', round.id)
    .where('r.issued', '=', false)
    .orderBy('r.id') // random ids: people of all groups, in no order that means anything
    .execute();
  const codes = (await roundQuestions(tx, round.id)).length;
  const random = new Random(`voters ${round.id}`);
  return raters
    .flatMap(({ id, number }) => {
      // People who came by a file have no generated answers; nor has a round with other questions than Fjordby's own.
      const known = said.get(number);
      const answers = known?.length === codes ? known : Array.from({ length: codes }, () => random.whole(2, 5));
      return said.size > 0 && known === undefined ? [] : [{ link: invitationSecrets(organisation, id).link, answers }];
    })
    .slice(0, order.people);
}

function answersByEmployeeNumber(seed: number, employees: number): Map<string, number[]> {
  const demo = generateFjordby({ employees, seed, waves: 3 });
  const wave = demo.waves.at(-1);
  const said = new Map<string, number[]>();
  if (wave === undefined) return said;
  for (const [rater, employment] of wave.rater.entries()) {
    const answers = answersOf(demo, wave, rater);
    const number = demo.employments[employment]?.employeeNumber;
    if (answers !== null && number !== undefined)
      said.set(
        number,
        answers.map((answer) => (answer === null ? 0 : answer === 'skipped' ? 255 : answer)),
      );
  }
  return said;
}
