import { found, Problem } from '#base/errors.ts';
import { isId, newId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { inTenant, organisationOf, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { seenMark } from '../attributes/seen/rules.ts';
import { mayEditFrameworks } from '../policy.ts';
import { strategyOf, strategyUses } from './read.server.ts';
import type { StrategyInput } from './schema.ts';

/** Writes down a strategy, vision, policy or scale that frameworks can build on. */
export async function makeStrategy(member: Member, input: StrategyInput): Promise<string> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  return inTenant(member, async (tx) => {
    const id = newId();
    const { seen: _seen, ...values } = input;
    await tx
      .insertInto('strategies')
      .values({ organisation_id: await organisationOf(tx), id, ...values })
      .execute();
    await note(tx, member, 'strategy.saved', { id, name: input.name });
    return id;
  });
}

/** Changes what is known about it, also when published frameworks point to it: a strategy is prolonged, a policy gets a new address. */
export async function saveStrategy(member: Member, strategyId: string, input: StrategyInput): Promise<void> {
  if (!mayEditFrameworks(member) || !isId(strategyId)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    await tx.selectFrom('strategies').select('id').where('id', '=', strategyId).forUpdate().execute();
    const stored = found(await strategyOf(tx, strategyId));
    if (seenMark(stored) !== input.seen) throw new Problem('conflict', m.editor_conflict());
    const { seen: _seen, ...values } = input;
    await tx.updateTable('strategies').set(values).where('id', '=', strategyId).execute();
    await note(tx, member, 'strategy.saved', { id: strategyId, name: input.name });
  });
}

/** Deletes it, unless a framework builds on it. */
export async function deleteStrategy(member: Member, strategyId: string): Promise<void> {
  if (!mayEditFrameworks(member) || !isId(strategyId)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    await tx.selectFrom('strategies').select('id').where('id', '=', strategyId).forUpdate().execute();
    const stored = found(await strategyOf(tx, strategyId));
    const uses = (await strategyUses(tx, { drafts: true })).filter((use) => use.strategyId === strategyId);
    if (uses.length > 0) throw new Problem('conflict', m.editor_strategy_problem_used({ count: uses.length }));
    await tx.deleteFrom('strategies').where('id', '=', strategyId).execute();
    await note(tx, member, 'strategy.deleted', { id: strategyId, name: stored.name });
  });
}

function note(tx: Tx, member: Member, action: 'strategy.saved' | 'strategy.deleted', object: { id: string; name: string }) {
  return record(tx, { personId: member.personId, name: member.name }, { action, object: { kind: 'strategy', ...object } });
}
