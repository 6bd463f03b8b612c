import { now } from '#base/time.ts';
import type { Tx } from '#database/tenant.ts';
import { statementsOf } from '#rooms/frameworks/read.server.ts';
import { liveOrganisation } from '#rooms/people/read.server.ts';
import { chosenThemes, roundQuestions } from '../questions/read.server.ts';
import { themeChoices } from '../questions/rules.ts';
import type { RoundFacts } from '../schema.ts';
import { presentPlan, type PresentedPlan } from '../snapshot/presented/rules.ts';
import { planSnapshot } from '../snapshot/rules.ts';
import type { SnapshotPlan } from '../snapshot/schema.ts';
import { readinessOf, type Readiness } from './rules.ts';

/** Who would be asked about whom if the round were launched now. */
async function previewOf(tx: Tx, round: RoundFacts): Promise<SnapshotPlan> {
  return planSnapshot(await liveOrganisation(tx), round.k);
}

/** The same plan, as HR reads it. */
export async function plannedPeople(tx: Tx, round: RoundFacts): Promise<PresentedPlan> {
  return presentPlan(await previewOf(tx, round));
}

/** Whether a round can be launched now, with the plan that it would freeze. */
export async function readiness(tx: Tx, round: RoundFacts): Promise<Readiness & { plan: SnapshotPlan }> {
  const plan = await previewOf(tx, round);
  const choices = themeChoices(await statementsOf(tx, round.versionId));
  const chosen = new Set(await chosenThemes(tx, round.id));
  const questions = await roundQuestions(tx, round.id);
  return {
    plan,
    ...readinessOf({ round, questions, chosen: choices.filter((choice) => chosen.has(choice.statementId)), plan, moment: now() }),
  };
}

/** How far the making of keys has come. */
export async function preparationProgress(tx: Tx, roundId: string): Promise<{ made: number; all: number }> {
  const groups = await tx
    .selectFrom('round_groups')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('round_id', '=', roundId)
    .where('invited', '>', 0)
    .executeTakeFirst();
  const keys = await tx
    .selectFrom('round_keys')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return { made: Number(keys?.count ?? 0), all: Number(groups?.count ?? 0) };
}

/** How many were asked, how, and how many leaders are asked about. */
export async function launchedNumbers(
  tx: Tx,
  roundId: string,
): Promise<{ invited: number; withoutEmail: number; leaders: number; pooled: number }> {
  const raters = await tx
    .selectFrom('round_raters as r')
    .innerJoin('round_groups as g', (join) =>
      join
        .onRef('g.organisation_id', '=', 'r.organisation_id')
        .onRef('g.round_id', '=', 'r.round_id')
        .onRef('g.id', '=', 'r.group_id'),
    )
    .select((eb) => [
      eb.fn.countAll().as('all'),
      eb.fn.countAll().filterWhere('r.email', 'is', null).as('without_email'),
      eb.fn.countAll().filterWhere('g.leader_id', 'is', null).as('pooled'),
    ])
    .where('r.round_id', '=', roundId)
    .executeTakeFirst();
  const leaders = await tx
    .selectFrom('round_leaders')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  const invited = await tx
    .selectFrom('round_groups')
    .select((eb) => eb.fn.sum('invited').as('sum'))
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return {
    invited: Number(invited?.sum ?? 0),
    withoutEmail: Number(raters?.without_email ?? 0),
    pooled: Number(raters?.pooled ?? 0),
    leaders: Number(leaders?.count ?? 0),
  };
}
