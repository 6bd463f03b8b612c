import { sql } from 'kysely';
import { found, Problem } from '#base/errors.ts';
import { isId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { now } from '#base/time.ts';
import { inTenant, organisationOf, type Tx } from '#database/tenant.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import type { TrailAction } from '#rooms/trail/schema.ts';
import { record } from '#rooms/trail/write.server.ts';
import { mayEditFrameworks } from '../policy.ts';
import type { PublicPageInput } from './schema.ts';

/** Lets anybody read a framework that has been published; said again, it changes address, contact or whether search engines may show it. */
export function openPublicPage(member: Member, frameworkId: string, input: PublicPageInput): Promise<void> {
  return arranging(member, frameworkId, async (tx, framework) => {
    if (!framework.published) throw new Problem('invalid', m.reading_public_problem_unpublished());
    await refuseTakenAddress(tx, frameworkId, input.address);
    const known = await tx
      .selectFrom('framework_public_pages')
      .select('findable_since')
      .where('framework_id', '=', frameworkId)
      .executeTakeFirst();
    const findableSince = input.findable ? (known?.findable_since ?? now()) : null;
    const chosen = { address: input.address, contact: input.contact, findable_since: findableSince };
    await tx
      .insertInto('framework_public_pages')
      .values({ organisation_id: await organisationOf(tx), framework_id: frameworkId, opened_by: member.personId, ...chosen })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'framework_id']).doUpdateSet(chosen))
      .execute();
    await trace(tx, member, known === undefined ? 'framework.made_public' : 'framework.public_changed', framework);
  });
}

/** Takes it back: from now on only members can read it. */
export function closePublicPage(member: Member, frameworkId: string): Promise<void> {
  return arranging(member, frameworkId, async (tx, framework) => {
    const gone = await tx
      .deleteFrom('framework_public_pages')
      .where('framework_id', '=', frameworkId)
      .returning('address')
      .executeTakeFirst();
    if (gone !== undefined) await trace(tx, member, 'framework.taken_back', framework);
  });
}

/** Lets a site, for instance the intranet, show the organisation's public frameworks in a frame. */
export async function allowFraming(member: Member, origin: string): Promise<void> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    await tx
      .insertInto('framework_frame_origins')
      .values({ organisation_id: await organisationOf(tx), origin, added_by: member.personId })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'origin']).doNothing())
      .execute();
    await record(tx, actor(member), {
      action: 'framework.framing_changed',
      object: { kind: 'site', id: origin, name: origin },
    });
  });
}

/** Takes that right from a site again. */
export async function refuseFraming(member: Member, origin: string): Promise<void> {
  if (!mayEditFrameworks(member)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    await tx.deleteFrom('framework_frame_origins').where('origin', '=', origin).execute();
    await record(tx, actor(member), {
      action: 'framework.framing_changed',
      object: { kind: 'site', id: origin, name: origin },
    });
  });
}

type Arranged = { id: string; title: string; published: boolean };

/** Policy first; then one after the other, so that two editors do not take the same address at once. */
async function arranging(
  member: Member,
  frameworkId: string,
  work: (tx: Tx, framework: Arranged) => Promise<void>,
): Promise<void> {
  if (!mayEditFrameworks(member) || !isId(frameworkId)) throw new Problem('not_found');
  await inTenant(member, async (tx) => {
    await sql`select pg_advisory_xact_lock(${await organisationOf(tx)}, 1301)`.execute(tx);
    const framework = found(
      await tx.selectFrom('frameworks').select(['id', 'title']).where('id', '=', frameworkId).executeTakeFirst(),
    );
    const published = await tx
      .selectFrom('framework_versions')
      .select('id')
      .where('framework_id', '=', frameworkId)
      .where('published_at', 'is not', null)
      .limit(1)
      .executeTakeFirst();
    await work(tx, { ...framework, published: published !== undefined });
  });
}

async function refuseTakenAddress(tx: Tx, frameworkId: string, address: string): Promise<void> {
  const taken = await tx
    .selectFrom('framework_public_pages')
    .select('framework_id')
    .where('address', '=', address)
    .where('framework_id', '<>', frameworkId)
    .executeTakeFirst();
  if (taken !== undefined) throw new Problem('invalid', '', { address: m.reading_public_problem_taken() });
}

async function trace(tx: Tx, member: Member, action: TrailAction, framework: Arranged): Promise<void> {
  await record(tx, actor(member), { action, object: { kind: 'framework', id: framework.id, name: framework.title } });
}

function actor(member: Member): { personId: string; name: string } {
  return { personId: member.personId, name: member.name };
}
