// What an operator does and sees: organisations by name, and figures about how the installation runs. Never their content.
import net from 'node:net';
import { sql } from 'kysely';
import { environment } from '#environment';
import { Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { m } from '#base/text.ts';
import { urnSocketPath } from '#base/urn-socket.ts';
import { processConnection } from '#database/process.ts';
import { mintTenant } from '#database/tenant.ts';
import type { Operator } from '#rooms/organisations/proof.server.ts';
import { allOrganisations, organisationBySlug, type OrganisationName } from '#rooms/organisations/read.server.ts';
import { insertOrganisation } from '#rooms/organisations/write.server.ts';
import { assignRoles, insertPeople } from '#rooms/people/write.server.ts';
import { record } from '#rooms/trail/write.server.ts';
import { databaseAnswers } from './health.server.ts';
import { sendLinks } from './sign-in.server.ts';

export type Operations = {
  organisations: OrganisationName[];
  database: boolean;
  urn: boolean;
  jobs: { waiting: number; running: number; failed: number };
};

/** How the installation runs: whether database and urn answer, and how long the queue of jobs is. */
export async function operations(_operator: Operator): Promise<Operations> {
  const database = await databaseAnswers();
  const urn = await urnAnswers();
  const connection = processConnection();
  const counted = await sql<{ state: string; count: number }>`select state::text as state, count(*)::int as count from pgboss.job
    where state in ('created', 'retry', 'active', 'failed') group by state`.execute(connection.kysely);
  const of = (...states: string[]) =>
    counted.rows.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + row.count, 0);
  return {
    organisations: await allOrganisations(connection.kysely),
    database,
    urn,
    jobs: { waiting: of('created', 'retry'), running: of('active'), failed: of('failed') },
  };
}

/** Makes an organisation with its first HR person, and sends that person a link. From then on the operator sees nothing of it. */
export async function makeOrganisation(
  operator: Operator,
  input: { name: string; slug: string; hrName: string; hrEmail: string },
): Promise<void> {
  const connection = processConnection();
  if ((await organisationBySlug(connection.kysely, input.slug)) !== null || RESERVED.has(input.slug))
    throw new Problem('invalid', m.operator_slug_taken(), { slug: m.operator_slug_taken() });
  const id = await insertOrganisation(connection.kysely, { slug: input.slug, name: input.name });
  const tenant = mintTenant(connection, id);
  await tenant.transaction(async (tx) => {
    const personId = newId();
    await tx.insertInto('organisation_settings').values({ organisation_id: id }).execute();
    await insertPeople(tx, { persons: [{ id: personId, name: input.hrName, email: input.hrEmail, language: null }] });
    await assignRoles(tx, [
      { personId, role: 'hr' },
      { personId, role: 'editor' },
    ]);
    await record(
      tx,
      { personId: null, name: operator.name },
      { action: 'organisation.made', object: { kind: 'organisation', id: String(id), name: input.name }, about: personId },
    );
  });
  await sendLinks(input.hrEmail);
}

/** Addresses that pages of the installation itself have. */
const RESERVED = new Set([
  'sign-in',
  'sign-out',
  'operator',
  'answer',
  'health',
  'language',
  'accessibility',
  'privacy',
  'urn',
  'sealed',
  '_app',
]);

/** Does the urn take connections? Nothing is sent. */
function urnAnswers(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(urnSocketPath(environment.dataDir));
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, () => done(false));
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });
}
