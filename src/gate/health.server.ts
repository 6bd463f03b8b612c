import { sql } from 'kysely';
import { processConnection } from '#database/process.ts';

/** Does the database answer within two seconds? */
export async function databaseAnswers(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), 2000).unref());
  const asked = sql`select 1`.execute(processConnection().kysely).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]);
}
