import { mintTenant } from '#database/tenant.ts';
import { allOrganisations, isDemonstration, organisationBySlug } from '#rooms/organisations/read.server.ts';
import { auditExport, latestReleasedRound } from '#rooms/results/export/read.server.ts';
import { isId } from '#base/ids.ts';
import { readArguments } from './arguments.ts';
import { withInstallation } from './installation.ts';

/** Prints every number any role can see of a round, so that an independent attacker can be set on it. Invented organisations only. */
export async function run(args: string[]): Promise<void> {
  const { values } = readArguments(args, { round: { type: 'string' }, organisation: { type: 'string' } });
  const wanted = values.round ?? 'latest';
  if (wanted !== 'latest' && !isId(wanted)) throw new Error('--round is a round id, or latest');
  await withInstallation(async ({ worker }) => {
    const organisations = await allOrganisations(worker.kysely);
    const named =
      values.organisation === undefined ? organisations : [await organisationBySlug(worker.kysely, values.organisation)];
    for (const organisation of named) {
      if (organisation === null) throw new Error(`there is no organisation ${values.organisation}`);
      const tenant = mintTenant(worker, organisation.id);
      const demo = await tenant.transaction((tx) => isDemonstration(tx));
      if (!demo && values.organisation === undefined) continue;
      if (!demo) throw new Error('figures are exported from invented organisations only');
      const found = await tenant.transaction(async (tx) => {
        const round = wanted === 'latest' ? await latestReleasedRound(tx) : wanted;
        return round === null ? null : auditExport(tx, round);
      });
      if (found === null) throw new Error(`${organisation.name} has no released round`);
      process.stderr.write(`${organisation.name}: ${found.cells.length} figures\n`);
      process.stdout.write(JSON.stringify(found) + '\n');
      return;
    }
    throw new Error('there is no invented organisation here; make one with: npm run pejling -- demo');
  });
}
