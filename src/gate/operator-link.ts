import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { newId } from '#base/ids.ts';
import { now, secondsAfter } from '#base/time.ts';
import type { Tables } from '#database/tables.ts';

export const OPERATOR_LINK_SECONDS = 15 * 60;

/**
 * A one-time link for an operator with this mail address, as the path below the installation's address. Null when nobody is known by it,
 * or when a link was made less than a minute ago. The command line may also add an operator: whoever holds the machine decides that.
 */
export async function makeOperatorLink(database: Kysely<Tables>, email: string, { add = false } = {}): Promise<string | null> {
  const address = email.trim().toLowerCase();
  if (address === '') return null;
  const known = await database
    .selectFrom('operators')
    .select(['id', 'link_expires'])
    .where('email', '=', address)
    .executeTakeFirst();
  if (known === undefined && !add) return null;
  const justMade =
    known !== undefined && known.link_expires !== null && known.link_expires > secondsAfter(now(), OPERATOR_LINK_SECONDS - 60);
  if (justMade && !add) return null;
  const text = `0.${randomBytes(32).toString('base64url')}`;
  const link = {
    link_hash: createHash('sha256').update(text).digest(),
    link_expires: secondsAfter(now(), OPERATOR_LINK_SECONDS),
  };
  if (known === undefined)
    await database
      .insertInto('operators')
      .values({ id: newId(), email: address, name: address, ...link })
      .execute();
  else await database.updateTable('operators').set(link).where('id', '=', known.id).execute();
  return `/operator/sign-in/${text}`;
}
