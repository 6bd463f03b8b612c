import { log } from '#base/log.ts';
import { organisationById } from '#rooms/organisations/read.server.ts';
import { postAll } from '#rooms/messages/write.server.ts';
import { liveOrganisation } from '#rooms/people/read.server.ts';
import { releaseRound, type ReleaseOutcome } from '#rooms/results/release/write.server.ts';
import type { Tx } from '#database/tenant.ts';
import { environment } from '#environment';
import type { Job } from './context.ts';

/** Computes, audits and freezes a round's results and tells those who may read a report: everything or nothing. */
export const releaseResults: Job<'results.release'> = async ({ tenant, connection }, { round }) => {
  const organisation = await organisationById(connection.kysely, tenant.organisation);
  const outcome = await tenant.transaction(async (tx) => {
    const released = await releaseRound(tx, round);
    if (released.kind === 'frozen' && organisation !== null) await tell(tx, organisation.slug, round, released);
    return released;
  });
  const fields = { job: 'results.release', id: round, organisation: tenant.organisation };
  if (outcome.kind === 'refused') log.error('a release was refused', { ...fields, count: outcome.leaks });
  else log.info(`release ${outcome.kind}`, fields);
};

async function tell(tx: Tx, slug: string, round: string, released: Extract<ReleaseOutcome, { kind: 'frozen' }>): Promise<void> {
  const { persons } = await liveOrganisation(tx);
  const readers = new Set(released.readers);
  if (released.hrSees) {
    const hr = await tx.selectFrom('role_assignments').select('person_id').where('role', '=', 'hr').execute();
    for (const row of hr) readers.add(row.person_id);
  }
  const origin = (environment.ORIGIN ?? `http://localhost:${environment.PORT}`).replace(/\/$/, '');
  const link = `${origin}/${slug}/rounds/${round}/results`;
  await postAll(
    tx,
    persons.flatMap((person) => {
      if (person.email === null || !readers.has(person.id)) return [];
      const parameters = { name: person.name, round: released.title, link };
      return [{ template: 'release_ready' as const, address: person.email, language: person.language, parameters }];
    }),
  );
}
