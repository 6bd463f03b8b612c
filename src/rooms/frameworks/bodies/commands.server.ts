import { sql } from 'kysely';
import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import { now } from '#base/time.ts';
import { inTenant, organisationOf, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { REQUIRABLE_KINDS } from '../steps/schema.ts';
import { mayArrangeBodies } from './policy.ts';
import { bodiesOf, bodyOf, peopleToChoose } from './read.server.ts';
import type { Body, BodyInput } from './schema.ts';
import { insertBody, replaceRights } from './write.server.ts';

/** Adds a body with what it may do. Two bodies cannot have one name. */
export async function addBody(member: Member, input: BodyInput): Promise<string> {
  return arrange(member, input.name, async (tx) => {
    await requireOwnName(tx, input.name);
    return insertBody(tx, input);
  });
}

/** Changes a body's name, kind and rights. What it has done stays as it was. */
export async function saveBody(member: Member, bodyId: string, input: BodyInput): Promise<void> {
  await arrange(member, input.name, async (tx) => {
    const body = found(await bodyOf(tx, bodyId));
    await requireOwnName(tx, input.name, body.id);
    await tx.updateTable('framework_bodies').set({ name: input.name, kind: input.kind }).where('id', '=', body.id).execute();
    await replaceRights(tx, body.id, input.rights);
  });
}

/** Says who acts for a body. Only people who work here can. */
export async function saveBodyMembers(member: Member, bodyId: string, personIds: readonly string[]): Promise<void> {
  await arrange(member, '', async (tx) => {
    const body = found(await bodyOf(tx, bodyId));
    const here = new Set((await peopleToChoose(tx)).map((person) => person.personId));
    const chosen = [...new Set(personIds)].filter((id) => here.has(id));
    const organisation = await organisationOf(tx);
    await tx.deleteFrom('framework_body_members').where('body_id', '=', body.id).execute();
    const rows = chosen.map((personId) => ({ organisation_id: organisation, body_id: body.id, person_id: personId }));
    if (rows.length > 0) await tx.insertInto('framework_body_members').values(rows).execute();
  });
}

/** Retires a body that is no more, or brings it back: what it did stays. */
export async function retireBody(member: Member, bodyId: string, retired: boolean): Promise<void> {
  await arrange(member, '', async (tx) => {
    const body = found(await bodyOf(tx, bodyId));
    const at = retired ? now() : null;
    await tx.updateTable('framework_bodies').set({ retired_at: at }).where('id', '=', body.id).execute();
  });
}

/** Moves a body one place up in the list, which is also the order in which it is offered. */
export async function raiseBody(member: Member, bodyId: string): Promise<void> {
  await arrange(member, '', async (tx) => {
    const bodies = await bodiesOf(tx, { retired: true });
    const at = bodies.findIndex((body) => body.id === bodyId);
    const moved = found(bodies[at]);
    const order = bodies.toSpliced(at, 1).toSpliced(Math.max(0, at - 1), 0, moved);
    for (const [index, body] of order.entries())
      await tx
        .updateTable('framework_bodies')
        .set({ position: index + 1 })
        .where('id', '=', body.id)
        .execute();
  });
}

/** Says which steps no version may leave out. */
export async function saveRequiredSteps(member: Member, kinds: readonly string[]): Promise<void> {
  await arrange(member, '', async (tx) => {
    const organisation = await organisationOf(tx);
    await tx.deleteFrom('framework_required_steps').execute();
    const rows = REQUIRABLE_KINDS.filter((kind) => kinds.includes(kind)).map((kind) => ({ organisation_id: organisation, kind }));
    if (rows.length > 0) await tx.insertInto('framework_required_steps').values(rows).execute();
  });
}

async function arrange<T>(member: Member, name: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!mayArrangeBodies(member)) throw new Problem('not_found');
  return inTenant(member, async (tx) => {
    // One after the other, so that the second press finds what the first has made.
    await sql`select pg_advisory_xact_lock(current_organisation(), hashtext('framework_bodies'))`.execute(tx);
    const done = await work(tx);
    const actor = { personId: member.personId, name: member.name };
    await record(tx, actor, { action: 'framework.bodies_changed', object: { kind: 'framework_bodies', id: 'bodies', name } });
    return done;
  });
}

async function requireOwnName(tx: Tx, name: string, except?: Body['id']): Promise<void> {
  const same = (await bodiesOf(tx, { retired: true })).find((body) => body.name.toLowerCase() === name.toLowerCase());
  if (same !== undefined && same.id !== except) throw new Problem('invalid', '', { name: m.versions_problem_body_twice() });
}
