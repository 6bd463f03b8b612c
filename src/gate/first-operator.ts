import { randomBytes, createHash } from 'node:crypto';
import { newId } from '#base/ids.ts';
import { daysAfter, now } from '#base/time.ts';
import { connect } from '#database/connection.ts';

/** A one-time link for the first operator of an installation; null when there is already one who has signed in. */
export async function firstOperatorLink(workerUrl: string, address: string): Promise<string | null> {
  const connection = connect(workerUrl, 1);
  try {
    const known = await connection.kysely.selectFrom('operators').select(['id', 'session_hash']).execute();
    if (known.some((operator) => operator.session_hash !== null)) return null;
    const text = `0.${randomBytes(32).toString('base64url')}`;
    const values = { link_hash: createHash('sha256').update(text).digest(), link_expires: daysAfter(now(), 7) };
    const [first] = known;
    if (first === undefined)
      await connection.kysely
        .insertInto('operators')
        .values({ id: newId(), email: '', name: '', ...values })
        .execute();
    else await connection.kysely.updateTable('operators').set(values).where('id', '=', first.id).execute();
    return `${address}/operator/set-up/${text}`;
  } finally {
    await connection.close();
  }
}
